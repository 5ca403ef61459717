/** The result of folding, and how it is made without costly allocations. */
import type { Units } from './units.js'

export interface Folded {
  /** Lower-case, half-width, simplified; evasive separators gone; real boundaries kept as one unit each. */
  text: string
  /** For folded unit i: the original UTF-16 offsets it came from (half-open). Monotone; length = text.length */
  start: Int32Array
  end: Int32Array
}

/** Real boundaries: folding writes all of them as one of these. */
export const BOUNDARY = /[ ,.?]/

/** The words alone: what fingerprints are made of and approvals by text are compared by. */
export function withoutBoundaries(text: string): string {
  return text.replace(/[ ,.?]/g, '')
}

/** Shared maps for texts whose units all stay in their places: most messages. */
const identities: { start: Int32Array; end: Int32Array }[] = []
const LONGEST = 1024

export function identity(text: string): Folded {
  const { length } = text
  let map = identities[length]
  if (map === undefined) {
    const offsets = new Int32Array(length + 1)
    for (let i = 1; i <= length; i++) offsets[i] = i
    map = { start: offsets.subarray(0, length), end: offsets.subarray(1) }
    if (length < LONGEST) identities[length] = map
  }
  return { text, start: map.start, end: map.end }
}

/** The first units as a text of their own. */
export function folded(u: Units, length: number): Folded {
  const text = decode(u.unit, length)
  let i = 0
  while (i < length && u.start[i] === i && u.end[i] === i + 1) i++
  if (i === length) return identity(text)
  return { text, start: keep(u.start, length), end: keep(u.end, length) }
}

/** Small arrays are cut from a larger one: each of its own would cost more than all the folding. */
const POOL = 4096
let pool = new Int32Array(POOL)
let used = 0

function keep(offsets: Int32Array, length: number): Int32Array {
  if (length > POOL / 4) return offsets.slice(0, length)
  if (used + length > POOL) {
    pool = new Int32Array(POOL)
    used = 0
  }
  const kept = pool.subarray(used, used + length)
  used += length
  for (let i = 0; i < length; i++) kept[i] = offsets[i]!
  return kept
}

/** More arguments at once may not fit on the stack. */
const CHUNK = 4096
const codes: number[] = []

function decode(unit: Uint16Array, length: number): string {
  let text = ''
  for (let at = 0; at < length; at += CHUNK) {
    const size = Math.min(CHUNK, length - at)
    codes.length = size
    for (let i = 0; i < size; i++) codes[i] = unit[at + i]!
    text += String.fromCharCode(...codes)
  }
  return text
}
