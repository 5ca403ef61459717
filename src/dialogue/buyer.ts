import { lastOf } from '../lists.js'
import type { Message } from '../model.js'
import {
  type Analysis,
  analyse,
  clauseSpan,
  contextOf,
  statementsOf,
  withScopes,
} from '../statements/analyse.js'
import { bitsOf, type Category, isA, isAny } from '../statements/categories.js'
import { canLean, canState, type Glance, glance, namesNothing } from '../statements/glance.js'
import type { Lexis } from '../statements/lexis.js'
import type { Token } from '../statements/tokens.js'
import type { Scope, Statement } from '../statements/types.js'
import { ANSWERING, answeredPolarity, shortAnswer, stemOf } from './answers.js'
import { buyerSays, isProposal } from './buyer-says.js'
import { noteFacts } from './facts.js'
import type { Open, Said, State } from './state.js'

/** Takes in what the buyer said: questions and requests stand open, remarks are remembered. */
export function hearBuyer(lexis: Lexis, before: State, message: Message): State {
  const seen = glance(lexis, message.text)
  const s = before.role === 'buyer' ? { ...before } : passUnanswered({ ...before, turn: before.turn + 1 })
  if (isSilent(lexis, s, seen)) {
    const heard: State = { ...s, role: 'buyer', tail: '' }
    return noteFacts(lexis, heard, message, { folded: seen.folded, tokens: [] }, [])
  }
  const a = analyse(lexis, message.text, 'buyer', seen)
  const open: Open[] = []
  const said: Said[] = []
  const noted: Said[] = []
  a.clauses.forEach((c, i) => {
    const span = clauseSpan(a, i)
    const says = buyerSays(lexis, a, i, [...s.open, ...open], s)
    const marks = a.marks[i]!
    const consent = says.length === 0 ? consentTo(lexis, a, i, s) : []
    const is = (k: Category) => isA(c, k)
    // "you have cancelled it?" wishes for nothing
    const done: Scope[] =
      marks.asking === 'plain' &&
      is('aspect') &&
      !(is('soft-question') || is('able') || is('want') || is('need'))
        ? ['past']
        : []
    // asking how is not asking for it
    if (marks.asking !== 'which')
      for (const st of [...says, ...consent])
        said.push({
          ...st,
          scope: withScopes(st.scope, done, []),
          by: 'buyer',
          message: s.message,
          turn: s.turn,
        })
    const wishes = is('want') || is('able') || is('need')
    const request = marks.asking === null && (wishes || (says.length > 0 && !is('past')))
    const asking = marks.asking === 'tag' ? 'plain' : marks.asking
    for (const x of says) noted.push({ ...x, by: 'buyer', message: s.message, turn: s.turn })
    if (asking === null && !request && says.length === 0) return
    const last = lastOf(open)
    // "…, how about it?" is asked of what was just said
    if (marks.asking === 'tag' && says.length === 0 && last && last.says.length > 0 && last.asking !== null)
      return
    if (last && last.asking !== null && last.says.length === 0 && asking === null && !is('want')) {
      // "is there a group? the QQ kind": the afterthought says what the question was about
      const wanted: Scope[] = last.guarantee ? ['guarantee'] : []
      const asked = says.map((x) => ({ ...x, scope: withScopes(x.scope, wanted, []) }))
      Object.assign(last, { says: asked, context: [...last.context, ...contextOf(lexis, c)] })
      return
    }
    if (
      last &&
      last.asking === null &&
      last.says.length > 0 &&
      asking !== null &&
      asking !== 'which' &&
      says.length === 0
    ) {
      // "I come and fetch it, cash okay?": the question is about what was just said
      Object.assign(last, { asking, request: true, context: [...last.context, ...contextOf(lexis, c)] })
      last.predicates.push(...predicatesOf(a, i))
      return
    }
    open.push({
      message: s.message,
      turn: s.turn,
      span,
      asking,
      request: request || marks.asking === 'tag',
      remark: marks.asking === null && !wishes,
      mention:
        says.length > 0 &&
        statementsOf(lexis, a, i, null, 'clause', []).length === 0 &&
        says.every((x) => x.via === 'clause'),
      aside: says.filter((x) => goesOn(lexis, a, i, x)).map((x) => x.reading),
      choice: is('or-else'),
      guarantee: marks.scopes.has('guarantee'),
      says,
      context: [
        ...new Set([...contextOf(lexis, c), ...says.flatMap((x) => contextBehind(x, [...s.open, ...open]))]),
      ],
      text: a.folded.text.slice(c.start, c.end),
      predicates: predicatesOf(a, i),
      answered: false,
      passed: false,
    })
  })
  const next = {
    ...s,
    role: 'buyer' as const,
    tail: '',
    open: [...s.open, ...open],
    said: [...s.said, ...said],
  }
  return noteFacts(lexis, next, message, a, noted)
}

