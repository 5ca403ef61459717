/** A promise that leaves unsaid what it promises. */

import { lastOf } from '../lists.js'
import { type Analysis, clauseSpan, withScopes } from '../statements/analyse.js'
import { onlyAddress, onlyYes } from '../statements/scope.js'
import type { Scope, Statement } from '../statements/types.js'
import type { Open, State } from './state.js'

/** The clause promises, and nothing before it in the message says what. */
export function isVow(a: Analysis, i: number): boolean {
  return a.marks[i]!.vow && a.clauses.slice(0, i).every((c) => onlyAddress(c) || onlyYes(c))
}

/** "The 15th." – "That I promise.": the time that the message before named, or that the buyer asked for, is certain now. */
export function vowing(a: Analysis, i: number, s: State, waiting: readonly Open[]): Statement[] {
  const promised = (x: Statement, message: number): Statement => ({
    reading: x.reading,
    polarity: 1,
    scope: withScopes(x.scope, ['guarantee'], ['question', 'proposal']),
    slots: x.slots,
    span: clauseSpan(a, i),
    via: 'answer',
    evidence: [...x.evidence, { message, span: x.span }],
  })
  const own = s.said.filter(
    (x) =>
      x.by === 'agent' &&
      x.message === s.message - 1 &&
      x.slots.time &&
      x.polarity === 1 &&
      !x.scope.some((k) => OPEN.includes(k)),
  )
  if (own.length > 0) return own.map((x) => promised(x, x.message))
  const asked = lastOf(waiting.filter((o) => !o.answered && o.says.some((x) => x.slots.time)))
  const wanted = asked?.asking === 'which' ? [] : (asked?.says ?? []).filter((x) => x.slots.time)
  return wanted.map((x) => promised(x, asked!.message))
}

/** What was said like that is promised by no word after it. */
const OPEN: Scope[] = ['question', 'condition', 'hedge', 'past', 'formerly']
