/** Writes what was read as records, one a line, so that any tool downstream starts from one form. */

import { type Duplicates, watchDuplicates } from '../audit/duplicates.js'
import { exitCodeOf, failure, notesOf, problemsOf } from '../messages/index.js'
import type { Problem } from '../model.js'
import { chunksOf, filesOf } from '../read/files.js'
import { allExtensions, conversationsOf, type OpenOptions, sourceOf } from '../read/index.js'
import { type Kind, kindOf, kindOfWorkbook } from '../read/kind.js'
import { peek } from '../read/peek.js'
import { REPLY_EXTENSIONS, repliesOf } from '../read/quick-replies.js'
import { isZip } from '../read/recognise.js'
import { allBytes, once } from '../read/streams.js'
import { SHEET_LIMITS } from '../read/xlsx-rows.js'
import { asIs, maskProblem, maskText } from '../report/mask.js'
import { maskConversation } from '../report/mask-conversation.js'
import { openWhole } from '../run/whole-file.js'
import { configure } from '../settings/settings.js'
import { errorText } from './error-text.js'
import { readingOf } from './input.js'
import type { Cli } from './io.js'
import type { ReadingFlags } from './options.js'

export interface ConvertFlags extends ReadingFlags {
  kind?: string
  config?: string
  output?: string
  mask: boolean
  strictInput?: boolean
}

export async function convert(patterns: string[], flags: ConvertFlags, cli: Cli): Promise<number> {
  const { messages, io } = cli
  if (patterns.length === 0) throw failure(messages, 'no-input', {})
  if (flags.kind !== undefined && flags.kind !== 'chat' && flags.kind !== 'replies')
    throw failure(messages, 'bad-flag', {}, '--kind', flags.kind, 'chat | replies')
  const reading = await readingOf(flags, await configure({ ...flags, rules: [], pack: [] }, cli), cli)
  const files = await filesOf(patterns, [...new Set([...allExtensions(), ...REPLY_EXTENSIONS])], messages)
  const target = flags.output === undefined ? undefined : openWhole(flags.output, messages)
  const discard = () => target?.discard()
  io.cleanups.add(discard)
  const duplicates = watchDuplicates(messages)
  let written = 0
  let gravest = 0
  const write = (record: object) => {
    written++
    const line = `${JSON.stringify(record)}\n`
    if (target === undefined) io.out(line)
    else target.write(line)
  }
  const onProblem = (problem: Problem) => {
    gravest = Math.max(gravest, exitCodeOf(problem.code))
    io.err(errorText(flags.mask ? maskProblem(problem) : problem))
  }
  try {
    for (const file of files)
      await convertFile(file, { flags, cli, reading: { ...reading, onProblem }, write, duplicates })
    const repeated = duplicates.problem()
    if (repeated !== undefined) onProblem(repeated)
    target?.commit()
  } catch (error) {
    discard()
    throw error
  } finally {
    io.cleanups.delete(discard)
  }
  if (written === 0) return gravest || 2
  return flags.strictInput ? gravest : 0
}

interface Conversion {
  flags: ConvertFlags
  cli: Cli
  reading: OpenOptions
  write(record: object): void
  duplicates: Duplicates
}

async function convertFile(file: string, { flags, cli, reading, write, duplicates }: Conversion) {
  const { messages, io } = cli
  const { head, all } = await peek(chunksOf(file, io.stdin, messages))
  const { onNote, onProblem, encoding } = reading
  let chunks = all
  let kind = (flags.kind ?? (flags.inputFormat === undefined ? undefined : 'chat')) as Kind | undefined
  if (
    kind === undefined &&
    isZip(head) &&
    /xl\/|\[Content_Types\]/.test(Buffer.from(head).toString('latin1'))
  ) {
    const bytes = await wholeWorkbook(all, file, messages, onProblem)
    if (bytes === undefined) return
    kind = await kindOfWorkbook(bytes)
    chunks = once(bytes)
  }
  const found = kind ?? kindOf(head, file, encoding)
  notesOf(messages, file, onNote)('kind', found, flags.kind === undefined ? found : 'asked')
  if (found === 'replies') {
    for (const { code, text, group } of await repliesOf(file, chunks, reading)) {
      const hide = flags.mask ? maskText : asIs
      write({
        ...(code === undefined ? {} : { code }),
        text: hide(text),
        ...(group === undefined ? {} : { group: hide(group) }),
      })
    }
    return
  }
  const source = await sourceOf(file, chunks, reading)
  if (source === undefined) return
  for await (const conversation of conversationsOf(source, reading)) {
    const { id, source: place } = conversation
    duplicates.see({ id, file: place?.file ?? file, line: place?.line })
    write(flags.mask ? maskConversation(conversation) : conversation)
  }
}

async function wholeWorkbook(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  messages: Cli['messages'],
  onProblem: (problem: Problem) => void,
): Promise<Uint8Array | undefined> {
  const most = SHEET_LIMITS.archive
  const whole = await allBytes(chunks, most)
  if (whole === undefined) problemsOf(messages, file, onProblem)('over-limit', {}, 'archive', most)
  return whole
}
