import { lastIndexWhere } from '../lists.js'
import type { Role, Span } from '../model.js'
import { scan } from '../text/automaton.js'
import { type Folded, toOriginal } from '../text/fold.js'
import { withoutBoundaries } from '../text/folded.js'
import { bitsOf, isA, isAny } from './categories.js'
import { chooseWords } from './choose.js'
import { type Clause, cutClauses } from './clauses.js'
import { type Glance, glance } from './glance.js'
import type { Lexis } from './lexis.js'
import { isAlternative, polarityAt } from './polarity.js'
import { type Hit, readClause } from './readings.js'
import { type Marks, markClauses } from './scope.js'
import type { Token } from './tokens.js'
import type { Polarity, Scope, Statement, Via } from './types.js'

/** The comma of enumerations. */
const LIST_MARK = '\u3001'

/** A message taken apart: what it names, clause by clause. */
export interface Analysis {
  role: Role
  folded: Folded
  tokens: Token[]
  clauses: Clause[]
  marks: Marks[]
  limits: Limits
}

/** What limits a promise anywhere in the message. */
interface Limits {
  /** Where the first word of exception stands; beyond the text where there is none. */
  except: number
  /** The number after "at least". */
  minimum?: number
}

export function analyse(
  lexis: Lexis,
  text: string,
  role: Role,
  { folded, found }: Glance = glance(lexis, text),
): Analysis {
  const tokens = chooseWords(lexis, folded.text, found)
  const isListMark = (at: number) => text[folded.start[at]!] === LIST_MARK
  const clauses = cutClauses(folded.text, tokens, isListMark, lexis.particles, lexis.finals)
  const marks = markClauses(folded.text, clauses, role)
  return { role, folded, tokens, clauses, marks, limits: limitsOf(folded.text, tokens) }
}

export interface Source {
  message: number
  span: Span
}

/** Statements of one clause, with what the conversation supplies where `context` is given. */
export function statementsOf(
  lexis: Lexis,
  a: Analysis,
  clause: number,
  context: ReadonlySet<number> | null,
  via: Via,
  evidence: Source[],
  /** Whether "have" or "can" alone may speak of what is left unsaid. */
  bare = true,
): Statement[] {
  const c = a.clauses[clause]!
  return readClause(lexis, c, context, a.role)
    .filter((hit) => bare || !hit.elided || !hit.bare)
    .map((hit) =>
      hit.elided
        ? toStatement(lexis, a, clause, hit, via, evidence)
        : toStatement(lexis, a, clause, hit, 'clause', []),
    )
}

function toStatement(
  lexis: Lexis,
  a: Analysis,
  clause: number,
  hit: Hit,
  via: Via,
  evidence: Source[],
): Statement {
  const c = a.clauses[clause]!
  const { reading } = hit.candidate
  const signed = polarityAt(lexis, a.folded.text, c.tokens, hit.head, hit.tokens, a.role === 'buyer')
  const denied =
    signed.by.length === 0 &&
    (deniedByList(a, clause) || (!hit.candidate.pattern.inverse && deniedByComment(a, clause)))
  const inverse = hit.candidate.pattern.inverse !== denied
  const used = [
    ...hit.tokens.filter((t): t is Token => t !== undefined),
    ...(reading.sign === 'head' ? signed.by : []),
  ]
  // what is always so is turned round by the pattern alone
  const fixed: Polarity = reading.sign === 'yes' ? 1 : -1
  const polarity = (
    reading.sign === 'head'
      ? inverse
        ? -signed.sign
        : signed.sign
      : hit.candidate.pattern.inverse
        ? -fixed
        : fixed
  ) as Polarity
  const slots = slotsOf(lexis, a, c, c.tokens[hit.head]!)
  const time = lexis.concept.get('@time') ?? -1
  // "the wedding is on Friday. Will it be there?": the time that was left unsaid is meant
  const meant =
    via === 'carried' && hit.candidate.pattern.needs.some((n, i) => !hit.tokens[i] && n.any.includes(time))
  return {
    reading: reading.id,
    polarity,
    scope: scopeAt(lexis, a, clause, hit.head, signed.by),
    slots: {
      ...slots,
      time: slots.time || meant,
      named: used.map((t) => a.folded.text.slice(t.start, t.end)),
    },
    span: spanOf(a, used),
    via,
    evidence,
  }
}

