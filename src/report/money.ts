/** Costs in words, the same in every human-readable place. */

import type { Messages } from '../messages/index.js'
import type { Cost, Exposure } from '../model.js'

/** Thousands in groups; fen only where there are any. */
export function yuan(amount: number): string {
  const [whole = '0', fen] = (Number.isInteger(amount) ? String(amount) : amount.toFixed(2)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fen === undefined ? grouped : `${grouped}.${fen}`
}

export function costText(cost: Cost, { report: t }: Messages): string {
  if (cost.noFigure) return t.noFigure
  const parts = moneyParts(cost, t)
  if (cost.points > 0) parts.unshift(t.points(cost.points))
  if (parts.length === 0) parts.push(t.noCost)
  if (cost.disputed !== null && cost.disputed !== cost.points) parts.push(t.disputed(cost.disputed))
  return parts.join(' · ')
}

export function exposureText(
  exposure: { points?: number; deposit?: number; payout?: number; payoutUpTo?: number },
  { report: t }: Messages,
): string {
  const money = moneyParts(exposure, t)
  const points = exposure.points ?? 0
  return [...(points > 0 || money.length === 0 ? [t.points(points)] : []), ...money].join(' · ')
}

/** Money that the exposure can reach: payouts of unknown amounts at their most. */
export function moneyOf({ deposit, payout, payoutUpTo }: Exposure): number {
  return deposit + payout + payoutUpTo
}

function moneyParts(
  sums: { deposit?: number; payout?: number | null; payoutUpTo?: number | null },
  t: Messages['report'],
): string[] {
  const parts: string[] = []
  if (sums.deposit) parts.push(t.deposit(yuan(sums.deposit)))
  if (sums.payout) parts.push(t.payout(yuan(sums.payout)))
  if (sums.payoutUpTo) parts.push(t.payoutUpTo(yuan(sums.payoutUpTo)))
  return parts
}
