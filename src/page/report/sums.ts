/** What a set of findings adds up to. */

import type { Cost } from '../../model.js'
import type { Row } from './rows.js'

export interface Sums {
  errors: number
  warns: number
  infos: number
  points: number
  /** Deposit and payouts, those of unknown amount at their most. */
  money: number
}

export function sumsOf(rows: readonly Row[], worstCase: boolean): Sums {
  const sums: Sums = { errors: 0, warns: 0, infos: 0, points: 0, money: 0 }
  for (const { finding } of rows) {
    sums[`${finding.severity}s`]++
    if (!finding.counted) continue
    sums.points += pointsOf(finding.cost, worstCase)
    sums.money += moneyOf(finding.cost)
  }
  return sums
}

function pointsOf(cost: Cost, worstCase: boolean): number {
  return worstCase ? Math.max(cost.points, cost.disputed ?? 0) : cost.points
}

export function moneyOf({ deposit, payout, payoutUpTo }: Cost): number {
  return deposit + (payout ?? payoutUpTo ?? 0)
}

/** Dearest first, then gravest, then most. */
export function dearestFirst(a: Sums, b: Sums): number {
  return b.points - a.points || b.money - a.money || b.errors - a.errors || b.warns - a.warns
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
