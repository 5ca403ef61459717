import { lastIndexWhere, lastOf, lastWhere } from '../lists.js'
import type { Role } from '../model.js'
import { bitsOf, type Category, isA, isAny } from './categories.js'
import { type Clause, unexplained } from './clauses.js'
import { isAlternative, isQuestionEnd } from './polarity.js'
import type { Token } from './tokens.js'
import type { Scope } from './types.js'

/** How a clause asks. */
export type Asking = 'plain' | 'alternative' | 'which' | 'tag' | null

export interface Marks {
  scopes: Set<Scope>
  asking: Asking
  /** It promises without saying what. */
  vow: boolean
}

/** What keeps each clause from being a plain assertion; some marks reach over the sentence or the message. */
export function markClauses(text: string, clauses: readonly Clause[], role: Role): Marks[] {
  const marks = clauses.map((c) => markClause(text, c, role))
  const any = (i: number, c: Category) => isA(clauses[i], c)
  clauses.forEach((c, i) => {
    // a warning against fraud colours all that the message lists
    if (any(i, 'fraud')) for (const m of marks) m.scopes.add('warning')
    const before = clauses[i - 1]
    // "when it was packed we found a hole": what was found out is no condition
    if (before && isA(c, 'found-out') && !isA(before, 'condition')) marks[i - 1]!.scopes.delete('condition')
    if (
      before &&
      before.sentence === c.sentence &&
      (marks[i - 1]!.scopes.has('condition') || marks[i - 1]!.scopes.has('consequence'))
    )
      if (!marks[i]!.scopes.has('condition')) marks[i]!.scopes.add('consequence')
    marks[i]!.vow = vows(c, marks[i]!)
    // "promised: tomorrow", "the 16th, on the dot": a word of guarantee alone speaks of the clause beside it
    if (onlyGuarantee(c, marks[i]!)) {
      const next = clauses.findIndex((x, j) => j > i && !onlyAddress(x))
      if (next > 0) guaranteeToo(marks[next])
      const said = lastIndexWhere(clauses, (x, j) => j < i && !onlyAddress(x))
      // "fine, rest assured" is mere politeness
      if (isA(c, 'guarantee') || (said >= 0 && !onlyYes(clauses[said]!))) guaranteeToo(marks[said])
    }
    // "two days, at a guess": a hedge alone speaks of the clause before it
    if (before && onlyHedge(c, marks[i]!) && !marks[i - 1]!.scopes.has('guarantee'))
      marks[i - 1]!.scopes.add('hedge')
    // "must it be Friday, or is Saturday fine": the alternative is asked too
    if (
      before &&
      before.sentence === c.sentence &&
      isA(c.tokens[0], 'or-else') &&
      marks[i - 1]!.scopes.has('question')
    )
      marks[i]!.scopes.add('question')
    // "okay?" after a clause asks for consent to it
    if (marks[i]!.asking === 'tag' && i > 0 && onlyTag(c)) propose(marks[i - 1]!)
  })
  return marks
}

function propose(m: Marks): void {
  m.scopes.delete('question')
  m.scopes.add('proposal')
  m.asking ??= 'tag'
}

const LIGHT: Category[] = [
  'guarantee',
  'assure',
  'filler',
  'final',
  'adverb',
  'pronoun',
  'greeting',
  'starter',
]

/** A clause that promises without saying what. */
function onlyGuarantee(c: Clause, { scopes, asking }: Marks): boolean {
  if (asking !== null || scopes.has('hedge')) return false
  if (!isA(c, 'guarantee') && !isA(c, 'assure')) return false
  const last = lastWhere(c.tokens, (t) => isA(t, 'guarantee') || isA(t, 'assure'))!
  // "I promise you", "certainly can", but not "certainly has"
  const light = (t: Token) =>
    LIGHT.some((k) => isA(t, k)) ||
    ((isA(t, 'light') || (isA(t, 'able') && !isA(t, 'neg'))) && t.end <= last.start) ||
    (t.start >= last.end && !isA(t, 'neg') && (isA(t, 'able') || isA(t, 'modal')))
  return c.tokens.every(light) && unexplained(c) <= 1
}

