import type { Clause } from './clauses.js'
import type { Category, Lexis } from './lexis.js'
import { isAlternative, isQuestionEnd } from './polarity.js'
import type { Token } from './tokens.js'
import type { Role } from '../model.js'
import type { Scope } from './types.js'

/** How a clause asks. */
export type Asking = 'plain' | 'alternative' | 'which' | 'tag' | null

export interface Marks {
  scopes: Set<Scope>
  asking: Asking
  /** "is it (not) that …": yes and no then answer the proposition as it was put. */
  putAsIs: boolean
}

/** What keeps each clause from being a plain assertion; some marks reach over the sentence or the message. */
export function markClauses(lexis: Lexis, text: string, clauses: readonly Clause[], role: Role): Marks[] {
  const marks = clauses.map((c) => markClause(lexis, text, c, role))
  const any = (i: number, c: Category) => clauses[i]!.tokens.some((t) => t.is.includes(lexis.category[c]))
  clauses.forEach((c, i) => {
    // a warning against fraud colours all that the message lists
    if (any(i, 'fraud')) for (const m of marks) m.scopes.add('warning')
    const before = clauses[i - 1]
    if (before && before.sentence === c.sentence && (marks[i - 1]!.scopes.has('condition') || marks[i - 1]!.scopes.has('consequence')))
      if (!marks[i]!.scopes.has('condition')) marks[i]!.scopes.add('consequence')
    // "okay?" after a clause asks for consent to it
    if (marks[i]!.asking === 'tag' && i > 0 && onlyTag(lexis, c)) propose(marks[i - 1]!)
  })
  return marks
}

function propose(m: Marks): void {
  m.scopes.delete('question')
  m.scopes.add('proposal')
  m.asking ??= 'tag'
}

function onlyTag(lexis: Lexis, c: Clause): boolean {
  const covered = c.tokens.reduce((n, t) => n + t.end - t.start, 0)
  return c.end - c.start - covered <= 2 && c.tokens.some((t) => t.is.includes(lexis.category.tag))
}

function markClause(lexis: Lexis, text: string, clause: Clause, role: Role): Marks {
  const { tokens } = clause
  const scopes = new Set<Scope>()
  const is = (t: Token | undefined, c: Category) => t?.is.includes(lexis.category[c]) ?? false
  const some = (c: Category) => tokens.some((t) => is(t, c))
  if (some('condition') || some('condition-end')) scopes.add('condition')
  if (some('past')) scopes.add('past')
  if (some('quote')) scopes.add('quotation')
  if (some('third-party')) scopes.add('third-party')
  if (some('defer')) scopes.add('deferral')
  if (some('forbid')) scopes.add('warning')
  if (some('hedge')) scopes.add('hedge')
  tokens.forEach((t, i) => {
    if (!is(t, 'guarantee')) return
    // a denied guarantee is a hedge: "cannot promise"
    scopes.add(tokens.slice(0, i).some((n) => is(n, 'neg') && !isAlternative(lexis, text, tokens, tokens.indexOf(n))) ? 'hedge' : 'guarantee')
  })
  // to hope or to try with all certainty is still only to hope or to try
  if (some('wish')) {
    scopes.delete('guarantee')
    scopes.add('hedge')
  }
  if (scopes.has('hedge') && tokens.some((t, i) => is(t, 'guarantee') && is(tokens[i - 1], 'neg'))) scopes.delete('guarantee')
  const asking = askingOf(lexis, text, clause, role)
  if (asking === 'tag') scopes.add('proposal')
  else if (asking !== null) scopes.add('question')
  return { scopes, asking, putAsIs: some('be') && tokens.some((t) => is(t, 'anota') && is(t, 'be')) }
}

function askingOf(lexis: Lexis, text: string, { tokens, closedBy, start, end }: Clause, role: Role): Asking {
  const is = (t: Token | undefined, c: Category) => t?.is.includes(lexis.category[c]) ?? false
  if (tokens.some((t) => is(t, 'rhetorical'))) return null
  let asking: Asking = null
  tokens.forEach((t, i) => {
    if (is(t, 'anota') || isAlternative(lexis, text, tokens, i)) asking ??= 'alternative'
    else if (is(t, 'question-final') && isLast(i) && t.start > start && (!is(t, 'neg') || (role === 'buyer' && isQuestionEnd(lexis, text, tokens, i))))
      asking ??= 'plain'
    // the buyer's softened statement asks, the agent's does not
    else if (role === 'buyer' && is(t, 'soft-question') && isLast(i) && t.start > start) asking ??= 'plain'
    else if (is(t, 'question-word') || (role === 'buyer' && is(t, 'few'))) asking ??= 'which'
  })
  const tag = tokens.findLast((t) => is(t, 'tag'))
  // a tag closes a clause that says something: "… shall we?"; alone it refers to the clause before
  if (tag && text.slice(tag.end, end).length <= 2) return 'tag'
  if (asking === null && closedBy === '?') asking = 'plain'
  return asking

  function isLast(i: number): boolean {
    return tokens.slice(i + 1).every((x) => is(x, 'final') || is(x, 'filler') || is(x, 'question-final') || is(x, 'soft-question'))
  }
}
