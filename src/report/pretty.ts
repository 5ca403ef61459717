import { Chalk, type ChalkInstance } from 'chalk'
import type { Judgement } from '../engine/types.js'
import { placeOf } from '../errors.js'
import { textFor } from '../messages/index.js'
import type { Conversation, Finding, Problem, Summary } from '../model.js'
import { messagesToShow } from './context.js'
import { frameOf, oneLine, visible } from './frame.js'
import { colourOf, MARKS } from './marks.js'
import { asIs, type MaskText, maskFile, maskFinding, maskFor, maskId, maskProblem, maskText } from './mask.js'
import { costLine } from './said.js'
import { totals } from './totals.js'
import type { CreateReporter, Meta, ReporterOptions } from './types.js'
import { padTo, widthOf } from './width.js'

const SHOWN_PROBLEMS = 50

/** For people in a terminal: one block a conversation, totals at the end. */
export const prettyReporter: CreateReporter = (options) => {
  const { write, messages, mask } = options
  const chalk = new Chalk({ level: options.colour ? 1 : 0 })
  const problems: Problem[] = []
  let problemCount = 0
  let schedule = ''
  let titles: Meta['titles'] = new Map()

  return {
    begin(meta) {
      schedule = meta.schedule
      titles = meta.titles
      if (meta.statements !== undefined) write(statementsText(meta.statements, options, chalk))
    },
    conversation(conversation, verdict) {
      const hide = mask ? maskFor(conversation) : asIs
      write(conversationText(conversation, verdict, { ...options, hide, chalk, titles }))
    },
    problem(problem) {
      problemCount++
      if (problems.length < SHOWN_PROBLEMS) problems.push(mask ? maskProblem(problem) : problem)
    },
    end(summary: Summary, gate) {
      if (problemCount > 0) {
        write(`${chalk.bold(messages.report.problems)}\n`)
        for (const problem of problems) write(problemText(problem, chalk))
        if (problemCount > problems.length)
          write(`  ${messages.report.moreProblems(problemCount - problems.length)}\n`)
        write('\n')
      }
      write(totals({ summary, gate, problemCount, schedule }, messages, chalk))
    },
  }
}

function problemText(problem: Problem, chalk: ChalkInstance): string {
  return `  ${chalk.cyan(placeOf(problem))}  ${problem.what} ${chalk.dim(`[${problem.code}]`)}\n    ${chalk.dim('→')} ${problem.todo}\n`
}

interface Style extends Pick<ReporterOptions, 'messages' | 'width' | 'mask'> {
  hide: MaskText
  chalk: ChalkInstance
  titles: Meta['titles']
}

function conversationText(conversation: Conversation, verdict: Judgement, style: Style): string {
  const { messages: t, mask, hide, chalk, width } = style
  const { source } = conversation
  const place =
    source === undefined ? '' : placeOf(mask ? { ...source, file: maskFile(source.file) } : source)
  const id = mask ? maskId(conversation.id, hide) : conversation.id
  const head = [t.stages[verdict.stage], place].filter((part) => part !== '').join(' · ')
  const lines = [`${chalk.bold.underline(visible(id))}  ${chalk.dim(head)}`]
  const findings = new Map<number, Finding[]>()
  for (const finding of verdict.findings)
    findings.set(finding.message, [...(findings.get(finding.message) ?? []), maskFinding(finding, hide)])

  let shown = -1
  for (const index of messagesToShow(verdict.findings)) {
    if (shown >= 0 && index > shown + 1) lines.push(chalk.dim('  ⋮'))
    shown = index
    const message = conversation.messages[index]
    if (message === undefined) continue
    const label = roleLabel(t.roles[message.role], t)
    const here = findings.get(index)
    if (here === undefined) {
      lines.push(chalk.dim(`  ${label}${oneLine(hide(message.text), width - widthOf(label) - 2)}`))
      continue
    }
    for (const finding of here) lines.push(...findingLines(finding, label, style))
  }
  for (const item of verdict.cannotJudge)
    lines.push(
      `  ${chalk.dim('?')} ${t.report.cannotJudge} ${item.rule} ${chalk.dim(`#${item.message}`)} ${visible(t.report.missing(item.why))}`,
    )
  return `${lines.join('\n')}\n\n`
}

function findingLines(finding: Finding, label: string, style: Style): string[] {
  const { messages: t, width, chalk, titles } = style
  const colour = colourOf(chalk)[finding.severity]
  const indent = ' '.repeat(widthOf(label) + 2)
  const frame = frameOf(finding.messageText, finding.span, width - widthOf(indent))
  const title = titles.get(finding.rule)
  const lines = [
    `  ${chalk.bold(label)}${frame.before}${colour.bold(frame.trigger)}${frame.after}`,
    indent + colour(frame.marks),
    `  ${colour(`${MARKS[finding.severity]} ${t.severities[finding.severity]}`)}  ${chalk.bold(finding.rule)}${title ? `  ${textFor(t, title)}` : ''}`,
  ]
  const detail = (name: string, text: string) => {
    const lead = `    ${padTo(name, nameWidth(t))}  `
    lines.push(chalk.dim(lead) + wrapped(visible(text), width - widthOf(lead), ' '.repeat(widthOf(lead))))
  }
  detail(t.report.clause, finding.clause.replaceAll('\n', ' '))
  detail(t.report.cost, costLine(finding, t))
  if (finding.assumes.length > 0)
    detail(t.report.assumes, finding.assumes.map(t.report.assumption).join('; '))
  if (finding.suggestion !== '') detail(t.report.suggestion, finding.suggestion)
  return lines
}

function statementsText(
  explained: NonNullable<Meta['statements']>,
  { messages: t, mask }: ReporterOptions,
  chalk: ChalkInstance,
): string {
  const text = mask ? maskText(explained.text) : explained.text
  const lines = explained.statements.map(({ reading, polarity, scope, via, span }) =>
    [
      `  ${chalk.bold(padTo(reading, 24))}`,
      polarity > 0 ? t.report.polarity.yes : chalk.red(t.report.polarity.no),
      t.report.via[via],
      scope.join(','),
      chalk.dim(`“${visible(text.slice(span.start, span.end))}”`),
    ]
      .filter((part) => part !== '')
      .join('  '),
  )
  return `${chalk.bold(t.report.statements)}\n${lines.length > 0 ? lines.join('\n') : '  —'}\n\n`
}

const nameWidth = ({ report: t }: ReporterOptions['messages']) =>
  Math.max(...[t.clause, t.cost, t.assumes, t.suggestion].map(widthOf))

function roleLabel(role: string, t: ReporterOptions['messages']): string {
  return `${padTo(role, Math.max(...Object.values(t.roles).map(widthOf)))}  `
}

/** Broken between words, or between any two wide characters. */
function wrapped(text: string, width: number, indent: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.match(/[\u0021-\u024f]+ ?|./gu) ?? []) {
    if (line !== '' && widthOf(line + word.trimEnd()) > Math.max(20, width)) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += word
  }
  return [...lines, line].join(`\n${indent}`)
}
