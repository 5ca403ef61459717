import { lastOf } from '../lists.js'
import { type Analysis, spanOf, withScopes } from '../statements/analyse.js'
import { isA } from '../statements/categories.js'
import type { Scope, Statement } from '../statements/types.js'
import { answeredPolarity, answers, type Short } from './answers.js'
import type { Open } from './state.js'

/** A question, and what of it is answered. */
export interface Target {
  open: Open
  says: readonly Statement[]
}

/** The questions that a short answer answers: those it names by number, else the latest that fits. */
export function answered(short: Short, waiting: readonly Open[], turn: number, beside: string): Target[] {
  const all = about(beside, waiting)
  const named = short.ordinal ? numbered(short.ordinal, all) : []
  if (named.length > 0 || (short.ordinal && short.ordinal.from !== 0)) return named
  return latest(short, all, turn).map((open) => ({ open, says: open.says }))
}

/** "The black one has it": of several questions of one turn those alone whose words stand beside the yes or no. */
function about(beside: string, waiting: readonly Open[]): readonly Open[] {
  const puts = (o: Open) => o.asking !== null || o.says.length > 0
  const last = waiting.filter((o) => o.turn === lastOf(waiting)!.turn && puts(o))
  const meant = last.filter((o) => shares(beside, o.text))
  return last.length > 1 && meant.length > 0 && meant.length < last.length ? meant : waiting
}

function shares(words: string, text: string): boolean {
  for (let i = 0; i + SHARED <= words.length; i++)
    if (!words.slice(i, i + SHARED).includes(' ') && text.includes(words.slice(i, i + SHARED))) return true
  return false
}

/** Characters in a row that both must hold. */
const SHARED = 2

function numbered(ordinal: NonNullable<Short['ordinal']>, all: readonly Open[]): Target[] {
  const put = all.filter((o) => o.turn === lastOf(all)!.turn)
  const questions = put.filter((o) => o.asking !== null).map((open) => ({ open, says: open.says }))
  // "both": which of two things offered, and no other question of which
  if (ordinal.from === 0)
    return questions.filter(({ open }) => !open.answered && (open.asking !== 'which' || open.choice))
  if (questions.length > 1) return counted(ordinal, questions)
  // "bringing it up, fitting it, do you do both?": one question, and what it names is counted
  const things = put.flatMap((open) => inOrder(open).map((x) => ({ open, says: [x] })))
  return counted(ordinal, things.length > 1 ? things : questions)
}

function counted({ from, count }: NonNullable<Short['ordinal']>, list: readonly Target[]): Target[] {
  // of two, "the former ones" is one
  const most = Math.max(1, Math.min(count, list.length - 1))
  const start = from > 0 ? from - 1 : Math.max(0, list.length - Math.min(-from, most))
  return list.slice(start, start + most)
}

/** What a question says, as the words stand in it. */
function inOrder({ says, text }: Open): Statement[] {
  const at = (x: Statement) => Math.min(...(x.slots.named ?? []).map((w) => text.indexOf(w)))
  return [...says].sort((x, y) => at(x) - at(y))
}

function latest(short: Short, all: readonly Open[], turn: number): Open[] {
  const waiting = all.filter((o) => !o.answered)
  const latestTurn = lastOf(waiting)?.turn
  // a mere "fine" takes note of what was said last, not of what was asked long ago
  if (short.kind === 'agree' && latestTurn !== turn - 1) return []
  const now = waiting.filter((o) => o.turn === latestTurn)
  const able = now.filter((o) => answers(short, o))
  // "do me a favour" asks for what was named beside it
  const full = able.filter((o) => o.says.length > 0 || o.asking !== null)
  const fit = full.length ? full : able
  const earlier = waiting.filter((o) => o.turn !== latestTurn && answers(short, o)).slice(-1)
  // "in whose name? — The firm's. — We cannot": the answer to a question back puts nothing
  if (short.kind !== 'agree' && earlier[0]?.asking && fit.every((o) => o.remark)) return earlier
  if (fit.length) {
    // "can" and "have" answer a question rather than a remark; "fine" what came last
    const asked = short.kind === 'agree' ? fit : fit.filter((o) => o.asking !== null)
    const among = asked.length ? asked : fit
    const repeated = among.filter((o) => short.kind === 'predicate' && repeats(short, o))
    const chosen = lastOf(repeated.length ? repeated : among)!
    // a yes to a message that asks for several things grants them all
    if (chosen.asking !== null || short.sign === -1) return [chosen]
    return among.filter((o) => o.asking === null && o.message === chosen.message)
  }
  // the buyer's last turn asked nothing: an earlier question is still waiting
  if (now.some((o) => o.asking !== null)) return []
  return earlier
}

const repeats = ({ words, predicate }: Short, o: Open) =>
  o.text.includes(words) || (predicate === 'have' && o.predicates.includes(predicate))

export function inherit(a: Analysis, i: number, short: Short, { open: o, says }: Target): Statement[] {
  // "was it because of the card? — no": what was asked about it is not known
  if (o.mention && (short.predicate === 'be' || short.predicate === 'need') && short.sign === -1) return []
  // "does it need a passport? — no": nor is what it was asked about denied
  const leaves = short.sign === -1 && (short.acts || (o.asking !== null && ASIDE.includes(short.predicate)))
  const meant = leaves ? says.filter((x) => !o.aside.includes(x.reading)) : says
  // "no need for an invoice — fine": what the buyer does not want is not refused
  const wanted = short.kind === 'agree' && o.asking === null ? meant.filter((x) => x.polarity === 1) : meant
  // "instalments, no": of several things asked, those whose words the answer repeats
  const words = a.clauses[i]!.tokens.filter((t) => !short.tokens.includes(t)).map((t) =>
    a.folded.text.slice(t.start, t.end),
  )
  const repeated = wanted.filter((x) =>
    x.slots.named?.some((n) => n.length > 1 && words.some((w) => n.includes(w) && w.length > 1)),
  )
  const asked = repeated.length > 0 ? repeated : wanted
  // "other shops do. — So do we"
  const weToo: Scope[] = a.clauses[i]!.tokens.some((t) => isA(t, 'even-so')) ? ['third-party'] : []
  return asked.map((x) => {
    const polarity = answeredPolarity(short, x.polarity, o.asking === 'alternative' ? '' : o.text)
    return {
      ...x,
      polarity,
      // "is this place left out? — it is not": what was denied excepts nothing
      slots: polarity === x.polarity ? x.slots : { ...x.slots, excepts: false, exceptsBefore: false },
      // how and why the buyer asks does not colour the answer
      scope: withScopes(withScopes(x.scope, [], o.asking === null ? PUT : ASKED), a.marks[i]!.scopes, [
        'proposal',
        'question',
        'deferral',
        ...weToo,
      ]),
      span: spanOf(a, short.tokens),
      via: 'answer' as const,
      evidence: [{ message: o.message, span: o.span }],
    }
  })
}

/** Answers to what else was asked rather than to what it was asked about. */
const ASIDE = ['be', 'need', 'have']

/** What of a remark does not colour the answer to it; a condition does. */
const PUT: Scope[] = ['question', 'proposal', 'deferral', 'quotation', 'warning']
const ASKED: Scope[] = [...PUT, 'third-party', 'condition']
