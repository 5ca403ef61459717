/** From the bytes of any supported encoding to UTF-8, line by line, so that one bad line does not lose the others. */

import type { OnProblem } from '../messages/index.js'
import { isAscii, joined } from './bytes.js'
import type { ENCODING_NAMES } from './names.js'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

/** GB18030 holds GBK, which holds GB2312. */
export const ENCODINGS: Record<string, Encoding> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
} satisfies Record<(typeof ENCODING_NAMES)[number], Encoding>

const NEWLINE = 10

/** By byte order mark, else by what decodes; undefined as long as all is ASCII. */
export function detectEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (isAscii(bytes)) return undefined
  if (decodes(withoutCutCharacter(bytes), 'utf-8')) return 'utf-8'
  // Mixed: what most lines are decides, and the others are reported.
  let utf8 = 0
  let gb = 0
  for (const line of linesOf(bytes, 'utf-8')) {
    if (isAscii(line)) continue
    if (decodes(line, 'utf-8')) utf8++
    else if (decodes(line, 'gb18030')) gb++
  }
  return gb > utf8 ? 'gb18030' : 'utf-8'
}

/** The same text in UTF-8. Undecodable lines are reported and left empty, so that lines keep their numbers. */
export async function* toUtf8(
  chunks: AsyncIterable<Uint8Array>,
  given: Encoding | undefined,
  onProblem: OnProblem,
  limit: number,
  onDetected: (encoding: Encoding) => void = () => {},
): AsyncGenerator<Uint8Array> {
  let encoding = given
  let recode: Recoder | undefined
  // What is ASCII so far is UTF-8 as it stands; the first other byte decides.
  const place = { line: 1, offset: 0 }
  for await (const chunk of chunks) {
    if (encoding === undefined) {
      encoding = detectEncoding(chunk)
      if (encoding !== undefined) onDetected(encoding)
    }
    if (encoding === undefined || encoding === 'utf-8') {
      yield chunk
      if (encoding === undefined) advance(place, chunk, 'utf-8')
      continue
    }
    recode ??= recoder(encoding, place, onProblem, limit)
    yield* recode.push(chunk)
  }
  if (recode !== undefined) yield* recode.end()
}

interface Recoder {
  push(chunk: Uint8Array): Generator<Uint8Array>
  end(): Generator<Uint8Array>
}

interface At {
  line: number
  offset: number
}

function recoder(encoding: Encoding, at: At, onProblem: OnProblem, limit: number): Recoder {
  const encode = new TextEncoder()
  let pending: Uint8Array = new Uint8Array(0)

  function* decoded(bytes: Uint8Array) {
    const text = textOf(bytes, encoding)
    if (text !== undefined) {
      yield encode.encode(text)
      advance(at, bytes, encoding)
      return
    }
    for (const line of linesOf(bytes, encoding)) {
      const words = textOf(line, encoding)
      if (words !== undefined) yield encode.encode(words)
      else {
        onProblem('undecodable', { line: at.line }, at.offset + firstBadByte(line, encoding), encoding)
        if (endsLine(line, encoding)) yield Uint8Array.of(NEWLINE)
      }
      advance(at, line, encoding)
    }
  }

  return {
    *push(chunk) {
      const bytes = pending.length === 0 ? chunk : joined([pending, chunk])
      let whole = lastLineEnd(bytes, encoding)
      // A line over the limit goes on as it is: the next stage reports it and drops it as it comes.
      if (whole === 0 && bytes.length > limit) whole = lastCharacterEnd(bytes, encoding)
      pending = bytes.slice(whole)
      if (whole > 0) yield* decoded(bytes.subarray(0, whole))
    },
    *end() {
      if (pending.length > 0) yield* decoded(pending)
    },
  }
}

/** The text of the first bytes of a file, whose last character may be cut. */
export function headText(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes, { stream: true })
}

const decoders = new Map<Encoding, TextDecoder>()

function textOf(bytes: Uint8Array, encoding: Encoding): string | undefined {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding, { fatal: true })
  decoders.set(encoding, decoder)
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  return textOf(bytes, encoding) !== undefined
}

function* linesOf(bytes: Uint8Array, encoding: Encoding): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; ) {
    const end = nextLineEnd(bytes, from, encoding)
    yield bytes.subarray(from, end)
    from = end
  }
}

/** In GB18030 no later byte of a character is a line end; in UTF-16 half of a character may be. */
function nextLineEnd(bytes: Uint8Array, from: number, encoding: Encoding): number {
  for (let at = bytes.indexOf(NEWLINE, from); at >= 0; at = bytes.indexOf(NEWLINE, at + 1))
    if (isLineEnd(bytes, at, encoding)) return at + (encoding === 'utf-16le' ? 2 : 1)
  return bytes.length
}

function lastLineEnd(bytes: Uint8Array, encoding: Encoding): number {
  for (let at = bytes.lastIndexOf(NEWLINE); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(NEWLINE, at - 1))
    if (isLineEnd(bytes, at, encoding)) return at + (encoding === 'utf-16le' ? 2 : 1)
  return 0
}

function isLineEnd(bytes: Uint8Array, at: number, encoding: Encoding): boolean {
  if (encoding === 'utf-16le') return at % 2 === 0 && bytes[at + 1] === 0
  if (encoding === 'utf-16be') return at % 2 === 1 && bytes[at - 1] === 0
  return true
}

function endsLine(line: Uint8Array, encoding: Encoding): boolean {
  return lastLineEnd(line, encoding) === line.length
}

function advance(at: At, bytes: Uint8Array, encoding: Encoding) {
  at.offset += bytes.length
  for (let i = bytes.indexOf(NEWLINE); i >= 0; i = bytes.indexOf(NEWLINE, i + 1))
    if (isLineEnd(bytes, i, encoding)) at.line++
}

/** Without a UTF-8 character that the end of the bytes cuts. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back)
    if (byte < 0x80) break
  }
  return bytes
}

function lastCharacterEnd(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding !== 'gb18030') return bytes.length - (bytes.length % 2)
  let at = 0
  for (let next = 0; next <= bytes.length; next += gbLength(bytes, next)) at = next
  return at
}

function gbLength(bytes: Uint8Array, at: number): number {
  if ((bytes[at] ?? 0) < 0x81) return 1
  const second = bytes[at + 1]
  return second !== undefined && second >= 0x30 && second <= 0x39 ? 4 : 2
}

/** Where the character begins that is broken. By halving: a prefix decodes as a stream up to the wrong byte. */
export function firstBadByte(bytes: Uint8Array, encoding: Encoding): number {
  let good = 0
  let bad = bytes.length
  while (good < bad) {
    const middle = (good + bad + 1) >> 1
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      good = middle
    } catch {
      bad = middle - 1
    }
  }
  if (encoding === 'gb18030') return lastCharacterEnd(bytes.subarray(0, good), encoding)
  if (encoding === 'utf-8') return utf8Start(bytes, good)
  // The first half of a pair is only wrong once the second does not come.
  const unit = good - (good % 2)
  const high = bytes[encoding === 'utf-16le' ? unit - 1 : unit - 2] ?? 0
  return high >= 0xd8 && high <= 0xdb ? unit - 2 : unit
}

function utf8Start(bytes: Uint8Array, good: number): number {
  for (let start = good; start > 0 && good - start < 3; start--) {
    const byte = bytes[start - 1]!
    if (byte >= 0xc0) return utf8Length(byte) > good - start + 1 ? start - 1 : good
    if (byte < 0x80) break
  }
  return good
}

/** Of the character that this byte begins. */
function utf8Length(first: number): number {
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
}
