/** From judged conversations to a report and an exit code; every command that judges ends here. */

import type { Linter } from '../engine/types.js'
import { exitCodeOf, failure, say } from '../messages/index.js'
import type { Exposure, Problem, Summary } from '../model.js'
import type { Gate, Meta } from '../report/types.js'
import { errorText } from './error-text.js'
import type { Cli } from './io.js'
import type { Batch } from './jobs.js'
import type { ReportFlags } from './options.js'
import { type Output, openOutput } from './output.js'
import { parseThreshold, type Threshold } from './threshold.js'
import { VERSION } from './version.js'

export interface Run {
  linter: Linter
  flags: ReportFlags
  cli: Cli
  /** Any problem with the input decides the exit code. */
  strictInput: boolean
  statements?: Meta['statements']
}

/** Read and judged while this runs: batches come as they are asked for. */
export async function runAudit(batches: AsyncIterable<Batch>, run: Run): Promise<number> {
  const threshold = parseThreshold(run.flags.failOn, run.cli.messages)
  const output = await openOutput(run.flags, run.cli)
  try {
    const troubles = collectTroubles()
    const tally = startTally(run.linter)
    begin(output, run)
    for await (const batch of batches) {
      tally.add(batch)
      troubles.add(batch.problems)
      report(output, batch, run)
    }
    const summary = tally.summary()
    const { gate, exitCode } = decide(summary, threshold, troubles, run)
    for (const reporter of output.reporters) reporter.end(summary, gate)
    output.commit()
    if (exitCode > 1) explain(summary, troubles, output, run)
    return exitCode
  } catch (error) {
    output.discard()
    throw error
  }
}

function begin({ reporters }: Output, { linter, statements }: Run) {
  const meta: Meta = {
    tool: `kefulint ${VERSION}`,
    packs: linter.packs,
    schedule: linter.schedule,
    titles: new Map(linter.rules.map(({ id, title }) => [id, title])),
    rules: linter.rules,
    ...(statements === undefined ? {} : { statements }),
  }
  for (const reporter of reporters) reporter.begin(meta)
}

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
      if (shown.findings.length > 0 || shown.cannotJudge.length > 0)
        reporter.conversation(conversation, shown)
    }
  }
}

/** A source that names an agent anew in each conversation must not fill the memory. */
const NAMED_AGENTS = 2000

/** The shop's held points are taken from the first batch: later ones come when sums are already running. */
function startTally(linter: Linter) {
  let tally: ReturnType<Linter['tally']> | undefined
  const findings = { error: 0, warn: 0, info: 0 }
  const sums = { conversations: 0, messages: 0, agentMessages: 0, cannotJudge: 0 }
  const stages: Summary['stages'] = {}
  const agents = new Map<string, number>()
  return {
    add(batch: Batch) {
      if (batch.conversations > 0) tally ??= linter.tally(batch.points)
      sums.conversations += batch.conversations
      sums.messages += batch.messages
      sums.agentMessages += batch.agentMessages
      for (const stage of Object.keys(batch.stages) as (keyof typeof stages)[])
        stages[stage] = (stages[stage] ?? 0) + (batch.stages[stage] ?? 0)
      for (const [name, messages] of batch.agents)
        if (agents.has(name) || agents.size < NAMED_AGENTS)
          agents.set(name, (agents.get(name) ?? 0) + messages)
      for (const { conversation, verdict } of batch.judged) {
        for (const { severity } of verdict.findings) findings[severity]++
        sums.cannotJudge += verdict.cannotJudge.length
        tally?.add(verdict.findings, conversation.messages.findLast(({ time }) => time !== undefined)?.time)
      }
      tally?.add([], batch.latest)
    },
    summary(): Summary {
      const exposure: Exposure = (tally ?? linter.tally()).exposure()
      const { cannotJudge, ...counts } = sums
      return { ...counts, stages, agents: busiestFirst(agents), findings, cannotJudge, exposure }
    },
  }
}

function busiestFirst(agents: ReadonlyMap<string, number>): Summary['agents'] {
  return [...agents].map(([name, messages]) => ({ name, messages })).sort((a, b) => b.messages - a.messages)
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
        gravest = Math.max(gravest, exitCodeOf(problem.code)) as 2 | 3
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
  { strictInput, cli, flags }: Run,
) {
  const { messages } = cli
  const failed = (why: string): Gate => ({ passed: false, threshold: flags.failOn, why })
  const gravest = troubles.gravest()
  if (summary.agentMessages === 0)
    return { gate: failed(say(messages, 'nothing-judged').what), exitCode: gravest === 0 ? 2 : gravest }
  if (strictInput && gravest > 0)
    return { gate: failed(messages.report.problemCount(troubles.count())), exitCode: gravest }
  const gate = threshold(summary)
  return { gate, exitCode: gate.passed ? 0 : 1 }
}

/** What decided the exit code, on standard error, unless the report on the screen has just said it. */
function explain(summary: Summary, troubles: Troubles, output: Output, { cli }: Run) {
  if (!output.pretty) for (const problem of troubles.first) cli.io.err(errorText(problem))
  if (summary.agentMessages === 0) cli.io.err(errorText(failure(cli.messages, 'nothing-judged', {})))
}
