import { availableParallelism } from 'node:os'
import { failure } from '../messages/index.js'
import { filesOf, STDIN, sizeOf } from '../read/files.js'
import { allExtensions, formatCalled } from '../read/index.js'
import type { Cli } from './io.js'
import { jobsOf } from './jobs.js'
import type { ReportFlags } from './options.js'
import { linterFor, linterOptions } from './packs.js'
import { startProgress } from './progress.js'
import { runAudit } from './run-audit.js'
import { judged, threadsFor } from './threads.js'

export interface AuditFlags extends ReportFlags {
  inputFormat?: string
  threads?: string
  strictInput?: boolean
}

export async function audit(patterns: string[], flags: AuditFlags, cli: Cli): Promise<number> {
  const { messages, io } = cli
  if (patterns.length === 0) throw failure(messages, 'no-input', {})
  if (flags.inputFormat !== undefined) formatCalled(flags.inputFormat, messages)
  const files = await filesOf(patterns, allExtensions(), messages)
  const size = await sizeOf(files)
  const threads = threadsFor(size, availableParallelism(), threadsAsked(flags.threads, cli))
  const options = await linterOptions(flags, cli)
  const linter = await linterFor(options, messages)
  // How much a pipe will bring, nobody knows.
  const progress = startProgress(cli, { quiet: flags.quiet, total: files.includes(STDIN) ? 0 : size })
  const open = { messages, stdin: io.stdin, inputFormat: flags.inputFormat }
  const jobs = jobsOf(patterns, open, progress.read)
  const batches = judged(jobs, { linter, options, messages, threads })
  return runAudit(batches, { linter, flags, cli, strictInput: flags.strictInput === true, progress })
}

function threadsAsked(value: string | undefined, { messages }: Cli): number | undefined {
  if (value === undefined) return undefined
  const threads = Number(value)
  if (Number.isInteger(threads) && threads >= 1 && threads <= 64) return threads
  throw failure(messages, 'bad-flag', {}, '--threads', value, '1 … 64')
}