/** "I promise" alone: what it promises was said before. */
function vows(c: Clause, m: Marks): boolean {
  if (onlyGuarantee(c, m)) return true
  if (m.asking !== null || m.scopes.has('hedge') || !isA(c, 'vow')) return false
  return c.tokens.every((t) => isA(t, 'vow') || YES.some((k) => isA(t, k))) && unexplained(c) <= 1
}

/** A clause that hedges without saying what. */
function onlyHedge(c: Clause, { scopes, asking }: Marks): boolean {
  const light = (t: Token) => isA(t, 'hedge') || LIGHT.some((k) => isA(t, k))
  return asking === null && scopes.has('hedge') && c.tokens.every(light) && unexplained(c) === 0
}

/** "Dear," */
export function onlyAddress(c: Clause): boolean {
  return c.tokens.length > 0 && c.tokens.every((t) => isA(t, 'filler') || isA(t, 'final'))
}

/** "Fine", "right, can do" */
export function onlyYes(c: Clause): boolean {
  return c.tokens.every((t) => YES.some((k) => isA(t, k)))
}

const YES: Category[] = [...LIGHT, 'confirm', 'agree', 'able', 'modal', 'have', 'need']

function guaranteeToo(m: Marks | undefined): void {
  if (m !== undefined && m.asking === null && !m.scopes.has('hedge')) m.scopes.add('guarantee')
}

function onlyTag(c: Clause): boolean {
  const light = c.tokens.filter((t) => TAG.some((k) => isA(t, k)))
  const covered = light.reduce((n, t) => n + t.end - t.start, 0)
  return c.end - c.start - covered <= 2 && light.some((t) => isA(t, 'tag'))
}

const TAG: Category[] = ['tag', 'filler', 'final', 'adverb', 'pronoun', 'starter']

function markClause(text: string, clause: Clause, role: Role): Marks {
  const { tokens } = clause
  const scopes = new Set<Scope>()
  const some = (c: Category) => isA(clause, c)
  if (some('condition') || some('condition-end')) scopes.add('condition')
  const told = (c: Category) => tokens.some((t, i) => isA(t, c) && !ofNoun(clause, t, tokens[i + 1]))
  if (told('past')) scopes.add('past')
  if (told('formerly')) scopes.add('formerly')
  if (some('sanction')) scopes.add('warning')
  // "whatever it is, say so" quotes nothing
  const closing = (t: Token) => tokens.filter((x) => x.start >= t.end && isA(x, 'final'))
  const quoted = (t: Token) => clause.end - t.end - closing(t).reduce((n, x) => n + x.end - x.start, 0)
  if (tokens.some((t) => isA(t, 'quote') && clause.end - t.end > 1 && quoted(t) > 0)) scopes.add('quotation')
  if (quotesClause(text, clause)) scopes.add('quotation')
  if (some('third-party')) scopes.add('third-party')
  if (some('defer')) scopes.add('deferral')
  if (some('forbid')) scopes.add('warning')
  if (some('hedge')) scopes.add('hedge')
  tokens.forEach((t, i) => {
    if (!isA(t, 'guarantee')) return
    // a denied guarantee is a hedge: "cannot promise"
    scopes.add(
      tokens.slice(0, i).some((n) => isA(n, 'neg') && !isAlternative(text, tokens, tokens.indexOf(n)))
        ? 'hedge'
        : 'guarantee',
    )
  })
  // to hope or to try with all certainty is still only to hope or to try
  if (some('wish')) {
    scopes.delete('guarantee')
    scopes.add('hedge')
  }
  if (scopes.has('hedge') && tokens.some((t, i) => isA(t, 'guarantee') && isA(tokens[i - 1], 'neg')))
    scopes.delete('guarantee')
  const asking = askingOf(text, clause, role)
  if (asking === 'tag') scopes.add('proposal')
  else if (asking !== null) scopes.add('question')
  return { scopes, asking, vow: false }
}

/** "Whoever says 「we cannot invoice」": what stands between the marks is a clause, and only says which one is meant. */
function quotesClause(text: string, { start, end, tokens }: Clause): boolean {
  const marks = QUOTED.exec(text.slice(start, end))
  if (!marks) return false
  const [from, to] = [start + marks.index, start + marks.index + marks[0].length]
  if (!tokens.some((t) => t.start === to && isA(t, 'final'))) return false
  const inside = tokens.filter((t) => from < t.start && t.end < to)
  return inside.filter((t) => !inside.some((o) => o !== t && o.start <= t.start && t.end <= o.end)).length > 1
}

