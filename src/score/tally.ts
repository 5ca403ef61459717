/**
 * Adds up what the findings would cost, if each were upheld.
 *
 * Totals run over everything that was added. Points are reset at the end of each year, so the ledgers show the
 * latest year seen: the points already held are of that year, and points of earlier years bring no node nearer.
 * Findings without a readable time belong to the latest year. The deposit of nodes counts for every year.
 */

import { holdsKey } from '../lists.js'
import type { Cost, Exposure, Finding, LedgerExposure } from '../model.js'
import { caseOf } from './case.js'
import { fromFen, toFen } from './money.js'
import { depositBetween, nextNode, nodesBetween } from './nodes.js'
import type { Schedule } from './types.js'
import { yearOf } from './year.js'

export interface TallyOptions {
  /** Count the higher of two disputed figures. */
  worstCase?: boolean
  /** Points already held in the latest year, by ledger. */
  points?: Record<string, number>
}

export interface Tally {
  /** All findings of one conversation, marked by `markCounted`; `time` is the conversation's, ISO 8601. */
  add(findings: readonly Finding[], time?: string): void
  /** `points`: held points that became known meanwhile, by ledger; they stand in place of those given at the start. */
  exposure(points?: Record<string, number>): Exposure
}

/** Points and, in fen, money. */
interface Sum {
  points: number
  worstPoints: number
  deposit: number
  payout: number
  payoutUpTo: number
}

type PointsByYear = Map<number | undefined, number>

export function createTally(schedule: Schedule, options: TallyOptions = {}): Tally {
  const counted = emptySum()
  const atRisk = emptySum()
  const ledgers = new Map<string, PointsByYear>()
  let latest: number | undefined

  const pointsOf = (cost: Cost) => (options.worstCase ? worstOf(cost) : cost.points)

  function addTo(sum: Sum, cost: Cost) {
    sum.points += pointsOf(cost)
    sum.worstPoints += worstOf(cost)
    sum.deposit += toFen(cost.deposit)
    if (cost.payout !== null) sum.payout += toFen(cost.payout)
    else if (cost.payoutUpTo !== null) sum.payoutUpTo += toFen(cost.payoutUpTo)
  }

  function add(findings: readonly Finding[], time?: string) {
    const year = time === undefined ? undefined : yearOf(time)
    if (year !== undefined && (latest === undefined || year > latest)) latest = year
    const charged = new Set<string>()
    for (const finding of findings) {
      if (finding.severity !== 'error') continue
      charged.add(caseOf(finding, schedule))
      if (!finding.counted) continue
      addTo(counted, finding.cost)
      const years: PointsByYear = ledgers.get(finding.cost.ledger) ?? new Map()
      ledgers.set(finding.cost.ledger, years.set(year, (years.get(year) ?? 0) + pointsOf(finding.cost)))
    }
    for (const finding of findings) {
      if (finding.severity !== 'warn') continue
      const key = caseOf(finding, schedule)
      // A case that an error already charges is no further risk.
      if (!charged.has(key)) addTo(atRisk, finding.cost)
      charged.add(key)
    }
  }

  function ledgerExposure(name: string, had: number): LedgerExposure {
    const ledger = holdsKey(schedule.ledgers, name) ? schedule.ledgers[name] : undefined
    const points = latestPoints(ledgers.get(name))
    if (ledger === undefined) return { held: had, points, nextNode: null, distance: null, nodes: [] }
    const next = nextNode(ledger, had + points)
    const distance = next === null ? null : next - had - points
    return { held: had, points, nextNode: next, distance, nodes: nodesBetween(ledger, had, had + points) }
  }

  function latestPoints(years: PointsByYear = new Map()): number {
    const dated = latest === undefined ? 0 : (years.get(latest) ?? 0)
    return dated + (years.get(undefined) ?? 0)
  }

  /** In fen. */
  function nodeDeposits(held: ReadonlyMap<string, number>): number {
    let sum = 0
    for (const [name, years] of ledgers) {
      const ledger = holdsKey(schedule.ledgers, name) ? schedule.ledgers[name] : undefined
      if (ledger === undefined) continue
      const had = held.get(name) ?? 0
      sum += toFen(depositBetween(ledger, had, had + latestPoints(years)))
      for (const [year, points] of years)
        if (year !== undefined && year !== latest) sum += toFen(depositBetween(ledger, 0, points))
    }
    return sum
  }

  function exposure(points: Record<string, number> = {}): Exposure {
    const known = Object.entries({ ...options.points, ...points })
    const held = new Map(known.filter(([, n]) => Number.isFinite(n) && n > 0))
    const names = new Set([...Object.keys(schedule.ledgers), ...held.keys(), ...ledgers.keys()])
    return {
      points: counted.points,
      worstPoints: counted.worstPoints,
      deposit: fromFen(counted.deposit + nodeDeposits(held)),
      payout: fromFen(counted.payout),
      payoutUpTo: fromFen(counted.payoutUpTo),
      atRisk: riskOf(atRisk),
      ledgers: Object.fromEntries(
        [...names].map((name) => [name, ledgerExposure(name, held.get(name) ?? 0)]),
      ),
    }
  }

  return { add, exposure }
}

function emptySum(): Sum {
  return { points: 0, worstPoints: 0, deposit: 0, payout: 0, payoutUpTo: 0 }
}

function worstOf(cost: Cost): number {
  return Math.max(cost.points, cost.disputed ?? 0)
}

/** Only what is at risk is named. */
function riskOf(sum: Sum): Exposure['atRisk'] {
  const risk: Exposure['atRisk'] = {}
  if (sum.points > 0) risk.points = sum.points
  if (sum.deposit > 0) risk.deposit = fromFen(sum.deposit)
  if (sum.payout > 0) risk.payout = fromFen(sum.payout)
  if (sum.payoutUpTo > 0) risk.payoutUpTo = fromFen(sum.payoutUpTo)
  return risk
}
