import { lastWhere } from '../lists.js'
import type { Message, Span } from '../model.js'
import {
  type Analysis,
  analyse,
  clauseSpan,
  contextOf,
  spanOf,
  statementsOf,
  withScopes,
} from '../statements/analyse.js'
import { bitsOf, type Category, isA } from '../statements/categories.js'
import { type Clause, unexplained } from '../statements/clauses.js'
import { canLean, canState, type Glance, glance, namesNothing } from '../statements/glance.js'
import type { Lexis } from '../statements/lexis.js'
import type { Token } from '../statements/tokens.js'
import type { Polarity, Scope, Statement, Via } from '../statements/types.js'
import { type Short, shortAnswer, signOf } from './answers.js'
import { noteFacts } from './facts.js'
import { answered, inherit } from './inherit.js'
import { isClear, isFiller, speaks } from './speaks.js'
import { LIMITS, type Open, type Said, type State } from './state.js'
import { sumAnswer } from './sum-answer.js'
import { acrossMessages, lastWords, tailAfter } from './tail.js'
import { isVow, vowing } from './vow.js'

export interface Heard {
  state: State
  /** What the message states, in order of its clauses. */
  statements: Said[]
  /** Made when it is asked for: most messages state nothing. */
  analysis: () => Analysis
}

/** Takes in what the agent said, reading short and incomplete clauses from the conversation. */
export function hearAgent(lexis: Lexis, before: State, message: Message): Heard {
  const seen = glance(lexis, message.text)
  const fresh = before.role !== 'agent'
  let s: State = fresh
    ? { ...before, turn: before.turn + 1, carried: [], onlyFiller: true, tail: '' }
    : { ...before }
  const statements: Said[] = acrossMessages(lexis, s, message.text).map((x) => ({
    ...x,
    by: 'agent',
    message: s.message,
    turn: s.turn,
  }))
  if (statements.length === 0 && isSilent(lexis, s, seen))
    return {
      state: { ...s, role: 'agent', ...lastWords(s, message.text) },
      statements,
      analysis: () => analyse(lexis, message.text, 'agent', seen),
    }
  const a = analyse(lexis, message.text, 'agent', seen)
  const carried = [...s.carried]
  let open = s.open
  let filler = true
  let singled: Polarity | null = null
  a.clauses.forEach((c, i) => {
    const found = statesIn(lexis, a, i, carried, open, s, singled)
    singled = found.singled ?? singled
    for (const st of found.statements)
      statements.push({ ...st, by: 'agent', message: s.message, turn: s.turn })
    if (found.closes.length) open = open.map((o) => (found.closes.includes(o) ? { ...o, answered: true } : o))
    if (!isFiller(a, i)) filler = false
    const context = contextOf(lexis, c)
    if (context.length) carried.unshift({ message: s.message, span: clauseSpan(a, i), context })
  })
  const spoken = statements.filter((x, n) => !isCorrected(x, statements.slice(n + 1)))
  s = {
    ...s,
    role: 'agent',
    open,
    carried: carried.slice(0, LIMITS.carried),
    said: [...s.said, ...spoken],
    onlyFiller: s.onlyFiller && filler,
    ...tailAfter(lexis, s, a, message.text, spoken),
  }
  return { state: noteFacts(lexis, s, message, a, spoken), statements: spoken, analysis: () => a }
}

/** Nothing waits for an answer, and nothing is named that says something now or that the next message could lean on. */
function isSilent(lexis: Lexis, s: State, seen: Glance): boolean {
  return (
    waitingIn(s.open, s).length === 0 &&
    namesNothing(lexis, seen, NOTHING) &&
    !(s.carried.length > 0 && canLean(lexis, seen)) &&
    !canState(lexis, seen, 'agent')
  )
}

const NOTHING = bitsOf([])

