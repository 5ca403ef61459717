import { Chalk, type ChalkInstance } from 'chalk'
import type { RuleInfo } from '../engine/types.js'
import { failure, type Messages, textFor } from '../messages/index.js'
import { colourOf, MARKS } from '../report/marks.js'
import { costText } from '../report/money.js'
import { rulePage } from '../report/rule-page.js'
import { padTo, widthOf } from '../report/width.js'
import type { Schedule } from '../score/types.js'
import type { LinterFlags } from '../settings/flags.js'
import { nearest } from '../settings/near.js'
import { prepare } from '../settings/packs.js'
import type { Cli } from './io.js'

const FORMATS = ['pretty', 'json', 'ndjson']

export interface RulesFlags extends LinterFlags {
  format: string[]
}

export async function rules(id: string | undefined, flags: RulesFlags, cli: Cli): Promise<number> {
  const { messages, io } = cli
  const { linter } = await prepare(flags, cli)
  const chosen = id === undefined ? linter.rules : [ruleCalled(id, linter.rules, messages)]
  const [format = 'pretty', ...more] = flags.format
  if (more.length > 0 || !FORMATS.includes(format))
    throw failure(messages, 'bad-flag', {}, '--format', flags.format.join(', '), FORMATS.join(' | '))
  const chalk = new Chalk({ level: io.colour ? 1 : 0 })
  if (format === 'json') io.out(`${JSON.stringify(id === undefined ? chosen : chosen[0], null, 2)}\n`)
  else if (format === 'ndjson')
    for (const rule of chosen) io.out(`${JSON.stringify({ type: 'rule', ...rule })}\n`)
  else if (id === undefined) io.out(listed(chosen, messages, chalk))
  else io.out(explained(chosen[0]!, (await import('../linter.js')).schedules, messages, chalk))
  return 0
}

function listed(all: readonly RuleInfo[], messages: Messages, chalk: ChalkInstance): string {
  const idWidth = Math.max(0, ...all.map(({ id }) => widthOf(id)))
  const titleWidth = Math.max(0, ...all.map(({ title }) => widthOf(textFor(messages, title))))
  const lines: string[] = []
  for (const pack of new Set(all.map((rule) => rule.pack))) {
    lines.push(chalk.bold(messages.rules.pack(pack)))
    for (const rule of all.filter((each) => each.pack === pack)) {
      const colour = colourOf(chalk)[rule.severity]
      const title = padTo(textFor(messages, rule.title), titleWidth)
      const cost = chalk.dim(costText(rule.cost, messages))
      lines.push(`  ${colour(MARKS[rule.severity])} ${padTo(rule.id, idWidth)}  ${title}  ${cost}`)
    }
    lines.push('')
  }
  return `${[...lines, messages.rules.count(all.length)].join('\n')}\n`
}

/** As in the documentation of the rule. */
function explained(
  rule: RuleInfo,
  schedules: readonly Schedule[],
  messages: Messages,
  chalk: ChalkInstance,
): string {
  const { title, sections } = rulePage(rule, schedules, messages)
  const colour = colourOf(chalk)[rule.severity]
  const head = `${colour(`${MARKS[rule.severity]} ${messages.severities[rule.severity]}`)}  ${chalk.bold(rule.id)}  ${title}`
  const bodies = sections.map(({ title, text = [], chats = [] }) => {
    const listed = chats.map((chat) => `- ${chat.join('\n  ')}`)
    return `${chalk.bold(title)}\n${indented([...text, ...listed].join('\n'))}`
  })
  return `${[head, ...bodies].join('\n\n')}\n`
}

function indented(text: string): string {
  return text.trim().replaceAll(/^/gm, '  ')
}

function ruleCalled(id: string, all: readonly RuleInfo[], messages: Messages): RuleInfo {
  const found = all.find((rule) => rule.id === id)
  if (found !== undefined) return found
  const ids = all.map((rule) => rule.id)
  throw failure(messages, 'unknown-rule', { file: id }, nearest(id, ids))
}
