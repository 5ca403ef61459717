/** Tells separators that hide a word from real boundaries. */
import { ORTHOGRAPHY } from '../generated/tables.js'
import * as c from './characters.js'
import type { Folded } from './folded.js'
import { cut, FIXED, JOINED, KEPT, makeSegments, write } from './segments.js'
import { isSyllables } from './syllables.js'
import type { Units } from './units.js'

const STOP = 46
const HYPHEN = 45
const SLASH = 47
const BAR = 124
const TILDE = 126
const TICK = 96
const DOT = 183
const DASH = 0x2014

const closers = new Uint8Array(65536)
const units = new Uint8Array(65536)
const utterances = new Uint8Array(65536)
const words = new Uint8Array(65536)
/** What a sign is between two digits; 0 for a soft boundary. */
const betweenDigits = new Uint8Array(65536)

function load(): void {
  for (const char of ORTHOGRAPHY.closers) closers[char.charCodeAt(0)] = 1
  for (const char of ORTHOGRAPHY.units) units[char.charCodeAt(0)] = 1
  for (const char of ORTHOGRAPHY.utterances) utterances[char.charCodeAt(0)] = 1
  for (const char of ORTHOGRAPHY.words) words[char.charCodeAt(0)] = 1
  for (const sign of './-_*:') betweenDigits[sign.charCodeAt(0)] = sign.charCodeAt(0)
  betweenDigits[TILDE] = HYPHEN
  betweenDigits[DASH] = HYPHEN
  betweenDigits[TICK] = STOP
  betweenDigits[DOT] = STOP
}

const g = makeSegments(64)

export function joinSpelling(u: Units): Folded {
  if (betweenDigits[STOP] === 0) load()
  cut(u, g)
  if (g.count > 1) {
    let singles = isSingle(u, 0)
    for (let s = 1; s < g.count; s++) {
      const sign = g.to[s - 1]!
      if (g.from[s]! - sign === 1 && u.kind[sign] === c.INNER) judgeSign(u, s, u.unit[sign]!)
      if (g.gap[s] === c.SOFT) joinLetters(u, s)
      if (isSingle(u, s)) singles = true
    }
    if (singles) joinSingles(u)
  }
  return write(u, g)
}

/** One sign with no space around it. */
function judgeSign(u: Units, s: number, sign: number): void {
  const left = kindBefore(u, s)
  const right = kindAfter(u, s)
  if (left === c.MARK || right === c.MARK) return
  if (left === c.DIGIT && right === c.DIGIT) {
    if (betweenDigits[sign]) keep(s, betweenDigits[sign]!)
  } else if (left !== c.HAN && right !== c.HAN) {
    if (isInitials(u, s) || (sign === TICK && left === right)) g.gap[s] = JOINED
    else if (betweenDigits[sign] === sign && g.gap[s] !== c.CLAUSE) keep(s, sign)
    else if (sign === SLASH) keep(s, sign)
  } else if (left !== c.DIGIT && right !== c.DIGIT) judgeSignInWord(u, s, sign)
}

function judgeSignInWord(u: Units, s: number, sign: number): void {
  if (sign === TILDE || (g.gap[s] === c.CLAUSE && sign !== SLASH)) return
  const before = g.to[s - 1]! - 1
  if (g.to[s]! - g.from[s]! > 1) {
    if (closers[u.unit[before]!]) return
    // Between whole words these part alternatives.
    const whole = before > g.from[s - 1]!
    if (whole && (sign === SLASH || sign === BAR || (sign === STOP && lettersBefore(u, s) > 1))) return
  }
  g.gap[s] = JOINED
}

function keep(s: number, unit: number): void {
  g.gap[s] = KEPT
  g.kept[s] = unit
}

function kindBefore(u: Units, s: number): number {
  return u.kind[g.to[s - 1]! - 1]!
}

function kindAfter(u: Units, s: number): number {
  return u.kind[g.from[s]!]!
}

/** Letters at the end of the segment before s; a run that digits belong to counts as none. */
function lettersBefore(u: Units, s: number): number {
  const end = g.to[s - 1]!
  let at = end - 1
  while (at >= g.from[s - 1]! && u.kind[at] === c.LATIN) at--
  return at >= g.from[s - 1]! && u.kind[at] === c.DIGIT ? 0 : end - 1 - at
}

function lettersAfter(u: Units, s: number): number {
  let at = g.from[s]!
  while (at < g.to[s]! && u.kind[at] === c.LATIN) at++
  return at < g.to[s]! && u.kind[at] === c.DIGIT ? 0 : at - g.from[s]!
}

/** A single letter on either side: w.x, k k */
function isInitials(u: Units, s: number): boolean {
  return lettersBefore(u, s) === 1 && lettersAfter(u, s) === 1
}

