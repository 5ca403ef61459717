import type { Example } from '../engine/types.js'
import type { Severity, Text } from '../model.js'
import type { Scope } from '../statements/types.js'

/** Compiled knowledge: plain data, safe to serialise. Concepts are referred to by their index. */
export interface Knowledge {
  concepts: Concept[]
  /** Literal words, and for each the concepts it names. */
  words: string[]
  wordConcepts: number[][]
  /** Words that count when they are only heard. */
  heard: string[]
  heardConcepts: number[][]
  /** Words that count across a boundary put into them. */
  split: string[]
  splitConcepts: number[][]
  /** `cue`: characters one of which every match holds; null where there is no small set of them. */
  patterns: { concept: number; source: string; cue: string | null }[]
  /** "the first", "the last two": from counts from 1, from the end where negative, 0 = all. */
  ordinals: { words: string[]; from: number; count: number }[]
  /** Places by the region they lie in. */
  regions: { name: string; places: string[] }[]
  readings: Reading[]
  rules: Rule[]
}

export interface Concept {
  name: string
  /** Nouns are claimed by the most specific reading; verbs carry polarity and absorb a negation. */
  kind: 'noun' | 'verb' | 'grammar'
  /** The reading that the buyer's bare mention of it asks about. */
  asked?: string
  /** Words inside its words keep their own meaning. */
  transparent?: boolean
  /** Of a shop's own pack: its words are heard even where others explain the text better. */
  own?: boolean
}

/** One way of meaning something: concepts that come together in a clause. */
export interface Reading {
  /** topic.aspect */
  id: string
  rank: number
  /** What the statement's polarity is read at: its head, or fixed. */
  sign: 'head' | 'yes' | 'no'
  /** Declared only to claim its words, so that no rule misreads them. */
  harmless: boolean
  /** The side whose words can mean it; both where absent. */
  by?: 'buyer' | 'agent'
  patterns: ReadingPattern[]
}

export interface ReadingPattern {
  needs: Need[]
  /** Index into `needs`. */
  head: number
  /** The head itself denies what it names. */
  inverse: boolean
  /** Concepts that may not stand in the clause. */
  forbids: number[]
  source: string
}

export interface Need {
  /** Any of these concepts. */
  any: number[]
  /** May be left unsaid where the conversation supplies it. */
  elidable: boolean
  /** Must come after the need before it, at most this many units away. */
  within: number | null
}

export interface Rule {
  id: string
  pack: string
  severity: Severity
  basis: 'note' | 'extension'
  title: Text
  explanation: Text
  clause: Text
  /** A whole reply that is right whatever was asked. */
  suggestion: Text
  /** Better ones for some situations, best first. */
  rewrites: RuleRewrite[]
  match: Match[]
  /** Facts that must hold: shop facts with a default, `paid`, … */
  facts: Record<string, { is: unknown; default: unknown }>
  /** Buyer text and the like: where the source lacks it the rule cannot judge. */
  needs: string[]
  examples: { violates: Example[]; complies: Example[] }
}

export interface RuleRewrite {
  /** Readings that it answers; all where empty. */
  says: string[]
  /** It stands for the whole reply rather than for the clause. */
  whole: boolean
  /** Chinese, as it is sent. With slots: `{time}` the time that the clause names, `{act}` its verb, `{paid}` what the order cost. */
  text: string
}

/** A condition on one statement of the judged message. */
export interface Match {
  says: string[]
  polarity: 1 | -1 | null
  /** Scopes the statement must have / must not have. */
  with: Scope[]
  without: Scope[]
  via: ('clause' | 'answer' | 'carried')[] | null
  /** Named checks of the engine on slots, facts and history. */
  where: string[]
  /** Statements that must have come before. */
  after: History[]
  /** Statements that excuse it, before or in the same message. */
  unless: History[]
}

export interface History {
  by: 'buyer' | 'agent' | 'any'
  says: string[]
  polarity: 1 | -1 | null
  with: Scope[]
  without: Scope[]
  /** Where to look: the same message, the whole chat before it, or both. */
  in: 'message' | 'before' | 'chat'
  where: string[]
}
