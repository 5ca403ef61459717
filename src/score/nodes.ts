/** The nodes of a ledger. A ledger may repeat its last node for ever, so nothing here walks to the total. */

import { lastOf } from '../lists.js'
import type { Ledger, LedgerNode } from './types.js'

/** How many nodes a report lists; sums are exact beyond it. */
export const LISTED_NODES = 50

/** The first node above `points`. */
export function nextNode(ledger: Ledger, points: number): number | null {
  const node = ledger.nodes.find(({ at }) => at > points)
  if (node !== undefined) return node.at
  const last = lastOf(ledger.nodes)
  if (last === undefined || ledger.every === null) return null
  return last.at + (repeats(ledger, last, points) + 1) * ledger.every
}

/** The lowest nodes that `to` reaches and `from` does not, at most LISTED_NODES. */
export function nodesBetween(ledger: Ledger, from: number, to: number): LedgerNode[] {
  const reached: LedgerNode[] = ledger.nodes.filter(({ at }) => at > from && at <= to)
  const last = lastOf(ledger.nodes)
  if (last === undefined || ledger.every === null) return reached.slice(0, LISTED_NODES)
  const top = repeats(ledger, last, to)
  for (let n = repeats(ledger, last, from) + 1; n <= top && reached.length < LISTED_NODES; n++)
    reached.push({ ...last, at: last.at + n * ledger.every })
  return reached.slice(0, LISTED_NODES)
}

/** The deposits of all nodes that `to` reaches and `from` does not. */
export function depositBetween(ledger: Ledger, from: number, to: number): number {
  const last = lastOf(ledger.nodes)
  if (last === undefined) return 0
  const named = ledger.nodes.filter(({ at }) => at > from && at <= to)
  const repeated = repeats(ledger, last, to) - repeats(ledger, last, from)
  return named.reduce((sum, { deposit }) => sum + deposit, 0) + Math.max(0, repeated) * last.deposit
}

/** How often the last node has been repeated at `points`. */
function repeats(ledger: Ledger, last: LedgerNode, points: number): number {
  return ledger.every === null ? 0 : Math.max(0, Math.floor((points - last.at) / ledger.every))
}
