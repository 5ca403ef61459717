/** Folds spelling tricks away and remembers where every unit came from. */
import { ORTHOGRAPHY } from '../generated/tables.js'
import type { Span } from '../model.js'
import * as c from './characters.js'
import { type Folded, identity } from './folded.js'
import { joinSpelling } from './joining.js'
import { makeUnits, put } from './units.js'

export type { Folded } from './folded.js'

const units = makeUnits(256)

export function fold(text: string): Folded {
  const length = text.length
  let i = 0
  for (; i < length; i++) {
    const unit = text.charCodeAt(i)
    if ((c.CLASSES[unit] || c.learn(unit)) > c.MARK) break
  }
  if (i === length) return identity(text)
  units.length = 0
  quoted = 0
  lastQuotes.clear()
  read(text)
  return joinSpelling(units)
}

/** Original half-open span of the folded half-open range [from, to), to > from. */
export function toOriginal(f: Folded, from: number, to: number): Span {
  return { start: f.start[from]!, end: f.end[to - 1]! }
}

const STAR = 42

function read(text: string): void {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const flags = c.CLASSES[unit] || c.learn(unit)
    const kind = flags & c.KIND
    if (flags & c.OPENER) {
      const end = readPattern(text, i)
      if (end > i) {
        i = end - 1
        continue
      }
    }
    // A row of stars stands for what is not shown, and nothing may close over it.
    if (unit === STAR && (text.charCodeAt(i + 1) === STAR || text.charCodeAt(i - 1) === STAR))
      put(units, unit, c.MARK, i, i + 1)
    else if (kind <= c.INNER) put(units, c.UNITS[unit]!, kind, i, i + 1)
    else if (kind === c.QUOTE) readQuote(text, i)
    else if (kind === c.EXTEND) {
      // Keycaps and accents are quoted together with what carries them.
      if (units.length > 0) units.end[units.length - 1] = i + 1
    } else if (kind === c.MANY) putAll(c.reading(unit), i, i + 1)
    else if (kind === c.HALF) {
      const code = text.codePointAt(i)!
      if (code > 0xffff) putAll(c.reading(code), i, ++i + 1)
      else put(units, 32, c.SOFT, i, i + 1)
    }
  }
}

function putAll(reading: string, start: number, end: number): void {
  for (let i = 0; i < reading.length; i++) {
    const unit = reading.charCodeAt(i)
    const kind = (c.CLASSES[unit] || c.learn(unit)) & c.KIND
    if (kind === c.HALF) put(units, unit, c.HAN, start, end)
    else put(units, c.UNITS[unit]!, kind, start, end)
  }
}

const { emoji, patterns, quotes } = ORTHOGRAPHY
const compiled = new Map<string, { match: RegExp; unit: number }[]>()

/** Where the pattern that begins at `at` ends; `at` if none does. */
function readPattern(text: string, at: number): number {
  const first = text[at]!
  const code = first === '[' ? at + 1 : at
  if (text.startsWith('/:', code)) {
    const found = emoji.find((one) => text.startsWith(one, code))
    if (found !== undefined) {
      let end = code + found.length
      if (code > at && text[end] === ']') end++
      put(units, 32, c.SOFT, at, end)
      return end
    }
  }
  let here = compiled.get(first)
  if (here === undefined) {
    here = patterns
      .filter((one) => one.at === first)
      .map((one) => ({ match: new RegExp(one.match, 'uy'), unit: one.unit.charCodeAt(0) }))
    compiled.set(first, here)
  }
  for (const { match, unit } of here) {
    match.lastIndex = at
    if (!match.test(text)) continue
    put(units, unit, (c.CLASSES[unit] || c.learn(unit)) & c.KIND, at, match.lastIndex)
    return match.lastIndex
  }
  return at
}

const OPENING = 0x300c
const CLOSING = 0x300d
/** How many quotations are open. */
let quoted = 0
/** Where each quotation mark stands last. */
const lastQuotes = new Map<string, number>()

function readQuote(text: string, at: number): void {
  const char = text[at]!
  const apostrophe = /['\u2018\u2019\uff07]/.test(char)
  const opens = quotes.open.includes(char) || (quotes.either.includes(char) && quoted === 0)
  // A lone apostrophe quotes nothing: it stands inside a word.
  if (apostrophe && (opens ? !closesLater(text, at) : quoted === 0)) put(units, 0x60, c.INNER, at, at + 1)
  else if (opens && !apostrophe && /\d/.test(text[at - 1] ?? '') && !closesLater(text, at))
    // Inches.
    put(units, 32, c.SOFT, at, at + 1)
  else {
    quoted = opens ? quoted + 1 : Math.max(0, quoted - 1)
    put(units, opens ? OPENING : CLOSING, c.QUOTE, at, at + 1)
  }
}

function closesLater(text: string, at: number): boolean {
  const same = quotes.either.includes(text[at]!) ? text[at]! : quotes.close[quotes.open.indexOf(text[at]!)]!
  let last = lastQuotes.get(same)
  if (last === undefined) {
    last = text.lastIndexOf(same)
    lastQuotes.set(same, last)
  }
  return last > at
}
