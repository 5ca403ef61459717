/** Pairs formats with files. */

import { failure, type Messages } from '../messages/index.js'
import {
  bareFormats,
  binaryFormats,
  loadReporter,
  type ReportFormat,
  reportFormats,
} from '../report/index.js'
import type { Reporter } from '../report/types.js'
import { openWhole, type WholeFile } from '../run/whole-file.js'
import type { Cli, Io } from './io.js'
import type { ReportFlags } from './options.js'

export interface Output {
  reporters: Reporter[]
  /** Whether people see the report on standard output. */
  pretty: boolean
  /** Whether no report has a place for anything but findings. */
  bare: boolean
  /** The files that are written. */
  files: string[]
  /** Puts the files in their place. */
  commit(): void
  /** Leaves no trace of them. */
  discard(): void
}

interface Target {
  format: ReportFormat
  /** Standard output where absent. */
  file?: string
}

export async function openOutput(flags: ReportFlags, { io, messages }: Cli): Promise<Output> {
  const targets = pairUp(flags, messages)
  for (const { format, file } of targets)
    if (file === undefined && io.terminal.out && binaryFormats.includes(format))
      throw failure(messages, 'binary-to-terminal', {}, format)
  const files: WholeFile[] = []
  const discard = () => {
    for (const file of files) file.discard()
    io.cleanups.delete(discard)
  }
  io.cleanups.add(discard)
  try {
    const reporters: Reporter[] = []
    for (const { format, file } of targets) {
      const whole = file === undefined ? undefined : openWhole(file, messages)
      if (whole !== undefined) files.push(whole)
      const create = await loadReporter(format)
      reporters.push(create({ messages, mask: flags.mask, ...look(io, whole) }))
    }
    return {
      reporters,
      bare: targets.every(({ format }) => bareFormats.includes(format)),
      files: targets.flatMap(({ file }) => file ?? []),
      pretty: targets.some(({ format, file }) => format === 'pretty' && file === undefined),
      commit() {
        for (const file of files) file.commit()
        io.cleanups.delete(discard)
      },
      discard,
    }
  } catch (error) {
    discard()
    throw error
  }
}

function look(io: Io, file: WholeFile | undefined) {
  if (file === undefined) return { write: io.out, width: io.columns, colour: io.colour }
  return { write: file.write, width: 100, colour: false }
}

/** The nth format goes with the nth file; at most one has none. */
function pairUp(flags: Pick<ReportFlags, 'format' | 'output'>, messages: Messages): Target[] {
  const formats = flags.format.length > 0 ? flags.format : ['pretty']
  if (flags.output.length > formats.length || formats.length - flags.output.length > 1)
    throw failure(messages, 'output-pairing', {}, flags.output.length, flags.format.length)
  return formats.map((name, i) => {
    const format = reportFormats.find((known) => known === name)
    if (format === undefined)
      throw failure(messages, 'bad-flag', {}, '--format', name, reportFormats.join(' | '))
    return { format, file: flags.output[i] }
  })
}
