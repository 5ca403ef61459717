/** Which findings are listed, and in what order. */

import type { Severity, Stage } from '../../model.js'
import type { Mark, Marks } from './marks.js'
import { type Row, weekdayOf } from './rows.js'
import { moneyOf } from './sums.js'

export interface Filters {
  search?: string
  agent?: string
  rule?: string
  shop?: string
  severity?: Severity
  mark?: Mark | 'none'
  /** Days, both included. */
  from?: string
  to?: string
  stage?: Stage
  weekday?: number
  hour?: number
  /** Findings of one sentence, as `phrase` names it. */
  phrase?: string
  /** Findings in one whole text, by the ids of the findings. */
  ids?: ReadonlySet<string>
}

export type Order = 'cost' | 'time'

export function matching(rows: readonly Row[], filters: Filters, marks: Marks): Row[] {
  const words = (filters.search ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(
    ({ finding, agent, shop, day, time, phrase, haystack }) =>
      (filters.agent === undefined || agent === filters.agent) &&
      (filters.rule === undefined || finding.rule === filters.rule) &&
      (filters.shop === undefined || shop === filters.shop) &&
      (filters.severity === undefined || finding.severity === filters.severity) &&
      (filters.stage === undefined || finding.stage === filters.stage) &&
      (filters.mark === undefined || (marks.get(finding.id)?.mark ?? 'none') === filters.mark) &&
      (filters.from === undefined || (day !== '' && day >= filters.from)) &&
      (filters.to === undefined || (day !== '' && day <= filters.to)) &&
      (filters.weekday === undefined || (time !== undefined && weekdayOf(time) === filters.weekday)) &&
      (filters.hour === undefined || time?.getUTCHours() === filters.hour) &&
      (filters.phrase === undefined || phrase === filters.phrase) &&
      (filters.ids === undefined || filters.ids.has(finding.id)) &&
      words.every((word) => haystack.includes(word)),
  )
}

const GRAVITY: Record<Severity, number> = { error: 0, warn: 1, info: 2 }

export function ordered(rows: Row[], order: Order): Row[] {
  const byTime = (a: Row, b: Row) => (b.time?.getTime() ?? 0) - (a.time?.getTime() ?? 0)
  if (order === 'time') return rows.sort(byTime)
  return rows.sort(
    (a, b) =>
      GRAVITY[a.finding.severity] - GRAVITY[b.finding.severity] ||
      Number(b.finding.counted) - Number(a.finding.counted) ||
      b.finding.cost.points - a.finding.cost.points ||
      moneyOf(b.finding.cost) - moneyOf(a.finding.cost) ||
      byTime(a, b),
  )
}
