import { Chalk, type ChalkInstance } from 'chalk'
import type { Example, Linter, RuleInfo } from '../engine/types.js'
import type { Messages } from '../messages/index.js'
import { padTo, widthOf } from '../report/width.js'
import { tried } from '../rules/examples.js'
import type { LinterFlags } from '../settings/flags.js'
import { linterFor, linterOptions } from '../settings/packs.js'
import { configure } from '../settings/settings.js'
import type { Cli } from './io.js'

export interface TestFlags extends LinterFlags {
  mutate?: boolean
}

/** What counts as good against spelling tricks, in percent. */
const FLOOR_ALL = 95
const FLOOR_EACH = 85

export async function test(flags: TestFlags, cli: Cli): Promise<number> {
  const { messages, io } = cli
  const { settings } = await configure(flags, cli)
  // Examples stand alone: what holds for this shop must not change them.
  const options = await linterOptions({ ...settings, shop: {}, severities: {} }, cli)
  const linter = await linterFor(options, messages)
  const own = new Set(options.extraPacks?.map(({ name }) => name))
  // Whoever adds a pack tests that pack.
  const chosen = linter.rules.filter(({ pack }) => own.size === 0 || own.has(pack))
  const chalk = new Chalk({ level: io.colour ? 1 : 0 })
  if (flags.mutate) return mutated(linter, chosen, cli, chalk)

  const failures = chosen.flatMap((rule) => failuresOf(rule, linter, messages))
  const examples = chosen.reduce((sum, { examples: e }) => sum + e.violates.length + e.complies.length, 0)
  for (const { rule, what, chat } of failures)
    io.out(`${chalk.red('✖')} ${chalk.bold(rule)}  ${what}\n${chat.map((line) => `    ${line}\n`).join('')}`)
  if (failures.length > 0) io.out(`${chalk.red(messages.test.failed(failures.length, examples))}\n`)
  else io.out(`${chalk.green(`✔ ${messages.test.passed(chosen.length, examples)}`)}\n`)
  return failures.length > 0 ? 4 : 0
}

interface Failure {
  rule: string
  what: string
  chat: string[]
}

function failuresOf(rule: RuleInfo, linter: Linter, messages: Messages): Failure[] {
  const { test: t, rules } = messages
  const { violates, complies } = rule.examples
  const wrong = (side: readonly Example[], expected: boolean, what: string) =>
    side
      .filter((example) => tried(example, rule.id, linter).reported !== expected)
      .map(({ chat }) => ({ rule: rule.id, what, chat }))
  const lacking = (side: readonly Example[], name: string) =>
    side.length > 0 ? [] : [{ rule: rule.id, what: t.noExamples(name), chat: [] }]
  return [
    ...lacking(violates, rules.violates),
    ...lacking(complies, rules.complies),
    ...wrong(violates, true, t.missed),
    ...wrong(complies, false, t.falseAlarm),
  ]
}

async function mutated(
  linter: Linter,
  chosen: readonly RuleInfo[],
  { io, messages }: Cli,
  chalk: ChalkInstance,
) {
  const { test: t } = messages
  const { mutateExamples } = await import('../rules/mutate.js')
  const scores = mutateExamples(linter, chosen)
  const width = Math.max(widthOf(t.all), ...scores.map(({ rule }) => widthOf(rule)))
  const sums = { rule: t.all, tried: 0, found: 0, falseAlarms: 0 }
  let good = true
  const line = ({ rule, tried, found, falseAlarms }: typeof sums, floor: number) => {
    const percent = tried === 0 ? 100 : (found / tried) * 100
    const enough = percent >= floor && falseAlarms === 0
    good &&= enough
    const alarms = falseAlarms > 0 ? `  ${chalk.red(t.falseAlarms(falseAlarms))}` : ''
    const figure = `${percent.toFixed(1).padStart(5)} %  ${found}/${tried}`
    io.out(
      `  ${padTo(rule, width)}  ${enough ? figure : chalk.red(figure)}${alarms}${percent < floor ? `  ${t.below}` : ''}\n`,
    )
  }
  io.out(`${chalk.bold(t.mutateTitle)}\n`)
  for (const score of scores) {
    sums.tried += score.tried
    sums.found += score.found
    sums.falseAlarms += score.falseAlarms
    line(score, FLOOR_EACH)
  }
  line(sums, FLOOR_ALL)
  io.out(chalk.dim(`  ${t.floor(FLOOR_ALL, FLOOR_EACH)}\n`))
  return good ? 0 : 4
}
