/** From judged conversations to a report and an exit code; every command that judges ends here. */

import type { Judgement, Linter } from '../engine/types.js'
import { VERSION } from '../generated/version.js'
import { exitCodeOf, failure, LANGS, type Messages, messagesFor } from '../messages/index.js'
import type { Exposure, Narrowed, Problem, Summary, Text } from '../model.js'
import { maskProblem } from '../report/mask.js'
import type { Gate, Meta } from '../report/types.js'
import { ruleOf } from '../suppress/remarks.js'
import { errorText } from './error-text.js'
import { type Batch, newBatch } from './jobs.js'
import { type KnownRun, openKnown } from './known.js'
import type { LeftOut, Narrow } from './narrow.js'
import type { KnownFlags, ReportFlags } from './options.js'
import { type Output, openOutput } from './output.js'
import type { Progress } from './progress.js'
import { parseThreshold, type Threshold } from './threshold.js'

export interface Run extends KnownRun {
  flags: ReportFlags & KnownFlags
  /** Those that judged, where that was in an earlier run. */
  packs?: Record<string, string>
  /** Any problem with the input decides the exit code. */
  strictInput: boolean
  statements?: Meta['statements']
  progress?: Progress
}

/** Read and judged while this runs: batches come as they are asked for. */
export async function runAudit(batches: AsyncIterable<Batch>, run: Run): Promise<number> {
  const { cli, progress } = run
  const threshold = parseThreshold(run.settings.failOn, cli.messages)
  const known = await openKnown(run)
  const output = await openOutput(run.flags, cli)
  try {
    const troubles = collectTroubles()
    const tally = startTally(run)
    begin(output, run)
    const take = (batch: Batch) => {
      tally.add(batch)
      troubles.add(batch.problems)
      // Standard output may be the same terminal.
      if (batch.judged.length > 0 && cli.io.terminal.out) progress?.hide()
      report(output, batch, run)
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
    if (exitCode > 1 || output.bare) explain(summary, troubles, output, run)
    return exitCode
  } catch (error) {
    progress?.stop()
    output.discard()
    throw error
  }
}

function begin({ reporters }: Output, { linter, packs, statements }: Run) {
  const meta: Meta = {
    tool: `kefulint ${VERSION}`,
    packs: packs ?? linter.packs,
    schedule: linter.schedule,
    titles: new Map([...linter.rules.map(({ id, title }) => [id, title] as const), ...remarkTitles()]),
    rules: linter.rules,
    ...(statements === undefined ? {} : { statements }),
  }
  for (const reporter of reporters) reporter.begin(meta)
}

/** By rule, for findings on the suppressions themselves. */
function remarkTitles(): [string, Text][] {
  const [zh, en] = LANGS.map((lang) => messagesFor(lang).suppressions.titles) as [Titles, Titles]
  return (['expired', 'unused'] as const).map((fault) => [ruleOf(fault), { zh: zh[fault], en: en[fault] }])
}

type Titles = Messages['suppressions']['titles']

function report({ reporters }: Output, { judged, problems }: Batch, { flags }: Run) {
  for (const reporter of reporters) {
    for (const problem of problems) reporter.problem(problem)
    for (const { conversation, verdict } of judged) {
      const shown = flags.quiet
        ? {
            ...verdict,
            findings: verdict.findings.filter(({ severity }) => severity === 'error'),
            cannotJudge: [],
          }
        : verdict
      const told = reporter.suppressed ? shown : withoutSuppressed(shown)
      if (told.findings.length > 0 || told.cannotJudge.length > 0) reporter.conversation(conversation, told)
    }
  }
}

function withoutSuppressed(verdict: Judgement): Judgement {
  if (verdict.findings.every(({ suppressed }) => suppressed === undefined)) return verdict
  return { ...verdict, findings: verdict.findings.filter(({ suppressed }) => suppressed === undefined) }
}

/** A source that names an agent anew in each conversation must not fill the memory. */
const NAMED_AGENTS = 2000

/** The shop's held points are taken from the first batch: later ones come when sums are already running. */
function startTally({ linter, narrow }: Run) {
  let tally: ReturnType<Linter['tally']> | undefined
  const findings = { error: 0, warn: 0, info: 0 }
  const sums = { conversations: 0, messages: 0, agentMessages: 0, cannotJudge: 0 }
  const stages: Summary['stages'] = {}
  const agents = new Map<string, number>()
  const suppressed = { baseline: 0, suppression: 0 }
  const leftOut = { messages: 0, undated: 0, unnamed: 0 }
  return {
    add(batch: Batch) {
      if (batch.conversations > 0) tally ??= linter.tally(batch.points)
      sums.conversations += batch.conversations
      sums.messages += batch.messages
      sums.agentMessages += batch.agentMessages
      for (const why of Object.keys(leftOut) as (keyof typeof leftOut)[]) leftOut[why] += batch.leftOut[why]
      for (const stage of Object.keys(batch.stages) as (keyof typeof stages)[])
        stages[stage] = (stages[stage] ?? 0) + (batch.stages[stage] ?? 0)
      for (const [name, messages] of batch.agents)
        if (agents.has(name) || agents.size < NAMED_AGENTS)
          agents.set(name, (agents.get(name) ?? 0) + messages)
      for (const { conversation, verdict } of batch.judged) {
        const counted = verdict.findings.filter((finding) => finding.suppressed === undefined)
        for (const { severity } of counted) findings[severity]++
        for (const { suppressed: mark } of verdict.findings) if (mark !== undefined) suppressed[mark.kind]++
        sums.cannotJudge += verdict.cannotJudge.length
        tally?.add(counted, conversation.messages.findLast(({ time }) => time !== undefined)?.time)
      }
      tally?.add([], batch.latest)
    },
    conversations: () => sums.conversations,
    summary(): Summary {
      const exposure: Exposure = (tally ?? linter.tally()).exposure()
      const { cannotJudge, ...counts } = sums
      const any = suppressed.baseline + suppressed.suppression > 0
      return {
        ...counts,
        stages,
        agents: busiestFirst(agents),
        findings,
        cannotJudge,
        exposure,
        ...(narrow && { narrowed: narrowed(narrow, leftOut) }),
        ...(any && { suppressed }),
      }
    },
  }
}

function busiestFirst(agents: ReadonlyMap<string, number>): Summary['agents'] {
  return [...agents].map(([name, messages]) => ({ name, messages })).sort((a, b) => b.messages - a.messages)
}

function narrowed({ shop: _, ...narrow }: Narrow, leftOut: LeftOut): Narrowed {
  return { ...narrow, leftOut }
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
