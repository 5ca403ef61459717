import { failure, problemsOf } from '../messages/index.js'
import type { Problem } from '../model.js'
import { filesOf } from '../read/files.js'
import { readSaved } from '../read/findings.js'
import { once } from '../read/streams.js'
import type { KnownFlags } from '../settings/flags.js'
import { prepare } from '../settings/packs.js'
import type { Cli } from './io.js'
import { countedAnew, createMerge } from './merge.js'
import type { ReportFlags } from './options.js'
import { runAudit } from './run-audit.js'

export interface ReportCommandFlags extends ReportFlags, Pick<KnownFlags, 'suppressions'> {
  strictInput?: boolean
}

/** Saved findings, merged and written in any format. Nothing is judged again. */
export async function report(patterns: string[], flags: ReportCommandFlags, cli: Cli): Promise<number> {
  const { messages, io } = cli
  if (patterns.length === 0) throw failure(messages, 'no-input', {})
  const problems: Problem[] = []
  const onProblem = (each: Problem) => void problems.push(each)
  const merge = createMerge(messages)
  for (const file of await filesOf(patterns, ['ndjson', 'jsonl', 'json'], messages)) {
    let any = false
    for await (const saved of readSaved(file, { messages, stdin: io.stdin, onProblem })) {
      merge.add(saved)
      any = true
    }
    if (any) merge.endFile(problemsOf(messages, file, onProblem))
  }
  const { batch, packs, schedule } = merge.result()
  batch.problems.push(...problems)
  if (flags.schedule !== undefined && schedule !== undefined && flags.schedule !== schedule)
    throw failure(messages, 'mixed-schedules', {}, [schedule, flags.schedule])
  const prepared = await prepare({ ...flags, schedule: schedule ?? flags.schedule }, cli)
  const strictInput = flags.strictInput === true
  const judged = batch.judged.map((each) => countedAnew(each, prepared.linter))
  return runAudit(once({ ...batch, judged }), {
    ...prepared,
    command: 'report',
    packs,
    flags,
    cli,
    strictInput,
  })
}
