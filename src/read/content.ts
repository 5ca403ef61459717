/** From the bytes of one file and its name to conversations. Needs no file system: pages read what is dropped on them. */

import { failure, type Messages, notesOf, type OnProblem, problemsOf } from '../messages/index.js'
import type { Conversation, Problem } from '../model.js'
import type { ColumnMap } from './columns.js'
import { counting } from './counted.js'
import { ENCODINGS, type Encoding, toUtf8 } from './decode.js'
import { conversationNames, type NameConversation } from './ids.js'
import { MAX_RECORD, readBlocks, readLines, readPieces, splitBlock } from './lines.js'
import { peek } from './peek.js'
import { recognise } from './recognise.js'
import type { RolePatterns } from './roles.js'
import { once } from './streams.js'
import type { Feed, Format, Line } from './types.js'

export interface ContentOptions {
  messages: Messages
  /** Troubles that do not end the reading. */
  onProblem: (problem: Problem) => void
  /** Takes, line by line, what was taken for what and why. */
  onNote?: (text: string, file: string) => void
  /** The name of a format; recognised by itself where absent. */
  inputFormat?: string
  /** One of `ENCODINGS`; recognised by itself where absent. */
  encoding?: string
  /** The user's names for columns or fields. */
  columns?: ColumnMap
  /** The user's patterns for accounts. */
  roles?: RolePatterns
  /** The longest record in bytes. */
  limit?: number
}

/** A file whose format is known and whose bytes, of a text in UTF-8, are not yet read. */
export interface Source {
  file: string
  format: Format
  chunks: AsyncIterable<Uint8Array>
  /** Of an archive, where this is a file in one. */
  nameOf?: NameConversation
}

/** One file by its bytes; undefined where it cannot be used, which is then reported. */
export async function sourceOf(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  options: ContentOptions,
): Promise<Source | undefined> {
  const { messages, limit = MAX_RECORD } = options
  const { head, all } = await peek(bytes)
  const onProblem = problemsOf(messages, file, options.onProblem)
  const onNote = notesOf(messages, file, options.onNote)
  const found = recognise(head, file, options, messages, onProblem, onNote)
  if (found === undefined) return undefined
  const { format, encoding } = found
  if (format.name === 'xlsx' || format.name === 'zip') return { file, format, chunks: all }
  const late = (name: Encoding) => onNote('encoding', name, 'decodes')
  return { file, format, chunks: toUtf8(all, encoding, onProblem, limit, late) }
}

export async function* conversationsOf(
  source: Source,
  options: ContentOptions,
): AsyncGenerator<Conversation> {
  const { file, format, chunks } = source
  const { columns, roles, limit = MAX_RECORD } = options
  const nameOf = source.nameOf ?? conversationNames()
  let silent = true
  const take = (problem: Problem) => {
    silent = false
    options.onProblem(problem)
  }
  const told = counting(problemsOf(options.messages, file, take))
  const { onProblem } = told
  const { readLine } = format
  if (readLine !== undefined) {
    for await (const block of readBlocks(chunks, onProblem, limit))
      yield* conversationsIn(splitBlock(block, onProblem), readLine, file, onProblem)
  } else {
    const feed: Feed = {
      lines: () => readLines(chunks, onProblem, limit),
      pieces: () => readPieces(chunks, onProblem),
      bytes: () => chunks,
    }
    const onNote = notesOf(options.messages, file, options.onNote)
    const enclosed = (name: string, bytes: Uint8Array) =>
      enclosedIn(`${file}!${name}`, bytes, nameOf, { ...options, onProblem: take })
    const context = { file, onProblem, onNote, columns, roles, limit, nameOf, enclosed }
    for await (const conversation of format.read(feed, context)) {
      silent = false
      yield conversation
    }
    told.flush()
    // A header alone, for example.
    if (silent) onProblem('no-rows', {})
  }
  told.flush()
}

async function* enclosedIn(
  file: string,
  bytes: Uint8Array,
  nameOf: NameConversation,
  options: ContentOptions,
): AsyncGenerator<Conversation, boolean> {
  let within = true
  const onProblem = (problem: Problem) => {
    within &&= problem.code !== 'over-limit'
    options.onProblem(problem)
  }
  const inside = { ...options, inputFormat: undefined, onProblem }
  const source = await sourceOf(file, once(bytes), inside)
  // An archive under another name: who packs archives in archives may go on without end.
  if (source?.format.name === 'zip') problemsOf(options.messages, file, onProblem)('entry-skipped', {})
  else if (source !== undefined) yield* conversationsOf({ ...source, nameOf }, inside)
  return within
}

export function conversationsIn(
  lines: readonly Line[],
  readLine: NonNullable<Format['readLine']>,
  file: string,
  onProblem: OnProblem,
): Conversation[] {
  const conversations: Conversation[] = []
  for (const { text, line } of lines) {
    const conversation = readLine(text, line, file, onProblem)
    if (conversation !== undefined) conversations.push(conversation)
  }
  return conversations
}

export function checkEncoding(name: string | undefined, messages: Messages) {
  if (name === undefined || name in ENCODINGS) return
  throw failure(messages, 'bad-flag', {}, '--encoding', name, Object.keys(ENCODINGS).join(' | '))
}
