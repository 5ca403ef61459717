/** A message cut at its separators, and its way back into one text. */
import { ORTHOGRAPHY } from '../generated/tables.js'
import * as c from './characters.js'
import { type Folded, folded } from './folded.js'
import type { Units } from './units.js'

/** What becomes of the gap before a segment: nothing, the sign in `kept`, or a boundary of the kind given. */
export const JOINED = 1
export const KEPT = 2
/** A gap that holds a quotation mark is never joined. */
export const FIXED = c.QUOTE

/** Segments are stretches without any separator. */
export interface Segments {
  from: Int32Array
  to: Int32Array
  /** What is before each segment. */
  gap: Uint8Array
  kept: Uint16Array
  count: number
}

export function makeSegments(size: number): Segments {
  return {
    from: new Int32Array(size),
    to: new Int32Array(size),
    gap: new Uint8Array(size),
    kept: new Uint16Array(size),
    count: 0,
  }
}

function grow(g: Segments): void {
  const wider = makeSegments(g.count * 2)
  wider.from.set(g.from)
  wider.to.set(g.to)
  wider.gap.set(g.gap)
  g.from = wider.from
  g.to = wider.to
  g.gap = wider.gap
  g.kept = wider.kept
}

const fallback = new Uint8Array(65536)

function load(): void {
  const strengths = { soft: c.SOFT, clause: c.CLAUSE, sentence: c.SENTENCE }
  for (const [sign, strength] of Object.entries(ORTHOGRAPHY.inner))
    fallback[sign.charCodeAt(0)] = strengths[strength as keyof typeof strengths]
}

function strength(u: Units, at: number): number {
  const kind = u.kind[at]!
  return kind === c.INNER ? fallback[u.unit[at]!]! : kind
}

export function cut(u: Units, g: Segments): void {
  if (fallback[46] === 0) load()
  g.count = 0
  let at = 0
  for (;;) {
    let kind = 0
    const start = at
    for (; at < u.length && u.kind[at]! >= c.SOFT; at++) kind = Math.max(kind, strength(u, at))
    // Several such signs in a row are meant to be seen.
    if (kind === c.SOFT && at - start > 1 && u.kind[start] === c.INNER && u.kind[start + 1] === c.INNER)
      kind = c.CLAUSE
    if (at === u.length) return
    if (g.count === g.from.length) grow(g)
    g.from[g.count] = at
    g.gap[g.count] = kind
    while (at < u.length && u.kind[at]! < c.SOFT) at++
    g.to[g.count++] = at
  }
}

/** The units move to the front of their own arrays: there are never more of them than before. */
export function write(u: Units, g: Segments): Folded {
  let n = 0
  let last = 0
  for (let s = 0; s < g.count; s++) {
    const from = g.from[s]!
    const gap = g.gap[s]!
    if (gap === KEPT) {
      u.unit[n] = g.kept[s]!
      u.start[n] = u.start[last]!
      u.end[n++] = u.end[last]!
    } else if (gap >= c.SOFT) n = writeGap(u, n, last, from, gap, s === 0, false)
    last = g.to[s]!
    if (n === from) n = last
    else
      for (let at = from; at < last; at++, n++) {
        u.unit[n] = u.unit[at]!
        u.start[n] = u.start[at]!
        u.end[n] = u.end[at]!
      }
  }
  if (last < u.length) n = writeGap(u, n, last, u.length, c.QUOTE, g.count === 0, true)
  return folded(u, n)
}

/** Writes one boundary for every stretch between quotation marks; weak ones at the ends of the text say nothing. */
function writeGap(
  u: Units,
  at: number,
  from: number,
  to: number,
  gap: number,
  first: boolean,
  last: boolean,
): number {
  let n = at
  let kind = 0
  let start = from
  const before = from > 0 ? u.kind[from - 1]! : 0
  const after = to < u.length ? u.kind[to]! : 0
  for (let i = from; i <= to; i++) {
    const here = i < to ? strength(u, i) : 0
    if (here > 0 && here < c.QUOTE) {
      kind = Math.max(kind, here)
      continue
    }
    if (gap < c.QUOTE) kind = gap
    const atEdge = (first && start === from) || (last && i === to)
    if (kind > (atEdge ? c.CLAUSE : 0)) {
      // Between letters or digits a full stop would read as part of a number or an address.
      const address = kind === c.SENTENCE && isPlain(before) && isPlain(after)
      u.unit[n] = c.BOUNDARY_UNITS[address ? c.CLAUSE : kind]!
      u.start[n] = u.start[start]!
      u.end[n++] = u.end[i - 1]!
    }
    if (i < to) {
      u.unit[n] = u.unit[i]!
      u.start[n] = u.start[i]!
      u.end[n++] = u.end[i]!
    }
    kind = 0
    start = i + 1
  }
  return n
}

function isPlain(kind: number): boolean {
  return kind === c.LATIN || kind === c.DIGIT
}
