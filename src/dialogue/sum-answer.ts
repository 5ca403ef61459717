import { lastWhere } from '../lists.js'
import { type Analysis, amountOf, spanOf, withScopes } from '../statements/analyse.js'
import { bitsOf, isAny } from '../statements/categories.js'
import { unexplained } from '../statements/clauses.js'
import type { Lexis } from '../statements/lexis.js'
import type { Statement } from '../statements/types.js'
import type { Short } from './answers.js'
import type { Open } from './state.js'

export interface SumAnswer {
  statements: Statement[]
  closes: Open[]
}

const SUMS = ['@number', '@money', '@percent']
/** What may stand beside the sum: words of no weight, "in all", "add". */
const BESIDE = ['paid-word', 'charge-weak', 'money-word', 'cash-word']
const LIGHT = bitsOf([
  'adverb',
  'be',
  'confirm',
  'filler',
  'final',
  'have',
  'hedge',
  'light',
  'modal',
  'need',
  'neg',
  'pronoun',
])
const MOST_UNEXPLAINED = 2

/** "How much tax do you add? — 6 points": a sum alone says what was asked how much it is. */
export function sumAnswer(
  lexis: Lexis,
  a: Analysis,
  i: number,
  waiting: readonly Open[],
  short: Short | null,
): SumAnswer | null {
  const from = lastWhere(
    waiting,
    (o) => o.asking === 'which' && !o.answered && o.says.length > 0 && o.predicates.includes('how-much'),
  )
  const c = a.clauses[i]!
  const is = (t: (typeof c.tokens)[number], names: readonly string[]) =>
    t.is.some((k) => names.includes(lexis.knowledge.concepts[k]!.name))
  const sums = c.tokens.filter((t) => is(t, SUMS) && (t.digits?.length ?? 0) < 8)
  if (from === undefined) return null
  if (sums.length === 0) return none(a, i, from, short)
  if (!c.tokens.every((t) => sums.includes(t) || isAny(t, LIGHT) || is(t, BESIDE))) return null
  if (unexplained(c) > MOST_UNEXPLAINED) return null
  const text = (t: { start: number; end: number }) => a.folded.text.slice(t.start, t.end)
  const amounts = sums.map((t) => amountOf(text(t)))
  const isNothing = amounts.length > 0 && amounts.every((n, k) => n === 0 && /\d/.test(text(sums[k]!)))
  const statements = from.says.map(
    (x): Statement => ({
      ...x,
      polarity: isNothing ? -1 : 1,
      scope: withScopes(x.scope, a.marks[i]!.scopes, ['question']),
      slots: { ...x.slots, amounts },
      span: spanOf(a, sums),
      via: 'answer',
      evidence: [{ message: from.message, span: from.span }],
    }),
  )
  return { statements, closes: [from] }
}

/** "How much is the freight? — None needed." */
function none(a: Analysis, i: number, from: Open, short: Short | null): SumAnswer | null {
  const denied = short?.sign === -1 && (short.predicate === 'need' || short.predicate === 'have')
  if (!denied || a.clauses[i]!.end - a.clauses[i]!.start > MOST_DENIAL) return null
  const statements = from.says.map(
    (x): Statement => ({
      ...x,
      polarity: -1,
      scope: withScopes(x.scope, a.marks[i]!.scopes, ['question']),
      span: spanOf(a, short.tokens),
      via: 'answer',
      evidence: [{ message: from.message, span: from.span }],
    }),
  )
  return { statements, closes: [from] }
}

const MOST_DENIAL = 8