/** As folding writes quotation marks. */
const QUOTED = /「[^「」]+」/

/** "last year's order": a time that only says which thing is meant. */
function ofNoun(clause: Clause, t: Token, next: Token | undefined): boolean {
  return (
    next !== undefined &&
    next.start === t.end &&
    isA(next, 'final') &&
    next.end < clause.end &&
    !isA(next, 'closing') &&
    !isA(next, 'aspect')
  )
}

/** What is said rather than named: "or" before it offers no other thing. */
const SAYS = bitsOf([
  'able',
  'adverb',
  'agree',
  'aspect',
  'be',
  'confirm',
  'have',
  'hedge',
  'light',
  'modal',
  'neg',
  'neg-complement',
  'need',
  'potential',
  'want',
])

function askingOf(text: string, { tokens, closedBy, start, end }: Clause, role: Role): Asking {
  const rhetorical = tokens.some((t) => isA(t, 'rhetorical'))
  // the agent's rhetorical question states, the buyer's still waits for an answer
  if (rhetorical) return role === 'buyer' ? 'plain' : null
  let asking: Asking = null
  const particle = (t: Token) => isA(t, 'final') || isA(t, 'filler')
  const closing = tokens.slice(lastIndexWhere(tokens, (t) => !particle(t)) + 1)
  // "or shall I cancel it, then": the agent offers the other choice
  const offered =
    role === 'agent' &&
    tokens.some((t) => isA(t, 'or-shall')) &&
    closing.some((t) => isA(t, 'wonder')) &&
    !tokens.some((t) => isA(t, 'past'))
  // "why so slow can it leave today?": the end of it asks whether
  const why = tokens.some((t) => isA(t, 'why'))
  tokens.forEach((t, i) => {
    if (isA(t, 'anota') || isAlternative(text, tokens, i)) asking ??= 'alternative'
    // the buyer asks which of the two, and no mere yes tells
    else if (offersOther(i)) asking ??= role === 'agent' ? 'alternative' : 'which'
    else if (isA(t, 'question-final') && isLast(i) && t.start > start && (!isA(t, 'neg') || asksByNot(i, t)))
      asking = asking === null || why ? 'plain' : asking
    // the buyer's softened statement asks, the agent's does not
    else if (role === 'buyer' && isA(t, 'soft-question') && isLast(i) && t.start > start) asking ??= 'plain'
    else if (isA(t, 'question-word') || (role === 'buyer' && (isA(t, 'few') || isA(t, 'how-much'))))
      asking ??= 'which'
  })
  // "is it not so good?": what is denied asks for no consent
  const denied = (t: Token) => tokens.some((n) => n.end === t.start && isA(n, 'neg'))
  const tag = lastWhere(tokens, (t) => isA(t, 'tag') && !denied(t))
  // a tag closes a clause that says something: "… shall we?"; alone it refers to the clause before
  if (tag && text.slice(tag.end, end).length <= 2) return 'tag'
  if (asking === null && (closedBy === '?' || offered)) asking = 'plain'
  return asking

  // "is it tomorrow or all at once?", "tomorrow or on Friday"
  function offersOther(i: number): boolean {
    const or = tokens[i]!
    if (!isA(or, 'or-else')) return false
    const one = tokens.filter((t) => t.end <= or.start)
    const other = tokens.filter((t) => t.start >= or.end && !particle(t))
    const isName = (t: Token) => !isAny(t, SAYS)
    return (
      (one.some((t) => isA(t, 'be')) && (role === 'buyer' || isA(lastOf(tokens), 'final'))) ||
      (one.some((t) => t.end === or.start && isName(t) && !isA(t, 'pronoun')) &&
        other[0]?.start === or.end &&
        other.every(isName))
    )
  }

  // an agent's statement may end in "there is none", never in a bare "not"
  function asksByNot(i: number, t: Clause['tokens'][number]): boolean {
    return isQuestionEnd(text, tokens, i) && (role === 'buyer' || isA(t, 'bare-not'))
  }

  function isLast(i: number): boolean {
    return tokens
      .slice(i + 1)
      .every(
        (x) => isA(x, 'final') || isA(x, 'filler') || isA(x, 'question-final') || isA(x, 'soft-question'),
      )
  }
}
