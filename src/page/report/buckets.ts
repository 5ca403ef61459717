/** Findings along the calendar: days while they fit, then weeks, then months. */

import type { Row } from './rows.js'
import { weekdayOf } from './rows.js'

export type Step = 'day' | 'week' | 'month'

export interface Bucket {
  /** First and last day, YYYY-MM-DD. */
  from: string
  to: string
  errors: number
  warns: number
}

const DAY = 86_400_000
const MOST_DAYS = 62
const MOST_WEEKS = 60

export function bucketsOf(rows: readonly Row[]): { step: Step; buckets: Bucket[] } {
  const dated = rows.filter(({ day, finding }) => day !== '' && finding.severity !== 'info')
  const days = dated.map(({ day }) => day)
  const first = days.reduce((a, b) => (a < b ? a : b), days[0] ?? '')
  const last = days.reduce((a, b) => (a > b ? a : b), '')
  if (first === '') return { step: 'day', buckets: [] }
  const span = (Date.parse(last) - Date.parse(first)) / DAY + 1
  const step: Step = span <= MOST_DAYS ? 'day' : span <= MOST_WEEKS * 7 ? 'week' : 'month'

  const buckets: Bucket[] = []
  for (let from = startOf(first, step); from <= last; from = dayAfter(buckets.at(-1)!.to))
    buckets.push({ from, to: endOf(from, step), errors: 0, warns: 0 })
  const byStart = new Map(buckets.map((bucket) => [bucket.from, bucket]))
  for (const { day, finding } of dated)
    byStart.get(startOf(day, step))![finding.severity === 'error' ? 'errors' : 'warns']++
  return { step, buckets }
}

const dayText = (ms: number) => new Date(ms).toISOString().slice(0, 10)
const dayAfter = (day: string) => dayText(Date.parse(day) + DAY)

function startOf(day: string, step: Step): string {
  if (step === 'day') return day
  if (step === 'month') return `${day.slice(0, 7)}-01`
  return dayText(Date.parse(day) - weekdayOf(new Date(day)) * DAY)
}

function endOf(start: string, step: Step): string {
  if (step === 'day') return start
  if (step === 'week') return dayText(Date.parse(start) + 6 * DAY)
  const [year, month] = start.split('-').map(Number) as [number, number]
  return dayText(Date.UTC(year, month, 0))
}

/** Findings by weekday (0 is Monday) and hour. */
export function heatOf(rows: readonly Row[]): number[][] {
  const heat = Array.from({ length: 7 }, () => new Array<number>(24).fill(0))
  for (const { time, finding } of rows)
    if (time !== undefined && finding.severity !== 'info') heat[weekdayOf(time)]![time.getUTCHours()]!++
  return heat
}

/** The least round number (1, 2, 4 or 5 times a power of ten) that is not below n. */
export function roundUp(n: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, n)))
  return power * [1, 2, 4, 5, 10].find((step) => step * power >= n)!
}