/** Neither names, asks, wants nor answers anything. */
function isSilent(lexis: Lexis, s: State, seen: Glance): boolean {
  return (
    !seen.folded.text.includes('?') &&
    namesNothing(lexis, seen, ASKS_OR_ANSWERS) &&
    !(s.open.length > 0 && canLean(lexis, seen)) &&
    !canState(lexis, seen, 'buyer')
  )
}

const ASKS_OR_ANSWERS = bitsOf([
  ...ANSWERING,
  'anota',
  'few',
  'how-much',
  'or-else',
  'question-final',
  'question-word',
  'rhetorical',
  'soft-question',
  'tag',
])

/** A new turn of the buyer: what the agent left for something else is no longer waiting for an answer. */
function passUnanswered(s: State): State {
  if (s.onlyFiller) return s
  return { ...s, open: s.open.map((o) => (o.passed ? o : { ...o, passed: true })) }
}

/** Words that say nothing of their own. */
const LIGHT = bitsOf([
  ...ANSWERING.filter((k) => k !== 'verb'),
  'adverb',
  'anota',
  'aspect',
  'conj',
  'filler',
  'final',
  'greeting',
  'hedge',
  'past',
  'plain',
  'pronoun',
  'question-final',
  'question-word',
  'soft-question',
  'starter',
  'tag',
  'then',
])

/** The buyer's yes or no to what the agent proposed. */
function consentTo(lexis: Lexis, a: Analysis, i: number, s: State): Statement[] {
  const proposed = s.said.filter((x) => x.by === 'agent' && x.turn >= s.turn - 1 && isProposal(x))
  if (!proposed.length || a.marks[i]!.asking !== null) return []
  const short = shortAnswer(lexis, a, i, proposed.map((p) => p.slots.clause).join(''))
  // "tell me first what differs": what is done is neither yes nor no
  if (!short || (short.predicate === 'other' && !proposed.some((p) => p.slots.clause.includes(short.words))))
    return []
  return proposed.map((p) => ({
    ...p,
    polarity: answeredPolarity(short, p.polarity),
    scope: [],
    via: 'answer' as const,
    span: clauseSpan(a, i),
  }))
}

/** "Payment on arrival, does it need a passport?": after what is named something else is asked. */
function goesOn(lexis: Lexis, a: Analysis, i: number, x: Statement): boolean {
  const c = a.clauses[i]!
  const named = x.slots.named ?? []
  const own = c.tokens.filter((t) => named.includes(a.folded.text.slice(t.start, t.end)))
  if (own.length === 0) return false
  const kinds = new Set(own.flatMap((t) => t.is))
  const isOwn = (t: Token) =>
    own.some((o) => o.start < t.end && t.start < o.end) || t.is.some((k) => kinds.has(k))
  // "issued" is no more than "issue"
  const stemEnd = (t: Token) => t.start + stemOf(lexis, a.folded.text.slice(t.start, t.end)).length
  let more = 0
  let at = own[0]!.end
  for (const t of c.tokens) {
    if (t.end <= at) continue
    more += Math.max(0, t.start - at)
    if (!isOwn(t) && !isAny(t, LIGHT)) more += stemEnd(t) - Math.max(at, t.start)
    at = t.end
  }
  return more + c.end - at > 1
}

function contextBehind(x: Statement, open: readonly Open[]): number[] {
  if (x.via !== 'carried') return []
  const spoken = lastOf(open.filter((o) => o.says.some((y) => y.reading === x.reading)))
  // "I need it on Thursday. Will it be there?": what was named beside it, though nothing was said of it
  const beside = (o: Open) => x.evidence.some((e) => e.message === o.message && e.span.start === o.span.start)
  return (spoken ?? lastOf(open.filter(beside)))?.context ?? []
}

function predicatesOf(a: Analysis, i: number): string[] {
  const kinds: Category[] = ['have', 'able', 'be', 'need', 'how-much']
  return kinds.filter((k) => isA(a.clauses[i], k))
}
