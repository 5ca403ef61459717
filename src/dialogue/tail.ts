/** What an agent leaves hanging at the end of one message and goes on with in the next. */

import { lastOf } from '../lists.js'
import { type Analysis, analyse, clauseSpan, statementsOf } from '../statements/analyse.js'
import { isA } from '../statements/categories.js'
import { canState, glance } from '../statements/glance.js'
import type { Lexis } from '../statements/lexis.js'
import type { Statement } from '../statements/types.js'
import { isFiller, speaks } from './speaks.js'
import type { Said, State } from './state.js'

type Tail = Pick<State, 'tail' | 'tailAt'>

/** Words that the next message may go on from: where it does, they are looked at more closely. */
export function lastWords(s: State, text: string): Tail {
  // only so much is looked at: from the end of a long message this would start anew at each character
  const tail = /[^\s\p{P}]*$/u.exec(text.slice(-MOST_TAIL - 1))![0]
  const span = { start: text.length - tail.length, end: text.length }
  return { tail: tail.length > MOST_TAIL ? '' : tail, tailAt: { message: s.message, span } }
}

/** What hangs after a message that was taken apart. */
export function tailAfter(lexis: Lexis, s: State, a: Analysis, text: string, spoken: readonly Said[]): Tail {
  // a number sent bit by bit
  if (s.tail !== '' && isBareNumber(a) && s.tail.length + text.length <= MOST_TAIL)
    return { tail: s.tail + text.trim(), tailAt: s.tailAt }
  const last = a.clauses.length - 1
  return {
    tail: tailOf(lexis, a, text, spoken),
    tailAt: last < 0 ? null : { message: s.message, span: clauseSpan(a, last) },
  }
}

/** The last words of a message where they were left hanging: no end mark, and nothing said by themselves. */
function tailOf(lexis: Lexis, a: Analysis, text: string, spoken: readonly Said[]): string {
  const i = a.clauses.length - 1
  const c = a.clauses[i]
  if (c?.closedBy !== '' || c.end - c.start > MOST_TAIL || isFiller(a, i) || isA(lastOf(c.tokens), 'final'))
    return ''
  const span = clauseSpan(a, i)
  if (spoken.some((x) => x.span.end > span.start && speaks(lexis, x))) return ''
  return text.slice(span.start)
}

const MOST_TAIL = 14

/** Words by themselves left hanging. */
function hangs(lexis: Lexis, words: string): boolean {
  return tailOf(lexis, analyse(lexis, words, 'agent'), words, []) !== ''
}

function isBareNumber(a: Analysis): boolean {
  const [c, t] = [a.clauses[0], a.tokens[0]]
  return a.clauses.length === 1 && t?.digits !== undefined && t.start === c!.start && t.end === c!.end
}

/** What a sentence says that was sent in two messages; the part in this message is what is quoted. */
export function acrossMessages(lexis: Lexis, s: State, text: string): Statement[] {
  const cut = s.tail.length
  if (cut === 0) return []
  const whole = s.tail + text
  const seen = glance(lexis, whole)
  if (!canState(lexis, seen, 'agent') || !hangs(lexis, s.tail)) return []
  const a = analyse(lexis, whole, 'agent', seen)
  const found: Statement[] = []
  a.clauses.forEach((_, i) => {
    const clause = clauseSpan(a, i)
    if (clause.start >= cut || clause.end <= cut) return
    for (const x of statementsOf(lexis, a, i, null, 'clause', []))
      if (speaks(lexis, x) && x.span.start < cut && x.span.end > cut)
        found.push({
          ...x,
          span: { start: 0, end: x.span.end - cut },
          evidence: s.tailAt ? [s.tailAt] : [],
        })
  })
  return found
}
