import { availableParallelism } from 'node:os'
import { failure, type Messages } from '../messages/index.js'
import { filesOf, STDIN, sizeOf } from '../read/files.js'
import { allExtensions, formatCalled, formatNames } from '../read/index.js'
import type { Configured } from './config/settings.js'
import type { Cli } from './io.js'
import { jobsOf } from './jobs.js'
import { type NarrowFlags, narrowOf } from './narrow.js'
import type { KnownFlags, ReportFlags } from './options.js'
import { prepare } from './packs.js'
import { startProgress } from './progress.js'
import { runAudit } from './run-audit.js'
import { judged, threadsFor } from './threads.js'

export interface AuditFlags extends ReportFlags, KnownFlags, NarrowFlags {
  inputFormat?: string
  threads?: string
  strictInput?: boolean
}

export async function audit(patterns: string[], flags: AuditFlags, cli: Cli): Promise<number> {
  const { messages, io } = cli
  if (patterns.length === 0) throw failure(messages, 'no-input', {})
  const prepared = await prepare(flags, cli)
  const { linter, options, settings, origin } = prepared
  const inputFormat = formatAsked(settings.input.format, origin, messages)
  const files = await filesOf(patterns, allExtensions(), messages)
  const size = await sizeOf(files)
  const threads = threadsFor(size, availableParallelism(), threadsAsked(flags.threads, cli))
  const narrow = narrowOf(flags, settings.shop.id, messages)
  // How much a pipe will bring, nobody knows.
  const progress = startProgress(cli, { quiet: flags.quiet, total: files.includes(STDIN) ? 0 : size })
  const jobs = jobsOf(patterns, { messages, stdin: io.stdin, inputFormat }, progress.read)
  const batches = judged(jobs, { linter, options, messages, threads, narrow })
  return runAudit(batches, {
    ...prepared,
    command: 'audit',
    narrow,
    flags,
    cli,
    strictInput: flags.strictInput === true,
    progress,
  })
}

function formatAsked(name: string | undefined, origin: Configured['origin'], messages: Messages) {
  if (name === undefined) return undefined
  const place = origin(['input', 'format'])
  if (typeof place !== 'string' && 'file' in place && !formatNames.includes(name))
    throw failure(messages, 'unknown-setting', place, name, formatNames)
  return formatCalled(name, messages).name
}

function threadsAsked(value: string | undefined, { messages }: Cli): number | undefined {
  if (value === undefined) return undefined
  const threads = Number(value)
  if (Number.isInteger(threads) && threads >= 1 && threads <= 64) return threads
  throw failure(messages, 'bad-flag', {}, '--threads', value, '1 … 64')
}
