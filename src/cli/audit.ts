import { availableParallelism } from 'node:os'
import { failure } from '../messages/index.js'
import { filesOf, sizeOf } from '../read/files.js'
import { allExtensions, checkEncoding, formatCalled } from '../read/index.js'
import { noticingDuplicates } from './duplicates.js'
import type { Cli } from './io.js'
import { jobsOf } from './jobs.js'
import { type InputFlags, noteTaker, type ReportFlags } from './options.js'
import { linterFor, linterOptions } from './packs.js'
import { runAudit } from './run-audit.js'
import { judged, threadsFor } from './threads.js'

export interface AuditFlags extends ReportFlags, InputFlags {
  inputFormat?: string
  threads?: string
  strictInput?: boolean
}

export async function audit(patterns: string[], flags: AuditFlags, cli: Cli): Promise<number> {
  const { messages, io } = cli
  if (patterns.length === 0) throw failure(messages, 'no-input', {})
  if (flags.inputFormat !== undefined) formatCalled(flags.inputFormat, messages)
  checkEncoding(flags.encoding, messages)
  const files = await filesOf(patterns, allExtensions(), messages)
  const threads = threadsFor(await sizeOf(files), availableParallelism(), threadsAsked(flags.threads, cli))
  const options = await linterOptions(flags, cli)
  const linter = await linterFor(options, messages)
  const jobs = jobsOf(patterns, {
    messages,
    stdin: io.stdin,
    inputFormat: flags.inputFormat,
    encoding: flags.encoding,
    onNote: noteTaker(flags, cli),
  })
  const batches = noticingDuplicates(judged(jobs, { linter, options, messages, threads }), messages)
  return runAudit(batches, { linter, flags, cli, strictInput: flags.strictInput === true })
}

function threadsAsked(value: string | undefined, { messages }: Cli): number | undefined {
  if (value === undefined) return undefined
  const threads = Number(value)
  if (Number.isInteger(threads) && threads >= 1 && threads <= 64) return threads
  throw failure(messages, 'bad-flag', {}, '--threads', value, '1 … 64')
}