/** "Fine, dear. Not today though": what is spelled out later in the message beats the polite yes. */
function isCorrected(x: Said, later: readonly Said[]): boolean {
  return (
    x.via === 'answer' &&
    later.some(
      (y) =>
        y.via !== 'carried' &&
        y.reading === x.reading &&
        y.polarity !== x.polarity &&
        !y.scope.includes('question'),
    )
  )
}

interface Stated {
  statements: Statement[]
  closes: Open[]
  /** The yes or no to one of several questions, named by its number. */
  singled?: Polarity
}

/** What still waits for an answer. */
function waitingIn(open: readonly Open[], s: State): Open[] {
  return open.filter((o) => !o.passed && s.turn - o.turn <= 5)
}

function statesIn(
  lexis: Lexis,
  a: Analysis,
  i: number,
  carried: State['carried'],
  open: readonly Open[],
  s: State,
  singled: Polarity | null,
): Stated {
  const about = (said: readonly Statement[]) =>
    open.filter((o) => o.says.some((x) => said.some((y) => y.reading === x.reading)))
  const own = statementsOf(lexis, a, i, null, 'clause', [])
  const vowed = isVow(a, i) ? vowing(a, i, s, waitingIn(open, s)) : []
  if (vowed.length > 0) return { statements: [...own, ...vowed], closes: [] }
  if (own.some((x) => speaks(lexis, x))) return { statements: own, closes: about(own) }
  const elliptic = a.clauses[i]!.tokens.some((t) => t.is.some((c) => lexis.elliptic[c] === 1))
  const waiting = waitingIn(open, s)
  if (waiting.length === 0 && !elliptic) return { statements: own, closes: [] }
  const short = shortAnswer(lexis, a, i, waiting.map((o) => o.text).join(''))
  // "the first no, we never had it": still speaks of the first
  if (singled !== null && !short?.ordinal && signOf(a, i) === singled) return { statements: own, closes: [] }
  // "the video is there" has nothing to do with what was asked; "there is" has
  const bareAnswer = short !== null && shortAnswer(lexis, a, i, '') !== null
  const fill = (
    context: readonly number[],
    via: Via,
    from: { message: number; span: Span }[],
    asked = false,
  ) => {
    if (unexplained(a.clauses[i]!) >= ALIEN || (short === null && hasNamed(a.clauses[i]!))) return []
    // a time or a number is left unsaid only in an answer that is short or repeats the verb
    const supplied =
      short || (asked && grants(lexis, a, i, context))
        ? context
        : context.filter((c) => !lexis.knowledge.concepts[c]!.name.startsWith('@'))
    const said = statementsOf(lexis, a, i, new Set(supplied), via, from, bareAnswer)
    // what is declared harmless speaks for itself: nothing was left unsaid
    if (said.some((x) => isClear(lexis, x))) return []
    return said.some((x) => speaks(lexis, x) && !own.some((y) => y.reading === x.reading)) ? said : []
  }
  // what the agent has just named in this turn comes before what the buyer asked
  for (const from of elliptic ? carried.slice(0, 3) : []) {
    const said = fill(
      from.context,
      'clause',
      from.message === s.message ? [] : [{ message: from.message, span: from.span }],
    )
    if (said.length) return { statements: said, closes: about(said) }
  }
  const asks = a.marks[i]!.asking
  if (short && (asks === null || asks === 'tag') && !isClaimed(lexis, own, spanOf(a, short.tokens))) {
    const targets = answered(short, waiting, s.turn, wordsBeside(a, i, short))
    // "usually not": an exception may follow
    const usually = short.sign === -1 && a.marks[i]!.scopes.has('hedge')
    // "it used to be" leaves the answer for now open
    const closes = usually || a.marks[i]!.scopes.has('past') ? [] : targets.map((t) => t.open)
    if (targets.some((t) => t.says.length > 0))
      return {
        statements: targets.flatMap((t) => inherit(a, i, short, t)),
        closes,
        ...(short.ordinal && targets.length === 1 ? { singled: short.sign } : {}),
      }
    if (targets.length) return { statements: own, closes: targets.map((t) => t.open) }
  }
  const chosen = choice(lexis, a, i, waiting)
  if (chosen) return chosen
  // "added when?": a question back answers nothing
  for (const o of elliptic && asks !== 'which' ? [...waiting].reverse() : []) {
    const said = fill(o.context, 'answer', [{ message: o.message, span: o.span }], o.asking !== 'which')
    // "it must leave today! — it will"
    const sure: Scope[] = short && short.sign === 1 && o.guarantee ? ['guarantee'] : []
    if (said.length)
      return { statements: said.map((x) => ({ ...x, scope: withScopes(x.scope, sure, []) })), closes: [o] }
  }
  const sum = asks === null ? sumAnswer(lexis, a, i, waiting, short) : null
  return sum ?? { statements: own, closes: [] }
}

