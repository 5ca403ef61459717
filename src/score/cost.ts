/** What one case of a rule costs under a schedule. */

import { holdsKey } from '../lists.js'
import type { Cost, Order } from '../model.js'
import { fromFen, shareOfFen, toFen } from './money.js'
import type { Figure, Payout, Schedule } from './types.js'

type Amounts = Pick<Order, 'amount' | 'freight'>

/** The rule's own figure, else that of its topic. */
export function figureOf(schedule: Schedule, rule: string): Figure | undefined {
  const { figures } = schedule
  if (holdsKey(figures, rule)) return figures[rule]
  const topic = `${rule.slice(0, rule.indexOf('/') + 1)}*`
  return holdsKey(figures, topic) ? figures[topic] : undefined
}

export function costOf(schedule: Schedule, rule: string, order: Amounts | undefined): Cost {
  const figure = figureOf(schedule, rule)
  if (figure === undefined || figure.figure === 'none') {
    const nothing = { points: 0, deposit: 0, payout: null, payoutUpTo: null, disputed: null }
    return { ...nothing, ledger: schedule.ledger, noFigure: true }
  }
  return {
    points: figure.points,
    deposit: figure.deposit,
    ...payoutOf(figure.payout, order),
    disputed: figure.disputed,
    ledger: figure.ledger ?? schedule.ledger,
  }
}

function payoutOf(payout: Payout | null, order: Amounts | undefined): Pick<Cost, 'payout' | 'payoutUpTo'> {
  if (payout === null) return { payout: null, payoutUpTo: null }
  if ('fixed' in payout) return { payout: fromFen(toFen(payout.fixed)), payoutUpTo: null }
  const amount = known(order?.amount)
  if (amount === undefined) return { payout: null, payoutUpTo: payout.cap }
  // Freight that is not known stays in the base: too high by little, never too low.
  const freight = payout.base === 'goods' ? (known(order?.freight) ?? 0) : 0
  const base = Math.max(0, toFen(amount) - toFen(freight))
  const fen = Math.min(toFen(payout.cap), Math.max(toFen(payout.floor), shareOfFen(base, payout.share)))
  return { payout: fromFen(fen), payoutUpTo: null }
}

function known(money: number | undefined): number | undefined {
  return money !== undefined && Number.isFinite(money) && money >= 0 ? money : undefined
}
