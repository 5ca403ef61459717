/** The shape of a penalty schedule, with all defaults filled in. */

import type { Text } from '../model.js'

export type Confidence = 'high' | 'medium' | 'low'

/** Where a figure comes from. */
export interface Provenance {
  source: string
  /** YYYY, YYYY-MM, YYYY-MM-DD of the newest source that has a date, or `undated`. */
  date: string
  confidence: Confidence
  /** Where sources disagree or the figure is inferred. */
  note?: Text
}

export interface FixedPayout {
  fixed: number
}

/** min(cap, max(floor, share × base)) */
export interface SharePayout {
  share: number
  cap: number
  floor: number
  /** `paid`: the amount; `goods`: the amount without freight. */
  base: 'paid' | 'goods'
}

export type Payout = FixedPayout | SharePayout

export interface Charge extends Provenance {
  figure?: undefined
  points: number
  /** The other figure that the source gives for the same act, in points. */
  disputed: number | null
  deposit: number
  payout: Payout | null
  /** Null: the schedule's default ledger. */
  ledger: string | null
  per: 'conversation' | 'order'
  /** Rules that name the same case are charged once between them. */
  case: string | null
}

/** The schedule says that it does not know what this rule costs. */
export interface NoFigure extends Provenance {
  figure: 'none'
}

export type Figure = Charge | NoFigure

export interface LedgerNode {
  at: number
  deposit: number
  sanction: Text
}

export interface Ledger extends Provenance {
  title: Text
  /** Ascending. */
  nodes: LedgerNode[]
  /** After the last node, one more like it every so many points; null: none. */
  every: number | null
}

export interface Schedule {
  id: string
  title: Text
  /** The end of the calendar year in Asia/Shanghai; the only reset that is known. */
  reset: '12-31T24:00+08:00'
  /** The ledger of figures that name none, and of rules without a figure. */
  ledger: string
  ledgers: Record<string, Ledger>
  /** By rule id, or `topic/*` for the rest of a topic. */
  figures: Record<string, Figure>
}
