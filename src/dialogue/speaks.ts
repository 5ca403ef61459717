/** Whether what was said says anything. */

import { lastOf } from '../lists.js'
import type { Analysis } from '../statements/analyse.js'
import { type Category, isA } from '../statements/categories.js'
import type { Lexis } from '../statements/lexis.js'
import type { Statement } from '../statements/types.js'

/** Declared harmless, and no mere remark. */
export function isClear(lexis: Lexis, x: Statement): boolean {
  return isMore(lexis, x) && lexis.readings.get(x.reading)!.harmless === true
}

/** Readings ranked below this only mention something. */
const MENTION = 0
/** Those ranked no higher than this are marks beside what is said: nobody asks about them again. */
const MARK = -10

/** More than a mention, harmless or not. */
export function isMore(lexis: Lexis, x: Statement): boolean {
  const r = lexis.readings.get(x.reading)
  return r !== undefined && r.rank >= MENTION
}

/** Neither a bare mention nor a harmless reading. */
export function speaks(lexis: Lexis, x: Statement): boolean {
  return isMore(lexis, x) && !lexis.readings.get(x.reading)!.harmless
}

/** What one can ask about again: neither declared harmless nor a mark beside something else. */
export function isSubject(lexis: Lexis, reading: string): boolean {
  const r = lexis.readings.get(reading)
  return r === undefined || (!r.harmless && r.rank > MARK)
}

/** Greeting, deferral, or a question back: the buyer's question still waits. */
export function isFiller(a: Analysis, i: number): boolean {
  const marks = a.marks[i]!
  if (marks.asking === 'plain' || marks.asking === 'alternative' || marks.asking === 'which') return true
  if (marks.scopes.has('deferral')) return true
  const c = a.clauses[i]!
  // "the black one, I take it?"
  if (isA(lastOf(c.tokens), 'soft-question') && !isA(c, 'able') && !isA(c, 'neg')) return true
  const light: Category[] = ['greeting', 'filler', 'final', 'pronoun', 'starter']
  const covered = c.tokens.filter((t) => light.some((k) => isA(t, k)))
  const length = covered.reduce((n, t) => n + t.end - t.start, 0)
  return c.end - c.start - length <= 2
}
