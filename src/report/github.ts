import { Chalk } from 'chalk'
import type { Severity } from '../model.js'
import { commandProperty, commandText } from './escape.js'
import { listed } from './listed.js'
import { maskProblem } from './mask.js'
import { filePath } from './places.js'
import { explained, quoted, whereSaid } from './said.js'
import { totals } from './totals.js'
import type { CreateReporter, Meta } from './types.js'

const COMMANDS: Record<Severity, string> = { error: 'error', warn: 'warning', info: 'notice' }

/** Workflow commands, one a line, which GitHub shows beside the lines of a change. */
export const githubReporter: CreateReporter = (options) => {
  const { write, messages, mask } = options
  let titles: Meta['titles'] = new Map()
  let schedule = ''
  let problemCount = 0

  const command = (name: string, properties: Record<string, string | undefined>, text: string) => {
    const given = Object.entries(properties).filter(([, value]) => value !== undefined)
    const listedProperties = given.map(([key, value]) => `${key}=${commandProperty(value!)}`).join(',')
    write(`::${name}${listedProperties === '' ? '' : ` ${listedProperties}`}::${commandText(text)}\n`)
  }
  const at = ({ file, line }: { file?: string; line?: number } = {}) => ({
    file: file === undefined ? undefined : filePath(file),
    line: line === undefined ? undefined : String(line),
  })

  return {
    begin(meta) {
      titles = meta.titles
      schedule = meta.schedule
    },
    conversation(conversation, verdict) {
      for (const { finding, title } of listed(conversation, verdict, options, titles)) {
        const head = `${whereSaid(finding)}: ${quoted(finding, messages)}`
        const text = [head, ...explained(finding, messages)].join('\n')
        command(
          COMMANDS[finding.severity],
          { ...at(finding.source), title: `${finding.rule} ${title}`.trim() },
          text,
        )
      }
    },
    problem(problem) {
      problemCount++
      const { what, todo } = mask ? maskProblem(problem) : problem
      command('warning', { ...at(problem), title: problem.code }, `${what}\n${todo}`)
    },
    end(summary, gate) {
      const said = totals({ summary, gate, problemCount, schedule }, messages, new Chalk({ level: 0 }))
      command('notice', { title: 'kefulint' }, said.trim())
    },
  }
}
