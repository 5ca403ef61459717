import type { Category, Lexis } from './lexis.js'
import type { Token } from './tokens.js'

/** A stretch that says one thing. Offsets are into the folded text. */
export interface Clause {
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

const BOUNDARIES = ' ,.?'

/** Cuts at boundaries, after closing particles, and before words that begin a new clause. */
export function cutClauses(lexis: Lexis, text: string, tokens: readonly Token[], isListMark: (at: number) => boolean): Clause[] {
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
    if (current && inToken && beginsClause(lexis, text, current, token)) close(i, '')
    if (!current) {
      current = { start: i, end: text.length, tokens: [], closedBy: '', sentence, listed }
      listed = false
    }
    if (inToken) {
      current.tokens.push(token)
      i = token.end
      t++
      // words inside a transparent compound come along with it
      for (; tokens[t] !== undefined && tokens[t]!.start < i; t++) current.tokens.push(tokens[t]!)
      if (endsClause(lexis, text, token, tokens[t])) close(i, '')
    } else i++
  }
  close(text.length, '')
  return clauses
}

/** A dot inside a number or an address is none. */
function isBoundary(text: string, i: number): boolean {
  // "#-#": a range of masked numbers
  if (text[i - 1] === '#' && text[i + 1] === '#') return false
  if (text[i] !== '.') return BOUNDARIES.includes(text[i]!)
  return !(/[a-z0-9]/.test(text[i - 1] ?? '') && /[a-z0-9]/.test(text[i + 1] ?? ''))
}

function has(lexis: Lexis, token: Token | undefined, category: Category): boolean {
  return token !== undefined && token.is.includes(lexis.category[category])
}

function beginsClause(lexis: Lexis, text: string, current: Clause, token: Token): boolean {
  if (current.tokens.length === 0 && token.start - current.start < 2) return false
  if (has(lexis, token, 'conj') || has(lexis, token, 'condition')) return true
  // "… of course you …": a pronoun after a closing word starts anew
  const before = current.tokens.at(-1)
  return (
    has(lexis, token, 'starter') &&
    before !== undefined &&
    before.end === token.start &&
    (has(lexis, before, 'aspect') || has(lexis, before, 'final') || has(lexis, before, 'filler')) &&
    text.length - token.end > 1
  )
}

function endsClause(lexis: Lexis, text: string, token: Token, next: Token | undefined): boolean {
  if (has(lexis, token, 'condition-end')) return true
  if (!has(lexis, token, 'closing')) return false
  if (token.end >= text.length || BOUNDARIES.includes(text[token.end]!)) return false
  return !(next && next.start === token.end && (has(lexis, next, 'final') || has(lexis, next, 'filler')))
}
