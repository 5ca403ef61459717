/** The flags that several commands share. */

import { type Command, Option } from 'commander'
import type { Messages } from '../messages/index.js'
import { ENCODING_NAMES } from '../read/names.js'
import { reportFormats } from '../report/index.js'
import type { InputFlags, LinterFlags } from '../settings/flags.js'

export interface ReportFlags extends LinterFlags {
  format: string[]
  output: string[]
  mask: boolean
  failOn?: string
  quiet?: boolean
}

/** How files are read, and whether that is told. */
export interface ReadingFlags extends InputFlags {
  explainInput?: boolean
}

const collect = (value: string, before: string[]) => [...before, value]

export function addLinterFlags(command: Command, { help }: Messages): Command {
  return command
    .option('--schedule <name>', help.schedule)
    .option('--worst-case', help.worstCase)
    .option('--rules <path>', help.rulesPath, collect, [])
    .option('--pack <name>', help.packs, collect, [])
    .option('--config <file>', help.config)
    .option('--print-config', help.printConfig)
}

export function addReportFlags(command: Command, messages: Messages): Command {
  const { help } = messages
  return addLinterFlags(
    command
      .option('--format <name>', help.format(reportFormats), collect, [])
      .option('--output <file>', help.output, collect, [])
      .option('--fail-on <what>', help.failOn)
      .option('--no-mask', help.noMask)
      .option('--quiet', help.quiet),
    messages,
  )
}

export function addKnownFlags(command: Command, { help }: Messages): Command {
  return command
    .option('--baseline <file>', help.baseline)
    .option('--update-baseline', help.updateBaseline)
    .option('--suppressions <file>', help.suppressions)
}

/** On every command, so that it may stand anywhere on the line; it has been read before commander runs. */
export function langFlag({ help }: Messages): Option {
  return new Option('--lang <code>', help.lang)
}

export function addInputFlags(command: Command, { help }: Messages): Command {
  return command
    .option('--encoding <name>', help.encoding(ENCODING_NAMES))
    .option('--explain-input', help.explainInput)
}