/** "There is a record": what there is has been named, by a word that no list holds. */
function hasNamed({ tokens, end }: Clause): boolean {
  return tokens.some(
    (t) => isA(t, 'have') && t.end < end && !tokens.some((x) => x.start <= t.end && t.end < x.end),
  )
}

/** "Does it leave today? — Paid now it can leave": can, with a verb of the question, or said by the verb itself. */
function grants(lexis: Lexis, a: Analysis, i: number, asked: readonly number[]): boolean {
  const { tokens } = a.clauses[i]!
  const verb = (t: Token) => t.is.some((c) => lexis.verb[c] === 1 && asked.includes(c))
  return tokens.some(
    (t, n) => isA(t, 'potential') || (isA(t, 'able') && !isA(t, 'neg') && tokens.slice(n + 1).some(verb)),
  )
}

/** What the clause says besides yes or no. */
function wordsBeside(a: Analysis, i: number, { tokens }: Short): string {
  const { start, end } = a.clauses[i]!
  const answers = (at: number) => tokens.some((t) => t.start <= at && at < t.end)
  let words = ''
  for (let at = start; at < end; at++) words += answers(at) ? ' ' : a.folded.text[at]
  return words
}

/** What a harmless reading says answers nothing by itself: "special invoices we cannot". */
function isClaimed(lexis: Lexis, own: readonly Statement[], answer: Span): boolean {
  return own.some(
    (x) => lexis.readings.get(x.reading)?.harmless && x.span.start < answer.start && answer.end <= x.span.end,
  )
}

/** "WeChat or here? — WeChat then": one of two things offered, taken by its name alone. */
function choice(lexis: Lexis, a: Analysis, i: number, waiting: readonly Open[]): Stated | null {
  const c = a.clauses[i]!
  const nouns = c.tokens.filter((t) => t.is.some((k) => lexis.askedBy.has(k)))
  if (nouns.length !== 1 || a.marks[i]!.asking !== null) return null
  const light: Category[] = [
    'final',
    'filler',
    'adverb',
    'pronoun',
    'confirm',
    'agree',
    'be',
    'soft-question',
    'able',
  ]
  const rest = c.tokens.filter((t) => t !== nouns[0] && !light.some((k) => isA(t, k)))
  if (rest.length > 0 || c.end - c.start - c.tokens.reduce((n, t) => n + t.end - t.start, 0) > 1) return null
  const from = lastWhere(waiting, (o) => o.choice && !o.answered)
  const reading = nouns[0]!.is
    .map((k) => lexis.askedBy.get(k))
    .find((r) => from?.says.some((x) => x.reading === r?.id))
  if (!from || !reading) return null
  const said = from.says.find((x) => x.reading === reading.id)!
  return {
    statements: [
      {
        ...said,
        polarity: 1,
        scope: withScopes([], a.marks[i]!.scopes, ['proposal']),
        span: spanOf(a, nouns),
        via: 'answer',
        evidence: [{ message: from.message, span: from.span }],
      },
    ],
    closes: [from],
  }
}

/** A clause with as many characters that no word explains speaks of something else. */
const ALIEN = 4