/** A space inside a word that is spelled in letters, wholly or in part: kou kou, v x, fa before a character */
function joinLetters(u: Units, s: number): void {
  const left = kindBefore(u, s)
  const right = kindAfter(u, s)
  if (left === c.LATIN && right === c.LATIN) {
    if (isInitials(u, s) || (soundsBefore(u, s) && soundsAfter(u, s))) g.gap[s] = JOINED
  } else if (left === c.LATIN && right === c.HAN) {
    const abuts = lettersBefore(u, s) < g.to[s - 1]! - g.from[s - 1]!
    if ((abuts || isSingle(u, s)) && soundsBefore(u, s)) g.gap[s] = JOINED
  } else if (left === c.DIGIT && right === c.HAN) {
    if (units[u.unit[g.from[s]!]!]) g.gap[s] = JOINED
  } else if (left === c.HAN && right === c.LATIN) {
    const next = g.from[s]! + lettersAfter(u, s)
    const abuts = next < g.to[s]! && u.kind[next] === c.HAN
    if ((abuts || isSingle(u, s - 1)) && soundsAfter(u, s)) g.gap[s] = JOINED
  }
}

function soundsBefore(u: Units, s: number): boolean {
  const length = lettersBefore(u, s)
  // What an underscore or a dot joins on to is an address.
  if (length === g.to[s - 1]! - g.from[s - 1]! && g.gap[s - 1] === KEPT) return false
  return isSpelled(u, g.to[s - 1]! - length, length)
}

function soundsAfter(u: Units, s: number): boolean {
  const length = lettersAfter(u, s)
  const next = g.to[s]!
  if (length === next - g.from[s]! && u.kind[next] === c.INNER && s + 1 < g.count) return false
  return isSpelled(u, g.from[s]!, length)
}

function isSpelled(u: Units, from: number, length: number): boolean {
  return length > 1 && length < 7 && isSyllables(u.unit, from, from + length)
}

function isSingle(u: Units, s: number): boolean {
  return g.to[s]! - g.from[s]! === 1 && u.kind[g.from[s]!]! <= c.DIGIT
}

/** Words that are spelled out one character at a time. */
function joinSingles(u: Units): void {
  for (let s = 0; s < g.count; s++) {
    if (!isSingle(u, s)) continue
    const first = s
    let kind = 0
    for (; s + 1 < g.count && isSingle(u, s + 1); s++) {
      const next = g.gap[s + 1]!
      if (next === c.QUESTION || next === FIXED) break
      if (next < c.SOFT) continue
      if (kind !== 0 && next !== kind) break
      kind = next
    }
    if (s === first || !joinRun(u, first, s, kind)) for (let one = first; one <= s; one++) joinLone(u, one)
  }
}

/** Whether it was one word. */
function joinRun(u: Units, first: number, last: number, kind: number): boolean {
  let letters = 0
  let telling = 0
  for (let s = first; s <= last; s++) {
    if (kindAfter(u, s) === c.DIGIT) continue
    letters++
    if (!utterances[u.unit[g.from[s]!]!]) telling++
  }
  if (kind === 0 || letters < 2) return false
  // A comma between two characters is mostly a comma; a space rarely is one.
  if (kind === c.SOFT ? telling === 0 : telling < letters && telling < 3) return false
  const end = Math.min(last + 1, g.count - 1)
  for (let s = Math.max(first, 1); s <= end; s++) if (g.gap[s] === kind) joinSides(u, s)
  return true
}

/** A character that is no word of its own was cut off its word. */
function joinLone(u: Units, s: number): void {
  if (kindAfter(u, s) !== c.HAN || words[u.unit[g.from[s]!]!]) return
  const joined = (s > 0 && g.gap[s]! < c.SOFT) || (s + 1 < g.count && g.gap[s + 1]! < c.SOFT)
  if (joined) return
  if (s > 0 && g.gap[s] === c.SOFT && kindBefore(u, s) === c.HAN) g.gap[s] = JOINED
  if (s + 1 < g.count && g.gap[s + 1] === c.SOFT && kindAfter(u, s + 1) === c.HAN) g.gap[s + 1] = JOINED
}

function joinSides(u: Units, s: number): void {
  const left = kindBefore(u, s)
  const right = kindAfter(u, s)
  if (left === c.MARK || right === c.MARK) return
  const isolated =
    left === c.LATIN ? lettersBefore(u, s) === 1 : right !== c.LATIN || lettersAfter(u, s) === 1
  if (isolated && (left === c.HAN || right === c.HAN || (left === c.LATIN && isInitials(u, s))))
    g.gap[s] = JOINED
}
