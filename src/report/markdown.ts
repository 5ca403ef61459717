import { Chalk } from 'chalk'
import { placeOf } from '../errors.js'
import type { Messages } from '../messages/index.js'
import { codeSpan, markdownText } from './escape.js'
import { type Listed, listed } from './listed.js'
import { MARKS } from './marks.js'
import { maskProblem } from './mask.js'
import { explained, whereSaid } from './said.js'
import { createSpool } from './spool.js'
import { totals } from './totals.js'
import type { CreateReporter, Meta } from './types.js'

/** For a merge request or a chat group: lists only, since chat tools show no tables. */
export const markdownReporter: CreateReporter = (options) => {
  const { write, messages, mask } = options
  const findings = createSpool()
  const problems = createSpool()
  let schedule = ''
  let titles: Meta['titles'] = new Map()
  let findingCount = 0
  let problemCount = 0

  return {
    begin(meta) {
      schedule = meta.schedule
      titles = meta.titles
    },
    conversation(conversation, verdict) {
      for (const item of listed(conversation, verdict, options, titles)) {
        findings.add(findingText(item, messages))
        findingCount++
      }
    },
    problem(problem) {
      const { what, todo } = mask ? maskProblem(problem) : problem
      problems.add(`- ${codeSpan(placeOf(problem))} ${codeSpan(what)}\n  - ${markdownText(todo)}\n`)
      problemCount++
    },
    // The totals come first: they are what a reader of a chat group sees.
    end(summary, gate) {
      const said = totals({ summary, gate, problemCount, schedule }, messages, new Chalk({ level: 0 }))
      const lines = said.split('\n').map((line) => line.trim())
      const filled = lines.filter((line) => line !== '')
      write(`## kefulint: ${markdownText(filled.pop() ?? '')}\n\n`)
      for (const line of filled) write(`- ${markdownText(line)}\n`)
      if (findingCount > 0) write(`\n### ${messages.lists.findings}\n\n`)
      findings.drain(write)
      if (problemCount > 0) write(`\n### ${messages.report.problems}\n\n`)
      problems.drain(write)
    },
  }
}

function findingText({ finding, title, sender, time }: Listed, messages: Messages): string {
  const { severity, rule, text, messageText, source } = finding
  const place = [
    codeSpan(whereSaid(finding)),
    ...(sender === undefined ? [] : [codeSpan(sender)]),
    ...(time === undefined ? [] : [codeSpan(time)]),
    ...(source === undefined ? [] : [codeSpan(placeOf(source))]),
  ].join(' · ')
  const said = text === messageText ? codeSpan(text) : `${codeSpan(text)} ← ${codeSpan(messageText)}`
  const head = `${MARKS[severity]} **${messages.severities[severity]}** ${codeSpan(rule)} ${markdownText(title)}`
  const below = [said, ...explained(finding, messages).map(markdownText)]
  return `- ${head} · ${place}\n${below.map((line) => `  - ${line}\n`).join('')}`
}
