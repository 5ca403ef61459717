/** Opens inputs: finds files, recognises their format, yields conversations. */

import { failure, type Messages, type OnProblem, problemsOf } from '../messages/index.js'
import type { Conversation, Problem } from '../model.js'
import { chunksOf, filesOf, peek } from './files.js'
import { json } from './json.js'
import { readBlocks, readLines, readPieces, splitBlock } from './lines.js'
import { ndjson } from './ndjson.js'
import { qianniuText } from './qianniu-text.js'
import type { Format, Line } from './types.js'

export const formats: readonly Format[] = [ndjson, json, qianniuText]

export const formatNames = formats.map(({ name }) => name)

export interface OpenOptions {
  messages: Messages
  /** Troubles that do not end the reading. */
  onProblem: (problem: Problem) => void
  /** The name of a format; recognised by itself where absent. */
  inputFormat?: string
  stdin: AsyncIterable<Uint8Array>
  /** The longest record in bytes. */
  limit?: number
}

/** A file whose format is known and whose bytes are not yet read. */
export interface Source {
  file: string
  format: Format
  chunks: AsyncIterable<Uint8Array>
}

export async function* openConversations(
  patterns: readonly string[],
  options: OpenOptions,
): AsyncGenerator<Conversation> {
  for await (const source of openSources(patterns, options)) yield* conversationsOf(source, options)
}

/** Missing files and patterns without a match end the run at once; a file that cannot be used is a problem. */
export async function* openSources(
  patterns: readonly string[],
  options: OpenOptions,
): AsyncGenerator<Source> {
  const { messages, inputFormat, stdin } = options
  if (patterns.length === 0) throw failure(messages, 'no-input', {})
  const chosen = inputFormat === undefined ? undefined : formatCalled(inputFormat, messages)
  for (const file of await filesOf(patterns, allExtensions(), messages)) {
    const { head, all } = await peek(chunksOf(file, stdin, messages))
    const onProblem = problemsOf(messages, file, options.onProblem)
    const format = usableFormat(head, file, chosen, onProblem)
    if (format !== undefined) yield { file, format, chunks: all }
  }
}

export async function* conversationsOf(source: Source, options: OpenOptions): AsyncGenerator<Conversation> {
  const { file, format, chunks } = source
  const onProblem = problemsOf(options.messages, file, options.onProblem)
  const { readLine } = format
  if (readLine !== undefined) {
    for await (const block of readBlocks(chunks, onProblem, options.limit))
      yield* conversationsIn(splitBlock(block, onProblem), readLine, file, onProblem)
    return
  }
  const lines = format.pieces ? readPieces(chunks, onProblem) : readLines(chunks, onProblem, options.limit)
  yield* format.read(lines, file, onProblem)
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

export function formatCalled(name: string, messages: Messages): Format {
  const format = formats.find((one) => one.name === name)
  if (format === undefined)
    throw failure(messages, 'bad-flag', {}, '--input-format', name, formatNames.join(' | '))
  return format
}

export const allExtensions = () => formats.flatMap(({ extensions }) => extensions)

function usableFormat(
  bytes: Uint8Array,
  file: string,
  chosen: Format | undefined,
  onProblem: OnProblem,
): Format | undefined {
  if (bytes.every((byte) => byte === 10 || byte === 13 || byte === 32 || byte === 9)) {
    onProblem('empty-file', {})
    return undefined
  }
  if (chosen !== undefined) return chosen
  const head = new TextDecoder('utf-8').decode(bytes)
  const [best] = formats
    .map((format) => ({ format, score: Number(format.sniff(head, file)) }))
    .sort((a, b) => b.score - a.score)
  if (best !== undefined && best.score > 0.05) return best.format
  // A record with a NUL in it is one bad record; a file that begins with NULs and no record is no text at all.
  if (bytes.includes(0)) onProblem('binary', {})
  else onProblem('unknown-format', {}, formatNames)
  return undefined
}
