/** How files are read: what flags and configuration say of it, checked before anything is opened. */

import { failure } from '../messages/index.js'
import { checkEncoding, checkPatterns, formatCalled, formatNames, type OpenOptions } from '../read/index.js'
import type { ReplyOptions } from '../read/quick-replies.js'
import { maskFile } from '../report/mask.js'
import type { Configured } from '../settings/settings.js'
import type { Cli } from './io.js'
import type { ReadingFlags } from './options.js'

/** Notes name files. */
type NoteFlags = ReadingFlags & { mask: boolean }

export type Reading = Omit<OpenOptions, 'onProblem'> & Pick<ReplyOptions, 'replyColumns'>

export async function readingOf(flags: NoteFlags, configured: Configured, cli: Cli): Promise<Reading> {
  const { messages, io } = cli
  const { format, encoding, columns, replyColumns, roles } = configured.settings.input
  const inFile = (...path: string[]) => {
    const place = configured.origin(['input', ...path])
    return typeof place !== 'string' && 'file' in place ? place : undefined
  }
  if (format !== undefined) {
    const place = inFile('format')
    if (place !== undefined && !formatNames.some((name) => name === format))
      throw failure(messages, 'unknown-setting', place, format, formatNames)
    formatCalled(format, messages)
  }
  checkEncoding(encoding, messages)
  await checkPatterns(roles, messages, (name) => inFile('roles', name) ?? {})
  return {
    messages,
    stdin: io.stdin,
    inputFormat: format,
    encoding,
    columns,
    replyColumns,
    roles,
    onNote: noteTaker(flags, cli),
  }
}

/** Where `--explain-input` goes. */
function noteTaker(flags: NoteFlags, { io }: Pick<Cli, 'io'>): Reading['onNote'] {
  if (!flags.explainInput) return undefined
  // A file in an archive may bear a customer's name.
  return (text, file) => io.err(`${flags.mask ? maskFile(file) : file}: ${text}\n`)
}
