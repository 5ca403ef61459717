/** What each character is and what it is read as. Learnt on first sight, so that loading costs nothing. */
import { ORTHOGRAPHY, SIMPLIFIED, TRADITIONAL } from '../generated/tables.js'

/** Han characters and all letters that are not Latin. */
export const HAN = 1
export const LATIN = 2
export const DIGIT = 3
/** A sign that says something: + % # $ … */
export const MARK = 4
/** Boundaries, weaker first. */
export const SOFT = 5
export const CLAUSE = 6
export const SENTENCE = 7
export const QUESTION = 8
/** A sign that hides a word when it stands inside one. */
export const INNER = 9
export const QUOTE = 10
/** Invisible. */
export const DROP = 11
/** Belongs to the character before it. */
export const EXTEND = 12
/** Read as several units. */
export const MANY = 13
/** Half of a surrogate pair. */
export const HALF = 14

export const KIND = 15
/** A longer pattern may begin here. */
export const OPENER = 16
/** Not read as itself. */
export const CHANGED = 32

/** Class and flags of a UTF-16 unit; 0 while it was never seen. */
export const CLASSES = new Uint8Array(65536)
/** What a UTF-16 unit is read as. */
export const UNITS = new Uint16Array(65536)

const SPACE = 32
/** The unit written for each kind of boundary. */
export const BOUNDARY_UNITS = Uint16Array.of(0, 0, 0, 0, 0, SPACE, 44, 46, 63)

const many = new Map<number, string>()
const lookalikes = new Map<string, string>()
/** By character, 0 for one that is not traditional. */
const simplified = new Uint16Array(65536)
/** Where patterns begin; emoji codes begin with a slash. */
const openers = new Set(['/'])
const kinds = new Map<string, number>()

/** Walks characters that are stored as the distances between them. */
export function eachStored(distances: string, visit: (code: number, index: number) => void): void {
  let code = 0x4e00
  let index = 0
  for (let i = 0; i < distances.length; i++) {
    const sign = distances.charCodeAt(i)
    if (sign === 126) code += 90
    else {
      code += sign - 35
      visit(code, index++)
    }
  }
}

function load(): void {
  const { confusables, series, marks, boundaries, quotes, inner, invisible } = ORTHOGRAPHY
  for (const [plain, lookalike] of Object.entries(confusables))
    for (const char of lookalike) lookalikes.set(char, plain)
  for (const { from, to, as } of series) {
    const first = from.codePointAt(0)!
    for (let code = first; code <= to.codePointAt(0)!; code++)
      lookalikes.set(String.fromCodePoint(code), String.fromCharCode(as.charCodeAt(0) + code - first))
  }
  for (const char of invisible) lookalikes.set(char, '')
  eachStored(TRADITIONAL, (code, index) => {
    simplified[code] = SIMPLIFIED.charCodeAt(index)
  })
  for (const { at } of ORTHOGRAPHY.patterns) openers.add(at)
  const all = (chars: string, kind: number) => {
    for (const char of chars) kinds.set(char, kind)
  }
  all(marks, MARK)
  all(boundaries.clause, CLAUSE)
  all(boundaries.sentence, SENTENCE)
  all(boundaries.question, QUESTION)
  all(quotes.open + quotes.close + quotes.either, QUOTE)
  all(Object.keys(inner).join(''), INNER)
}

/** Everything but boundaries: the characters that `char` is read as, '' for nothing. */
function spelling(char: string): string {
  const plain = lookalikes.get(char)
  if (plain !== undefined) return plain
  if (kinds.has(char)) return char
  if (/[\p{Cf}\p{Default_Ignorable_Code_Point}\p{M}]/u.test(char)) return ''
  if (/\p{Nd}/u.test(char)) return digit(char)
  let read = char.normalize('NFKC')
  if (/\p{Script=Latin}/u.test(read)) read = read.normalize('NFKD').replace(/\p{M}/gu, '')
  // A number in brackets or with a full stop is one sign: ⑴ ㈠ ⒈
  if (read.length > 1) read = read.replace(/^\((.+)\)$|^(\d+)\.$/, '$1$2')
  let out = ''
  for (const part of read.toLowerCase()) {
    const code = part.charCodeAt(0)
    out += lookalikes.get(part) ?? String.fromCodePoint(simplified[code] || part.codePointAt(0)!)
  }
  return out.replace(/\p{M}/gu, '')
}

function digit(char: string): string {
  const code = char.codePointAt(0)!
  let value = 0
  // Unicode keeps the digits of a script together and in order.
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(code < 128 ? code - 48 : value)
}

function kindOf(char: string): number {
  const known = kinds.get(char)
  if (known !== undefined) return known
  if (/[0-9]/.test(char)) return DIGIT
  if (/\p{Script=Latin}/u.test(char)) return LATIN
  return /[\p{L}\p{N}]/u.test(char) ? HAN : SOFT
}

/** Learns a UTF-16 unit and gives its class. */
export function learn(unit: number): number {
  if (kinds.size === 0) load()
  const char = String.fromCharCode(unit)
  if (unit >= 0x4e00 && unit < 0x9fa6 && !lookalikes.has(char) && !openers.has(char)) {
    UNITS[unit] = simplified[unit] || unit
    CLASSES[unit] = simplified[unit] ? HAN | CHANGED : HAN
    return CLASSES[unit]!
  }
  const read = unit >= 0xd800 && unit < 0xe000 ? char : spelling(char)
  const one = read.charCodeAt(0)
  let kind = read.length === 1 ? kindOf(read) : MANY
  if (read === char && unit >= 0xd800 && unit < 0xe000) kind = HALF
  else if (read === '') kind = /\p{M}/u.test(char) ? EXTEND : DROP
  else if (kind === MANY) many.set(unit, settle(read))
  UNITS[unit] = kind >= SOFT && kind <= QUESTION ? BOUNDARY_UNITS[kind]! : one
  let flags = kind
  if (UNITS[unit] !== unit) flags |= CHANGED
  if (openers.has(char)) flags |= OPENER
  CLASSES[unit] = flags
  return flags
}

/** What a code point of several units, or one read as several, stands for. */
export function reading(code: number): string {
  let read = many.get(code)
  if (read === undefined) {
    if (kinds.size === 0) load()
    read = settle(spelling(String.fromCodePoint(code)))
    many.set(code, read)
  }
  return read
}

/** Replaces what is not a letter, a number or a known sign. */
function settle(read: string): string {
  let out = ''
  for (const char of read) out += kindOf(char) === SOFT ? ' ' : char
  return out
}
