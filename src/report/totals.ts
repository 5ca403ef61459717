import type { ChalkInstance } from 'chalk'
import { type Messages, textFor } from '../messages/index.js'
import type { Severity, Stage, Summary } from '../model.js'
import { colourOf, MARKS } from './marks.js'
import { exposureText } from './money.js'
import { narrowedTexts, suppressedTexts } from './scope.js'
import type { Gate } from './types.js'

export interface Totals {
  summary: Summary
  gate: Gate
  problemCount: number
  schedule: string
}

/** The end of the report for people: how much, what it would cost, how far the next node is, passed or not. */
export function totals(
  { summary, gate, problemCount, schedule }: Totals,
  messages: Messages,
  chalk: ChalkInstance,
): string {
  const { report: t, stages } = messages
  const { exposure } = summary
  const stageCounts = (Object.entries(summary.stages) as [Stage, number][]).map(
    ([stage, n]) => `${stages[stage]} ${n}`,
  )
  const lines = [
    [t.totals(summary.conversations, summary.messages, summary.agentMessages), ...stageCounts].join(' · '),
    countsLine(summary, messages, chalk),
  ]
  // First of all, since it changes what every other figure means.
  if (summary.narrowed !== undefined)
    lines.unshift(...narrowedTexts(summary.narrowed, messages).map((line) => chalk.yellow(line)))
  lines.push(...suppressedTexts(summary, messages).map((line) => chalk.dim(line)))
  if (summary.cannotJudge > 0) lines.push(chalk.dim(`? ${t.cannotJudgeCount(summary.cannotJudge)}`))
  if (problemCount > 0) lines.push(chalk.yellow(`! ${t.problemCount(problemCount)}`))

  const costs = exposure.points > 0 || exposure.deposit > 0 || exposure.payout > 0 || exposure.payoutUpTo > 0
  if (costs) {
    lines.push(
      '',
      `${t.exposure}  ${chalk.bold(exposureText(exposure, messages))}  ${chalk.dim(`(${t.schedule(schedule)})`)}`,
    )
    if (exposure.worstPoints > exposure.points) lines.push(`  ${t.worst(exposure.worstPoints)}`)
    for (const [name, ledger] of Object.entries(exposure.ledgers)) {
      if (ledger.points === 0 && ledger.held === 0) continue
      const { nextNode, distance } = ledger
      const next = nextNode === null || distance === null ? t.noNode : t.nextNode(nextNode, distance)
      lines.push(`  ${t.ledger(name, ledger.held, ledger.points)} · ${next}`)
      for (const { at, sanction } of ledger.nodes)
        lines.push(chalk.red(`    ${t.nodeReached(at, textFor(messages, sanction))}`))
    }
  }
  if (Object.values(exposure.atRisk).some((sum) => sum > 0))
    lines.push(`${costs ? '' : '\n'}${t.atRisk}  ${exposureText(exposure.atRisk, messages)}`)
  if (costs) lines.push(chalk.dim(`  ${t.upheld}`))

  const verdict = gate.passed
    ? chalk.green(`✔ ${t.passed(gate.threshold)}`)
    : chalk.red.bold(`✖ ${t.failed(gate.threshold, gate.why)}`)
  return `${[...lines, '', verdict].join('\n')}\n`
}

function countsLine(summary: Summary, { report: t }: Messages, chalk: ChalkInstance): string {
  const colours = colourOf(chalk)
  const counts = (['error', 'warn', 'info'] satisfies Severity[])
    .filter((severity) => summary.findings[severity] > 0)
    .map((severity) =>
      colours[severity](`${MARKS[severity]} ${t.count(severity, summary.findings[severity])}`),
    )
  return counts.length > 0 ? counts.join('  ') : chalk.green(t.clean)
}
