/** Moments by the calendar of China, where points are reset at the end of the year. */

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:(Z)|([+-]\d{2}):?(\d{2})?)?)?$/i
const EIGHT_HOURS = 8 * 60 * 60 * 1000

/** The year whose ledger a moment falls in; undefined where the time cannot be read. */
export function yearOf(time: string): number | undefined {
  const day = dayOf(time)
  return day === undefined ? undefined : Number(day.slice(0, 4))
}

/** YYYY-MM-DD; without an offset the time is China time. */
export function dayOf(time: string): string | undefined {
  const parts = ISO.exec(time.trim())
  if (parts === null) return undefined
  const [, date, clock = '00:00', second = '00', zulu, hours, minutes = '00'] = parts
  const offset = zulu !== undefined ? 'Z' : hours !== undefined ? `${hours}:${minutes}` : '+08:00'
  const moment = Date.parse(`${date}T${clock}:${second}${offset}`)
  return Number.isNaN(moment) ? undefined : new Date(moment + EIGHT_HOURS).toISOString().slice(0, 10)
}
