/** From judged conversations to a report and an exit code; every command that judges ends here. */

import { type Batch, newBatch } from '../audit/batch.js'
import { startTally } from '../audit/tally.js'
import { parseThreshold, type Threshold } from '../audit/threshold.js'
import { exitCodeOf, failure, type Messages } from '../messages/index.js'
import type { Problem, Summary } from '../model.js'
import { maskProblem } from '../report/mask.js'
import type { Gate } from '../report/types.js'
import { type KnownRun, openKnown } from '../run/known.js'
import { type Judge, metaOf, tellBatch } from '../run/tell.js'
import type { KnownFlags } from '../settings/flags.js'
import { errorText } from './error-text.js'
import type { Cli } from './io.js'
import type { ReportFlags } from './options.js'
import { type Output, openOutput } from './output.js'
import type { Progress } from './progress.js'

export interface Run extends KnownRun, Judge {
  flags: ReportFlags & KnownFlags
  cli: Cli
  /** Any problem with the input decides the exit code. */
  strictInput: boolean
  progress?: Progress
}

/** Read and judged while this runs: batches come as they are asked for. */
export async function runAudit(batches: AsyncIterable<Batch>, run: Run): Promise<number> {
  const { cli, progress } = run
  const threshold = parseThreshold(run.settings.failOn, cli.messages)
  const known = await openKnown(run, cli)
  const output = await openOutput(run.flags, cli)
  try {
    const troubles = collectTroubles()
    const tally = startTally(run)
    for (const reporter of output.reporters) reporter.begin(metaOf(run))
    const take = (batch: Batch) => {
      tally.add(batch)
      troubles.add(batch.problems)
      // Standard output may be the same terminal.
      if (batch.judged.length > 0 && cli.io.terminal.out) progress?.hide()
      tellBatch(output.reporters, batch, run.flags)
      progress?.show(tally.conversations())
    }
    for await (const batch of batches) take({ ...batch, judged: batch.judged.map(known.mark) })
    const remarks = known.remarks()
    if (remarks !== undefined) take({ ...newBatch(), judged: [remarks] })
    progress?.stop()
    const summary = tally.summary()
    const { gate, exitCode } = decide(summary, threshold, troubles, run)
    for (const reporter of output.reporters) await reporter.end(summary, gate)
    if (exitCode <= 1) known.save()
    output.commit()
    // a run that only writes files would look like one that did nothing
    if (output.files.length > 0 && cli.io.terminal.err)
      cli.io.err(`${cli.messages.report.written(output.files)}\n`)
    if (exitCode > 1 || output.bare) explain(summary, troubles, output, run)
    return exitCode
  } catch (error) {
    progress?.stop()
    output.discard()
    throw error
  }
}

type Troubles = ReturnType<typeof collectTroubles>

const SAID_ON_STDERR = 20

/** The first few, and the gravest exit code of all. */
function collectTroubles() {
  const first: Problem[] = []
  let count = 0
  let gravest: 0 | 2 | 3 = 0
  return {
    add(problems: readonly Problem[]) {
      for (const problem of problems) {
        if (first.length < SAID_ON_STDERR) first.push(problem)
        count++
        gravest = Math.max(gravest, exitCodeOf(problem.code)) as 0 | 2 | 3
      }
    },
    first,
    count: () => count,
    gravest: () => gravest,
  }
}

/** Problems decide where nothing could be judged or where they are not tolerated; else the threshold does. */
function decide(
  summary: Summary,
  threshold: Threshold,
  troubles: Troubles,
  { strictInput, cli, settings }: Run,
) {
  const { messages } = cli
  const failed = (why: string): Gate => ({ passed: false, threshold: settings.failOn, why })
  const gravest = troubles.gravest()
  if (summary.agentMessages === 0)
    return { gate: failed(nothingJudged(summary, messages).what), exitCode: gravest === 0 ? 2 : gravest }
  if (strictInput && gravest > 0)
    return { gate: failed(messages.report.problemCount(troubles.count())), exitCode: gravest }
  const gate = threshold(summary)
  return { gate, exitCode: gate.passed ? 0 : 1 }
}

/** What decided the exit code, on standard error, unless the report on the screen has just said it. */
function explain(summary: Summary, troubles: Troubles, output: Output, { cli, flags }: Run) {
  if (!output.pretty)
    for (const problem of troubles.first) cli.io.err(errorText(flags.mask ? maskProblem(problem) : problem))
  const { report: t } = cli.messages
  if (output.bare && troubles.count() > troubles.first.length)
    cli.io.err(`${t.problemCount(troubles.count())}\n`)
  if (output.bare && summary.cannotJudge > 0) cli.io.err(`${t.cannotJudgeCount(summary.cannotJudge)}\n`)
  if (summary.agentMessages === 0) cli.io.err(errorText(nothingJudged(summary, cli.messages)))
}

function nothingJudged({ narrowed: n }: Summary, messages: Messages) {
  if (n === undefined) return failure(messages, 'nothing-judged', {})
  const {
    leftOut: { messages: outside, undated, unnamed },
  } = n
  return failure(messages, 'nothing-within', {}, outside, undated, unnamed)
}