/** The scopes of the clause that reach its head. */
function scopeAt(lexis: Lexis, a: Analysis, clause: number, at: number, denials: readonly Token[]): Scope[] {
  const scopes = new Set(a.marks[clause]!.scopes)
  const { tokens } = a.clauses[clause]!
  const head = tokens[at]!
  // in "if A then B" said in one breath only A is conditional
  const from = tokens.findIndex((t) => isA(t, 'condition'))
  const then = from < 0 ? undefined : tokens.slice(from + 1).find((t) => isA(t, 'then'))
  if (then && then.start <= head.start) {
    scopes.delete('condition')
    scopes.add('consequence')
  }
  // "without A it works as well": A is not denied but set aside
  const evenSo = tokens.findIndex((t, i) => i >= at && isA(t, 'even-so'))
  if (evenSo > 0 && denials.some((t) => t.start <= head.start) && !tokens.slice(evenSo).some(denies))
    scopes.add('condition')
  // "you may do without A": leave to, no denial of A
  if (
    denials.some(
      (d) => isA(d, 'neg') && tokens.some((t) => t.end === d.start && isA(t, 'able') && !isA(t, 'neg')),
    )
  )
    scopes.add('condition')
  if (scopes.has('past') && isNoMorePast(lexis, a.folded.text, tokens, at)) scopes.delete('past')
  return [...scopes]
}

const denies = (t: Token) => isA(t, 'neg') || isA(t, 'neg-complement')

/** "Out of stock yesterday today it leaves", "leaves tomorrow it's noted already": a day ahead stands nearer than the past. */
function isNoMorePast(lexis: Lexis, text: string, tokens: readonly Token[], head: number): boolean {
  const last = lastIndexWhere(tokens, (t, i) => i <= head && isA(t, 'past'))
  return tokens.slice(last + 1, head).some((t) => beginsAhead(lexis, text.slice(t.start, t.end)))
}

/** "tomorrow", and "tomorrow at noon" as well. */
function beginsAhead(lexis: Lexis, words: string): boolean {
  const { wordConcepts } = lexis.knowledge
  let found = false
  scan(lexis.automaton, words, (w, start) => {
    if (start === 0 && wordConcepts[w]!.includes(lexis.concept.get('ahead')!)) found = true
  })
  return found
}

/** "no QQ, WeChat, transfers": the items of an enumeration share the denial before the first. */
function deniedByList(a: Analysis, clause: number): boolean {
  let i = clause
  while (i > 0 && a.clauses[i]!.listed) i--
  if (i === clause) return false
  const first = a.clauses[i]!
  const isNeg = (t: Token) => isA(t, 'neg') || isA(t, 'forbid')
  const negs = first.tokens.filter((t, k) => isNeg(t) && !isAlternative(a.folded.text, first.tokens, k))
  return negs.length % 2 === 1
}

const COMMENT = bitsOf([
  'neg',
  'neg-complement',
  'modal',
  'able',
  'have',
  'light',
  'be',
  'need',
  'adverb',
  'pronoun',
  'final',
  'filler',
  'aspect',
])
const AFFIRMS = bitsOf(['able', 'have', 'confirm', 'agree', 'modal', 'guarantee', 'past'])

