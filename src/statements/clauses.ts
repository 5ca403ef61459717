import { lastOf } from '../lists.js'
import { type Categorised, isA } from './categories.js'
import type { Token } from './tokens.js'

/** A stretch that says one thing. Offsets are into the folded text. */
export interface Clause extends Categorised {
  start: number
  end: number
  tokens: Token[]
  /** The boundary that closes it: one of space , . ? or nothing. */
  closedBy: string
  /** Index of its sentence in the message. */
  sentence: number
  /** One item of an enumeration: shares the denial of the item before. */
  listed: boolean
}

/** How many characters no word explains. */
export function unexplained({ tokens, start, end }: Clause): number {
  let at = start
  let n = 0
  for (const t of tokens) {
    n += Math.max(0, t.start - at)
    at = Math.max(at, t.end)
  }
  return n + end - at
}

const BOUNDARIES = ' ,.?'

/** Cuts at boundaries, after closing particles, and before words that begin a new clause. */
export function cutClauses(
  text: string,
  tokens: readonly Token[],
  isListMark: (at: number) => boolean,
  particles: ReadonlyMap<string, boolean>,
  finals: ReadonlySet<string>,
): Clause[] {
  const clauses: Clause[] = []
  let current: Clause | undefined
  let sentence = 0
  let t = 0
  let listed = false
  const close = (end: number, by: string) => {
    if (!current) return
    current.end = end
    current.closedBy = by
    clauses.push(current)
    current = undefined
  }
  for (let i = 0; i < text.length; ) {
    const token = tokens[t]
    const inToken = token !== undefined && token.start === i
    if (!inToken && isBoundary(text, i)) {
      close(i, text[i]!)
      if (text[i] === '.' || text[i] === '?') sentence++
      listed = isListMark(i)
      i++
      continue
    }
    if (current && inToken && beginsClause(text, current, token, particles)) close(i, '')
    if (!current) {
      current = { start: i, end: text.length, tokens: [], closedBy: '', sentence, listed, low: 0, high: 0 }
      listed = false
    }
    if (inToken) {
      add(current, token)
      i = token.end
      t++
      // words inside a transparent compound come along with it
      for (; tokens[t] !== undefined && tokens[t]!.start < i; t++) add(current, tokens[t]!)
      if (endsClause(text, token, tokens[t]) || answersFirst(text, current, token, tokens[t], finals))
        close(i, '')
    } else i++
  }
  close(text.length, '')
  return clauses
}

function add(c: Clause, t: Token): void {
  c.tokens.push(t)
  c.low |= t.low
  c.high |= t.high
}

/** A dot inside a number or an address is none. */
function isBoundary(text: string, i: number): boolean {
  // "#-#": a range of masked numbers
  if (text[i - 1] === '#' && text[i + 1] === '#') return false
  if (text[i] !== '.') return BOUNDARIES.includes(text[i]!)
  return !(/[a-z0-9]/.test(text[i - 1] ?? '') && /[a-z0-9]/.test(text[i + 1] ?? ''))
}

/** No sentence names more; without a limit a text without boundaries would be one clause. */
const MOST_TOKENS = 60

function beginsClause(
  text: string,
  current: Clause,
  token: Token,
  particles: ReadonlyMap<string, boolean>,
): boolean {
  if (current.tokens.length >= MOST_TOKENS) return true
  if (current.tokens.length === 0 && token.start - current.start < 2) return false
  if (isA(token, 'conj') || isA(token, 'condition')) return true
  const before = lastOf(current.tokens)
  // "the former works the latter does not"
  if (isA(token, 'ordinal') && isA(current.tokens[0], 'ordinal') && !isA(before, 'ordinal')) return true
  if (isA(before, 'address') && before!.end === token.start && isSpoken(current, before!)) return true
  // "… of course you …": a pronoun after a closing word starts anew
  const ending = particles.get(text[token.start - 1]!)
  return (
    isA(token, 'starter') &&
    before !== undefined &&
    before.end === token.start &&
    (isA(before, 'aspect') ||
      isA(before, 'final') ||
      isA(before, 'filler') ||
      (isA(token, 'opener') ? ending !== undefined : ending === false)) &&
    text.length - token.end > 1
  )
}

/** Something was said before the address, and no preposition takes it: "for you, dear". */
function isSpoken(c: Clause, address: Token): boolean {
  const said = c.tokens.filter((t) => t.end <= address.start)
  return said.length > 1 && !isA(lastOf(said), 'light')
}

/** "Can do from 39 on there is tea": an answer with its particle stands before what is said next. */
function answersFirst(
  text: string,
  { tokens, start }: Clause,
  token: Token,
  next: Token | undefined,
  finals: ReadonlySet<string>,
): boolean {
  if (token.start !== start || tokens[0] !== token || token.end - start < 2) return false
  if (!ANSWERS.some((k) => isA(token, k)) || isA(token, 'have')) return false
  if (!finals.has(text[token.end - 1]!) || text.length - token.end < 3) return false
  return next !== undefined && next.start === token.end && !AFTER_ANSWER.some((k) => isA(next, k))
}

const ANSWERS = ['able', 'confirm', 'agree'] as const
const AFTER_ANSWER = [
  'final',
  'filler',
  'condition-end',
  'question-final',
  'neg',
  'soft-question',
  'tag',
] as const

function endsClause(text: string, token: Token, next: Token | undefined): boolean {
  if (isA(token, 'condition-end')) return true
  if (!isA(token, 'closing')) return false
  if (token.end >= text.length || BOUNDARIES.includes(text[token.end]!)) return false
  return !(next && next.start === token.end && (isA(next, 'final') || isA(next, 'filler')))
}
