/** What one clause of the buyer says, with what the talk before it supplies. */

import { lastOf } from '../lists.js'
import { type Analysis, clauseSpan, statementsOf, withScopes } from '../statements/analyse.js'
import { bitsOf, isA, isAny } from '../statements/categories.js'
import type { Lexis } from '../statements/lexis.js'
import { polarityAt } from '../statements/polarity.js'
import type { Statement } from '../statements/types.js'
import { shortAnswer } from './answers.js'
import { isMore, isSubject } from './speaks.js'
import type { Open, Said, State } from './state.js'

export function buyerSays(
  lexis: Lexis,
  a: Analysis,
  i: number,
  open: readonly Open[],
  s: State,
): Statement[] {
  const own = statementsOf(lexis, a, i, null, 'clause', [])
  const names = (x: Statement) => isMore(lexis, x)
  if (own.some(names)) return own
  const same = lastOf(open.filter((o) => o.turn === s.turn))
  const over = a.clauses[i]!.tokens.some((t) => isA(t, 'aspect') && isA(t, 'ending'))
  if (own.length && same && !over) {
    // "I need it on Thursday. Will it be there?": the time is in the clause before
    const source = [{ message: same.message, span: same.span }]
    const more = statementsOf(lexis, a, i, new Set(same.context), 'carried', source, false)
    if (more.some((x) => names(x) && x.via === 'carried')) return more
  }
  const bare = asksBarely(a, i)
  if (own.length && !bare) return own
  const mention = mentions(lexis, a, i)
  if (mention.length) return mention
  const asking = a.marks[i]!.asking
  const spoken = open.filter((o) => o.says.some((x) => !lexis.readings.get(x.reading)?.harmless))
  const latest = lastOf(spoken)
  // within one turn a clause goes on from the one before; later only a short one does
  const from =
    lastOf(open.filter((o) => o.turn === s.turn)) ??
    (latest && shortAnswer(lexis, a, i, latest.text) ? latest : undefined)
  if (from) {
    const source = [{ message: from.message, span: from.span }]
    const carried = statementsOf(
      lexis,
      a,
      i,
      new Set(from.context),
      'carried',
      source,
      shortAnswer(lexis, a, i, '') !== null,
    )
    if (bare ? carried.some((x) => x.via === 'carried' && names(x)) : carried.length) return carried
  }
  // "can you promise?", "so is there one?", "how much?": asks again what was last spoken of
  const short = shortAnswer(lexis, a, i, '')
  // "certainly and without fail": wants what was just said to be certain
  const sure = s.role === 'agent' && short?.predicate === 'guarantee' && short.sign === 1
  if ((asking === null && !sure) || (asking === 'which' && !bare)) return own
  // "order then" says what is done
  const acts = short?.predicate === 'other' && isA(a.clauses[i], 'verb')
  if (!bare && (!short || acts)) return own
  // what this turn has asked already comes before what was said earlier
  const spokenNow = open.filter((o) => o.turn === s.turn && o.says.length > 0)
  // what is promised is when something comes, whatever was put in between
  const dated = isA(a.clauses[i], 'guarantee')
  const turn =
    (dated && lastOf(spokenNow.filter((o) => o.says.some((x) => x.slots.time)))) || lastOf(spokenNow)
  const last = lastOf(s.said.filter((x) => x.by !== 'system' && isSubject(lexis, x.reading)))
  const having = lastOf(spoken.filter((o) => o.predicates.includes('have')))
  const justSaid = last?.by === 'agent' && last.turn === s.turn - 1 && !isProposal(last)
  if (asking === null && !justSaid) return own
  const source = short?.predicate === 'have' && having ? having.says : turn ? turn.says : last ? [last] : []
  return source.map((x) => ({
    ...x,
    polarity: 1,
    scope: withScopes(x.scope, a.marks[i]!.scopes, ['hedge', 'past', 'deferral']),
    via: 'carried',
    span: clauseSpan(a, i),
  }))
}

const BARE = bitsOf([
  'question-word',
  'how-much',
  'few',
  'adverb',
  'aspect',
  'be',
  'conj',
  'filler',
  'final',
  'greeting',
  'hedge',
  'light',
  'modal',
  'need',
  'pronoun',
  'starter',
  'then',
])

/** "How much?", "when at the latest?": a question that leaves its subject to what was spoken of. */
function asksBarely(a: Analysis, i: number): boolean {
  const { tokens, start, end } = a.clauses[i]!
  if (a.marks[i]!.asking !== 'which' || tokens.some((t) => isA(t, 'why'))) return false
  const known = new Set<number>()
  for (const t of tokens) if (isAny(t, BARE)) for (let k = t.start; k < t.end; k++) known.add(k)
  return tokens.every((t) => known.has(t.start) && known.has(t.end - 1)) && end - start === known.size
}

/** A noun alone can be a question: "and QQ?", "invoice?" */
function mentions(lexis: Lexis, a: Analysis, i: number): Statement[] {
  const c = a.clauses[i]!
  const found: Statement[] = []
  c.tokens.forEach((t, at) => {
    for (const k of t.is) {
      const reading = lexis.askedBy.get(k)
      if (!reading || found.some((f) => f.reading === reading.id)) continue
      const { sign } = polarityAt(lexis, a.folded.text, c.tokens, at, [], true)
      found.push({
        reading: reading.id,
        polarity: sign,
        scope: [...a.marks[i]!.scopes],
        slots: { amounts: [], time: false, clause: a.folded.text.slice(c.start, c.end) },
        span: clauseSpan(a, i),
        via: 'clause',
        evidence: [],
      })
    }
  })
  return found
}

export function isProposal(x: Said): boolean {
  return x.scope.includes('question') || x.scope.includes('proposal') || x.scope.includes('condition')
}
