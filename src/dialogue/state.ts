import type { Role, Span } from '../model.js'
import type { Asking } from '../statements/scope.js'
import type { Statement } from '../statements/types.js'

/** A statement with who said it, where. */
export interface Said extends Statement {
  by: Role
  message: number
  turn: number
}

/** What the buyer has put before the agent: a question, a request, or a remark that can be confirmed. */
export interface Open {
  message: number
  turn: number
  span: Span
  asking: Asking
  /** A wish or an instruction rather than a question or a remark. */
  request: boolean
  /** Neither asked nor wished: it may be the answer to what the agent asked back. */
  remark: boolean
  /** It only names what rules know; what it says of it is not known. */
  mention: boolean
  /** Readings of what it says that come with something else that is asked about them. */
  aside: string[]
  /** It offers one thing or another. */
  choice: boolean
  /** It asks for a guarantee. */
  guarantee: boolean
  /** What it asks, as if affirmed; empty where it asks nothing that rules know. */
  says: Statement[]
  /** Concepts that an answer may leave unsaid. */
  context: number[]
  /** Folded text of the clause, to recognise an answer that repeats its words. */
  text: string
  /** Kinds of predicate in it: have, able, be, need; how-much where it asks for a sum. */
  predicates: string[]
  answered: boolean
  /** The agent went on to something else. */
  passed: boolean
}

/** All that is remembered of a conversation: plain JSON, bounded. */
export interface State {
  message: number
  turn: number
  role: Role | null
  open: Open[]
  said: Said[]
  /** Context of the agent's last clauses in this turn, latest first. */
  carried: { message: number; span: Span; context: number[] }[]
  /** The last clause of the agent's previous message of this turn, where it was left unfinished. */
  tail: string
  /** Where that clause stands. */
  tailAt: { message: number; span: Span } | null
  /** The agent's turn so far was only greeting, deferral or a question back. */
  onlyFiller: boolean
  facts: Facts
}

/** What the chat itself has shown. */
export interface Facts {
  paid: boolean
  shipped: boolean
  received: boolean
  /** The first message that shows it. */
  otherAccount: { message: number; span: Span } | null
  /** Digits the buyer gave: phones, order numbers. */
  buyerDigits: string[]
  /** Money the chat names as paid or as the price. */
  amounts: number[]
  /** The buyer's words so far, cut to the last few hundred characters: goods, places. */
  buyerText: string
}

export const LIMITS = {
  open: 12,
  said: 80,
  carried: 4,
  buyerDigits: 20,
  amounts: 12,
  buyerText: 600,
  words: 400,
  named: 40,
}

export function initialState(): State {
  return {
    message: 0,
    turn: 0,
    role: null,
    open: [],
    said: [],
    carried: [],
    tail: '',
    tailAt: null,
    onlyFiller: true,
    facts: {
      paid: false,
      shipped: false,
      received: false,
      otherAccount: null,
      buyerDigits: [],
      amounts: [],
      buyerText: '',
    },
  }
}

/** Drops the oldest beyond the limits, so that memory does not grow with the chat. */
export function bound(s: State): State {
  const { open, said, facts } = s
  const fits =
    open.length <= LIMITS.open &&
    said.length <= LIMITS.said &&
    s.carried.length <= LIMITS.carried &&
    facts.buyerDigits.length <= LIMITS.buyerDigits &&
    facts.amounts.length <= LIMITS.amounts &&
    facts.buyerText.length <= LIMITS.buyerText &&
    open.every((o) => isShort(o.text) && o.says.every(isBrief)) &&
    said.every(isBrief)
  if (fits) return s
  const last = <T>(list: T[], n: number) => (list.length > n ? list.slice(-n) : list)
  return {
    ...s,
    open: last(s.open, LIMITS.open).map((o) => ({ ...o, text: cut(o.text), says: o.says.map(brief) })),
    said: last(s.said, LIMITS.said).map(brief),
    carried: s.carried.slice(0, LIMITS.carried),
    facts: {
      ...s.facts,
      buyerDigits: last(s.facts.buyerDigits, LIMITS.buyerDigits),
      amounts: last(s.facts.amounts, LIMITS.amounts),
      buyerText: s.facts.buyerText.slice(-LIMITS.buyerText),
    },
  }
}

const isShort = (text: string | undefined) => text === undefined || text.length <= LIMITS.words
const isFew = (list: readonly unknown[] | undefined) => list === undefined || list.length <= LIMITS.named
const isBrief = ({ slots: { clause, context, item, named, digits, amounts } }: Statement) =>
  [clause, context, item].every(isShort) && [named, digits, amounts].every(isFew)
const cut = (text: string) => text.slice(0, LIMITS.words)

/** Of a very long clause its beginning, of a very long message what stands around the clause. */
function brief<T extends Statement>(x: T): T {
  if (isBrief(x)) return x
  const { clause, context, item, named, digits, amounts } = x.slots
  const from = Math.max(0, (context?.indexOf(clause) ?? 0) - LIMITS.words / 4)
  const slots = {
    ...x.slots,
    clause: cut(clause),
    context: context?.slice(from, from + LIMITS.words),
    item: item === undefined ? undefined : cut(item),
    named: named?.slice(0, LIMITS.named),
    digits: digits?.slice(0, LIMITS.named),
    amounts: amounts.slice(0, LIMITS.named),
  }
  return { ...x, slots }
}
