/** From bytes to lines of text, holding one chunk and one unfinished line at most. */

import type { OnProblem } from '../messages/index.js'
import { joined } from './bytes.js'
import { firstBadByte } from './decode.js'
import type { Line } from './types.js'

/** The longest record in bytes. */
export const MAX_RECORD = 8 * 1024 * 1024

/** Whole lines, not yet decoded. */
export interface Block {
  bytes: Uint8Array
  /** 1-based line that the block begins on. */
  line: number
  /** Of the first byte, in the file. */
  offset: number
}

const NEWLINE = 10
const BOM = [0xef, 0xbb, 0xbf]

/** Cuts chunks at line ends. A line over the limit is reported, dropped as it comes in, and the next one read. */
export async function* readBlocks(
  chunks: AsyncIterable<Uint8Array>,
  onProblem: OnProblem,
  limit = MAX_RECORD,
): AsyncGenerator<Block> {
  let pending: Uint8Array[] = []
  let pendingLength = 0
  let offset = 0
  let line = 1
  let skipping = false
  let bomChecked = false

  for await (let chunk of chunks) {
    if (skipping) {
      const end = chunk.indexOf(NEWLINE)
      offset += end < 0 ? chunk.length : end + 1
      if (end < 0) continue
      skipping = false
      line++
      chunk = chunk.subarray(end + 1)
    }
    const last = chunk.lastIndexOf(NEWLINE)
    if (last >= 0) {
      const bytes = joined([...pending, chunk.subarray(0, last + 1)])
      pending = []
      pendingLength = 0
      const block = { bytes, line, offset }
      const from = bomChecked ? 0 : bomLength(bytes)
      bomChecked = true
      yield* withoutLongLines(from === 0 ? block : skip(block, from), limit, onProblem)
      line += countLines(bytes)
      offset += bytes.length
      chunk = chunk.subarray(last + 1)
    }
    if (chunk.length > 0) pending.push(chunk)
    pendingLength += chunk.length
    if (pendingLength > limit) {
      onProblem('too-long', { line }, limit)
      offset += pendingLength
      pending = []
      pendingLength = 0
      skipping = true
      bomChecked = true
    }
  }
  if (pendingLength === 0) return
  const block = { bytes: joined(pending), line, offset }
  yield* withoutLongLines(bomChecked ? block : skip(block, bomLength(block.bytes)), limit, onProblem)
}

/** The lines of a block; what is no text is reported and left out. */
export function splitBlock(block: Block, onProblem: OnProblem): Line[] {
  let text: string
  try {
    text = decoder().decode(block.bytes)
  } catch {
    return splitCarefully(block, onProblem)
  }
  const binary = text.includes('\0')
  const parts = text.split('\n')
  if (parts.at(-1) === '') parts.pop()
  const lines: Line[] = []
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!
    const line = block.line + i
    if (binary && part.includes('\0')) onProblem('binary', { line })
    else lines.push({ text: part.endsWith('\r') ? part.slice(0, -1) : part, line })
  }
  return lines
}

export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  onProblem: OnProblem,
  limit = MAX_RECORD,
): AsyncGenerator<Line> {
  for await (const block of readBlocks(chunks, onProblem, limit)) yield* splitBlock(block, onProblem)
}

/** Decoded pieces of any length. Text after undecodable bytes cannot be trusted: reading ends there. */
export async function* readPieces(
  chunks: AsyncIterable<Uint8Array>,
  onProblem: OnProblem,
): AsyncGenerator<Line> {
  const decode = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let offset = 0
  let tail: Uint8Array = new Uint8Array(0)
  for await (const chunk of chunks) {
    let text: string
    try {
      text = decode.decode(chunk, { stream: true })
    } catch {
      const bytes = joined([tail, chunk])
      const bad = firstBadByte(bytes, 'utf-8')
      onProblem(
        'undecodable',
        { line: line + countLines(bytes.subarray(tail.length, bad)) },
        offset - tail.length + bad,
        'utf-8',
      )
      return
    }
    yield { text, line }
    line += countLines(chunk)
    offset += chunk.length
    // A character may begin in this chunk and end in the next.
    tail = chunk.slice(Math.max(0, chunk.length - 3))
    while (tail.length > 0 && (tail[0]! & 0xc0) === 0x80) tail = tail.subarray(1)
  }
  try {
    decode.decode()
  } catch {
    onProblem('undecodable', { line }, offset - tail.length, 'utf-8')
  }
}

let shared: TextDecoder | undefined
function decoder(): TextDecoder {
  shared ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return shared
}

function splitCarefully(block: Block, onProblem: OnProblem): Line[] {
  const lines: Line[] = []
  for (const part of eachLine(block)) {
    try {
      decoder().decode(part.bytes)
    } catch {
      onProblem('undecodable', { line: part.line }, part.offset + firstBadByte(part.bytes, 'utf-8'), 'utf-8')
      continue
    }
    lines.push(...splitBlock(part, onProblem))
  }
  return lines
}

function* eachLine({ bytes, line, offset }: Block): Generator<Block> {
  for (let from = 0; from < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, from)
    const end = newline < 0 ? bytes.length : newline + 1
    yield { bytes: bytes.subarray(from, end), line, offset: offset + from }
    from = end
  }
}

/** Only a block longer than the limit can hold a line longer than it. */
function* withoutLongLines(block: Block, limit: number, onProblem: OnProblem): Generator<Block> {
  if (block.bytes.length <= limit) {
    yield block
    return
  }
  for (const line of eachLine(block)) {
    if (line.bytes.length > limit + 1) onProblem('too-long', { line: line.line }, limit)
    else yield line
  }
}

function skip({ bytes, line, offset }: Block, count: number): Block {
  return { bytes: bytes.subarray(count), line, offset: offset + count }
}

function bomLength(bytes: Uint8Array): number {
  return BOM.every((byte, i) => bytes[i] === byte) ? BOM.length : 0
}

function countLines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++
  return count
}
