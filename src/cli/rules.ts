import { Chalk, type ChalkInstance } from 'chalk'
import type { Example, RuleInfo } from '../engine/types.js'
import { failure, type Messages, textFor } from '../messages/index.js'
import { colourOf, MARKS } from '../report/marks.js'
import { costText } from '../report/money.js'
import { padTo, widthOf } from '../report/width.js'
import type { Cli } from './io.js'
import { nearest } from './near.js'
import type { LinterFlags } from './options.js'
import { pairUp } from './output.js'
import { prepare } from './packs.js'

export interface RulesFlags extends LinterFlags {
  format: string[]
}

export async function rules(id: string | undefined, flags: RulesFlags, cli: Cli): Promise<number> {
  const { messages, io } = cli
  const { linter } = await prepare(flags, cli)
  const chosen = id === undefined ? linter.rules : [ruleCalled(id, linter.rules, messages)]
  const [{ format }] = pairUp({ format: flags.format, output: [] }, messages) as [{ format: string }]
  const chalk = new Chalk({ level: io.colour ? 1 : 0 })
  if (format === 'json') io.out(`${JSON.stringify(id === undefined ? chosen : chosen[0], null, 2)}\n`)
  else if (format === 'ndjson')
    for (const rule of chosen) io.out(`${JSON.stringify({ type: 'rule', ...rule })}\n`)
  else io.out(id === undefined ? listed(chosen, messages, chalk) : explained(chosen[0]!, messages, chalk))
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

function explained(rule: RuleInfo, messages: Messages, chalk: ChalkInstance): string {
  const { rules: t, report, severities } = messages
  const colour = colourOf(chalk)[rule.severity]
  const section = (name: string, text: string) => `${chalk.bold(name)}\n${indented(text)}`
  return `${[
    `${colour(`${MARKS[rule.severity]} ${severities[rule.severity]}`)}  ${chalk.bold(rule.id)}  ${textFor(messages, rule.title)}`,
    section(t.meaning, textFor(messages, rule.explanation)),
    section(
      report.clause,
      `${textFor(messages, rule.clause)}\n${t.basis[rule.basis]} · ${t.pack(rule.pack)}`,
    ),
    section(report.cost, costText(rule.cost, messages)),
    section(report.suggestion, textFor(messages, rule.suggestion)),
    section(t.violates, chats(rule.examples.violates, messages)),
    section(t.complies, chats(rule.examples.complies, messages)),
  ].join('\n\n')}\n`
}

function chats(examples: readonly Example[], { roles }: Messages): string {
  const names: Record<string, string> = { B: roles.buyer, A: roles.agent, S: roles.system }
  return examples
    .map(({ chat }) =>
      chat.map((line) => line.replace(/^([BAS]): ?/, (_, who: string) => `${names[who]}: `)).join('\n'),
    )
    .map((chat) => `- ${chat.replaceAll('\n', '\n  ')}`)
    .join('\n')
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