/** "Payment on delivery — that we don't do": what is named first is denied by a clause that names nothing. */
function deniedByComment(a: Analysis, i: number): boolean {
  const [c, next] = [a.clauses[i]!, a.clauses[i + 1]]
  if (a.role !== 'agent' || next === undefined || next.sentence !== c.sentence) return false
  const [said, comment] = [a.marks[i]!, a.marks[i + 1]!]
  if (said.asking !== null || comment.asking !== null || comment.scopes.size > 0) return false
  if (c.tokens.some((t) => isAny(t, AFFIRMS) && !isA(t, 'light'))) return false
  const denials = next.tokens.filter((t) => isA(t, 'neg') || isA(t, 'neg-complement'))
  if (denials.length % 2 === 0) return false
  const known = new Set<number>()
  for (const t of next.tokens) if (isAny(t, COMMENT)) for (let k = t.start; k < t.end; k++) known.add(k)
  return (
    next.end - next.start - known.size <= 1 &&
    next.tokens.every((t) => known.has(t.start) && known.has(t.end - 1))
  )
}

/** The original characters from the first to the last of the tokens. */
export function spanOf(a: Analysis, tokens: readonly { start: number; end: number }[]): Span {
  const from = Math.min(...tokens.map((t) => t.start))
  const to = Math.max(...tokens.map((t) => t.end))
  return toOriginal(a.folded, from, to)
}

export function clauseSpan(a: Analysis, clause: number): Span {
  const c = a.clauses[clause]!
  return toOriginal(a.folded, c.start, c.end)
}

/** Concepts that a later clause may leave unsaid. */
export function contextOf(lexis: Lexis, c: Clause): number[] {
  return [...new Set(c.tokens.flatMap((t) => t.is))].filter((i) => lexis.noun[i] === 1 || lexis.verb[i] === 1)
}

function slotsOf(lexis: Lexis, a: Analysis, c: Clause, head: Token): Statement['slots'] {
  const { text } = a.folded
  const names = (t: Token, name: string) => t.is.includes(lexis.concept.get(name) ?? -1)
  const numbers = c.tokens.filter((t) => t.digits !== undefined && names(t, '@number'))
  return {
    amounts: numbers.filter((t) => t.digits!.length < 8).map((t) => amountOf(text.slice(t.start, t.end))),
    time: c.tokens.some((t) => names(t, '@time')),
    clause: text.slice(c.start, c.end),
    context: text,
    bare: !c.tokens.some((t) => t.is.some((k) => lexis.verb[k] === 1)),
    digits: numbers.map((t) => t.digits!),
    excepts: a.limits.except < text.length,
    exceptsBefore: a.limits.except < c.end,
    minimum: a.limits.minimum,
    item: itemIn(lexis, text, c, head),
  }
}

function limitsOf(text: string, tokens: readonly Token[]): Limits {
  // "free there or not free" excepts nothing
  const asked = tokens.filter((t) => isA(t, 'anota'))
  const except =
    tokens.find((t) => isA(t, 'except') && !asked.some((o) => o.start <= t.start && t.end <= o.end))?.start ??
    text.length
  const least = tokens.findIndex((t) => isA(t, 'at-least'))
  const minimum = least < 0 ? undefined : tokens.slice(least + 1).find((t) => t.digits !== undefined)
  return minimum ? { except, minimum: amountOf(text.slice(minimum.start, minimum.end)) } : { except }
}

export function amountOf(digits: string): number {
  const n = Number(digits.replace(/[^\d.]/g, ''))
  return Number.isFinite(n) ? n : 0
}

/** What is to be named: a known kind of goods, else the unknown words after the head. */
function itemIn(lexis: Lexis, text: string, c: Clause, head: Token): string {
  const known = c.tokens.find((t) => t.is.includes(lexis.concept.get('@item') ?? -1))
  return known ? text.slice(known.start, known.end) : itemAfter(lexis, text, c, head)
}

/** The unknown words between the head and the next word of grammar: what an invoice is to name. */
function itemAfter(lexis: Lexis, text: string, c: Clause, head: Token): string {
  const stop = c.tokens.find(
    (t) => t.start >= head.end && !t.is.some((i) => lexis.noun[i] === 1 || lexis.verb[i] === 1),
  )
  return withoutBoundaries(text.slice(head.end, stop?.start ?? c.end))
}

export function withScopes(scopes: readonly Scope[], add: Iterable<Scope>, drop: readonly Scope[]): Scope[] {
  return [...new Set([...scopes, ...add])].filter((s) => !drop.includes(s))
}
