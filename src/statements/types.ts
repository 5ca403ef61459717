import type { Span } from '../model.js'

/** +1 affirmed, -1 denied, after all negations. */
export type Polarity = 1 | -1

/** What keeps a statement from being a plain assertion of the speaker. */
export type Scope =
  | 'question' // asks whether, which or how much
  | 'proposal' // offers and asks for consent: "… okay?"
  | 'condition' // if …, unless …
  | 'consequence' // what follows if a condition named before holds
  | 'hedge' // about, usually, try to
  | 'guarantee' // certainly, without fail
  | 'past' // has happened, used to be
  | 'formerly' // was so and is no more
  | 'quotation' // repeats what somebody said
  | 'third-party' // about another shop, the platform, a bank
  | 'warning' // warns against it, forbids it
  | 'deferral' // let me ask, one moment

/** How the content came to be in the message. */
export type Via = 'clause' | 'answer' | 'carried'

export interface Slots {
  /** Numbers named in the clause, as written (CNY where the reading is about money). */
  amounts: number[]
  /** A point or span of time was named. */
  time: boolean
  /** The clause, folded: what free slots (item, place) are read from. */
  clause: string
  /** The words that say it, folded. */
  named?: string[]
  /** The sentence around it, where a promise states its limits. */
  context?: string
  /** No verb in the clause: a bare time, place or number. */
  bare?: boolean
  /** Digits of the numbers named. */
  digits?: string[]
  /** The limit names what is left out ("all but …") rather than what is covered. */
  excepts?: boolean
  /** The same, named in the clause or before it. */
  exceptsBefore?: boolean
  /** Least sum or number that a promise asks for. */
  minimum?: number
  /** What is to be named, e.g. on an invoice. */
  item?: string
}

/** What one clause says, after negation, ellipsis and context. Spans are offsets into the original text. */
export interface Statement {
  /** topic.aspect, e.g. `invoice.issue`. */
  reading: string
  polarity: Polarity
  scope: Scope[]
  slots: Slots
  span: Span
  via: Via
  /** Earlier messages that the content rests on. */
  evidence: { message: number; span: Span }[]
}
