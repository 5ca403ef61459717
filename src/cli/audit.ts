import { availableParallelism } from 'node:os'
import { noticingDuplicates } from '../audit/duplicates.js'
import { type NarrowFlags, narrowOf } from '../audit/narrow.js'
import { failure } from '../messages/index.js'
import { filesOf, STDIN, sizeOf } from '../read/files.js'
import { allExtensions } from '../read/index.js'
import { jobsOf } from '../run/jobs.js'
import type { KnownFlags } from '../settings/flags.js'
import { prepare } from '../settings/packs.js'
import { readingOf } from './input.js'
import type { Cli } from './io.js'
import type { ReadingFlags, ReportFlags } from './options.js'
import { startProgress } from './progress.js'
import { runAudit } from './run-audit.js'
import { judged, threadsFor } from './threads.js'

export interface AuditFlags extends ReportFlags, KnownFlags, ReadingFlags, NarrowFlags {
  threads?: string
  strictInput?: boolean
}

export async function audit(patterns: string[], flags: AuditFlags, cli: Cli): Promise<number> {
  const { messages } = cli
  if (patterns.length === 0) throw failure(messages, 'no-input', {})
  const prepared = await prepare(flags, cli)
  const { linter, options, settings } = prepared
  const reading = await readingOf(flags, prepared, cli)
  const files = await filesOf(patterns, allExtensions(), messages)
  const size = await sizeOf(files)
  const threads = threadsFor(size, availableParallelism(), threadsAsked(flags.threads, cli))
  const narrow = narrowOf(flags, settings.shop.id, messages)
  // How much a pipe will bring, nobody knows.
  const progress = startProgress(cli, { quiet: flags.quiet, total: files.includes(STDIN) ? 0 : size })
  const jobs = jobsOf(patterns, { ...reading, onBytes: progress.read })
  const batches = noticingDuplicates(judged(jobs, { linter, options, messages, threads, narrow }), messages)
  const strictInput = flags.strictInput === true
  return runAudit(batches, { ...prepared, command: 'audit', narrow, flags, cli, strictInput, progress })
}

function threadsAsked(value: string | undefined, { messages }: Cli): number | undefined {
  if (value === undefined) return undefined
  const threads = Number(value)
  if (Number.isInteger(threads) && threads >= 1 && threads <= 64) return threads
  throw failure(messages, 'bad-flag', {}, '--threads', value, '1 … 64')
}
