/** Runs of digits, however they are written, and whether one is a telephone number. */

import { ORTHOGRAPHY } from '../generated/tables.js'
import { lastOf } from '../lists.js'
import type { Folded } from './fold.js'

/** In folded offsets. */
export interface DigitRun {
  /** ASCII digits, without separators. */
  digits: string
  start: number
  end: number
  /** The digits between separators. */
  groups: string[]
  /** The separators between the groups, in order. */
  separators: string
}

/** ASCII digits 1–10, digits in Chinese characters 11–20, letters taken for digits 21–30; 0 for the rest. */
const values = new Uint8Array(65536)
const CHINESE = 11
const LETTER = 21

for (const [digit, chars] of Object.entries(ORTHOGRAPHY.digits)) {
  values[digit.charCodeAt(0)] = Number(digit) + 1
  for (const char of chars) values[char.charCodeAt(0)] = Number(digit) + CHINESE
}
for (const [letter, digit] of Object.entries(ORTHOGRAPHY.letterDigits))
  values[letter.charCodeAt(0)] = Number(digit) + LETTER

/** From here on a run needs no second part to be a number of its own. */
const COMPLETE = 10
const FEWEST_CHINESE = 5
const SHORTEST_PHONE = 10

export function digitRuns(f: Folded): DigitRun[] {
  const { text } = f
  const runs: DigitRun[] = []
  for (let i = 0; i < text.length; i++) {
    const value = values[text.charCodeAt(i)]!
    if (value === 0 || value >= LETTER) continue
    const groups = groupsFrom(text, i)
    addRun(text, groups, runs)
    i = lastOf(groups)!.end - 1
  }
  return runs
}

interface Group {
  start: number
  end: number
}

function isDigit(text: string, at: number): boolean {
  const value = values[text.charCodeAt(at)]
  return value !== undefined && value > 0 && value < LETTER
}

/** Groups of digits with single separators between them, as far as they go. */
function groupsFrom(text: string, at: number): Group[] {
  const groups: Group[] = []
  let start = at
  for (;;) {
    let end = start
    for (let i = start; i < text.length; i++) {
      if (isDigit(text, i)) end = i + 1
      // Letters count once a digit follows them.
      else if (!values[text.charCodeAt(i)]) break
    }
    groups.push({ start, end })
    if (!/[ ,.*_/·-]/.test(text[end] ?? '') || !isDigit(text, end + 1)) return groups
    start = end + 1
  }
}

/** Splits where several numbers were written one after the other. */
function addRun(text: string, groups: Group[], runs: DigitRun[]): void {
  if (groups.length === 1 || isPhone(make(text, groups))) {
    addOne(text, groups, runs)
    return
  }
  let first = 0
  for (let n = 1; n <= groups.length; n++) {
    const separator = n - first > 1 ? text[groups[first]!.end] : undefined
    const joins =
      n < groups.length &&
      (separator === undefined || text[groups[n - 1]!.end] === separator) &&
      length(groups[n]!) < COMPLETE &&
      length(groups[n - 1]!) < COMPLETE
    if (joins) continue
    addOne(text, groups.slice(first, n), runs)
    first = n
  }
}

function length(group: Group): number {
  return group.end - group.start
}

function addOne(text: string, groups: Group[], runs: DigitRun[]): void {
  const run = make(text, groups)
  const chinese = countChinese(text, run)
  if (chinese === 0 || isPhone(run)) {
    runs.push(run)
    return
  }
  const left = chinese < run.digits.length ? make(text, withoutEdges(text, groups)) : run
  if (left.digits.length >= FEWEST_CHINESE || countChinese(text, left) === 0) runs.push(left)
  else addAscii(text, run, runs)
}

function countChinese(text: string, run: DigitRun): number {
  let count = 0
  for (let i = run.start; i < run.end; i++) if (isChinese(text[i]!)) count++
  return count
}

function isChinese(char: string): boolean {
  const value = values[char.charCodeAt(0)]!
  return value >= CHINESE && value < LETTER
}

/** A single Chinese digit before or after ASCII digits belongs to a word, as in "500, one piece". */
function withoutEdges(text: string, groups: Group[]): Group[] {
  const trimmed = groups.map((group) => ({ ...group }))
  const first = trimmed[0]!
  if (isChinese(text[first.start]!) && !isChinese(text[next(text, first.start + 1)] ?? '')) first.start++
  if (length(first) === 0) trimmed.shift()
  const last = lastOf(trimmed)!
  if (isChinese(text[last.end - 1]!) && !isChinese(text[before(text, last.end - 2)] ?? '')) last.end--
  if (length(last) === 0) trimmed.pop()
  return trimmed
}

function next(text: string, at: number): number {
  return isDigit(text, at) ? at : at + 1
}

function before(text: string, at: number): number {
  return isDigit(text, at) ? at : at - 1
}

/** Too few digits for Chinese ones to be more than words: only the ASCII ones are numbers. */
function addAscii(text: string, run: DigitRun, runs: DigitRun[]): void {
  for (const match of text.slice(run.start, run.end).matchAll(/\d+/g)) {
    const start = run.start + match.index
    runs.push(make(text, [{ start, end: start + match[0].length }]))
  }
}

function make(text: string, groups: Group[]): DigitRun {
  const written = groups.map(({ start, end }) => {
    let digits = ''
    for (let i = start; i < end; i++) digits += (values[text.charCodeAt(i)]! - 1) % 10
    return digits
  })
  const start = groups[0]!.start
  const digits = written.join('')
  // A country code after a plus is a group of its own.
  if (text[start - 1] === '+' && /^861[3-9]\d{9}$/.test(digits) && written[0] !== '86')
    written.splice(0, 1, '86', written[0]!.slice(2))
  return {
    digits,
    start,
    end: lastOf(groups)!.end,
    groups: written,
    separators: groups
      .slice(1)
      .map((group) => text[group.start - 1])
      .join(''),
  }
}

export function isPhone(run: DigitRun): 'mobile' | 'landline' | 'service' | null {
  const { digits, groups, separators } = run
  if (digits.length < SHORTEST_PHONE) return null
  if (separators.includes('*') && groups.length <= 3 && groups.every((group) => group.length <= 3))
    return null
  const national = groups[0] === '86' ? digits.slice(2) : digits
  if (/^1[3-9]\d{9}$/.test(national)) return 'mobile'
  if (/^[48]00\d{7}$/.test(digits)) return 'service'
  const area = groups.length > 1 && /^0[1-9]\d{1,2}$/.test(groups[0]!)
  const rest = digits.length - groups[0]!.length
  if (area && (rest === 7 || rest === 8)) return 'landline'
  // three-digit area codes come with eight digits
  return /^0(?:(?:10|2\d)\d{8}|[3-9]\d{9,10})$/.test(digits) ? 'landline' : null
}
