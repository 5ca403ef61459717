/** Times as people in China read them; points are reset at the end of the calendar year there. */

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:(Z)|([+-]\d{2}):?(\d{2})?)?)?$/i
const EIGHT_HOURS = 8 * 60 * 60 * 1000

/** Milliseconds since 1970; undefined where the time cannot be read; without an offset it is China time. */
function momentOf(time: string): number | undefined {
  const parts = ISO.exec(time.trim())
  if (parts === null) return undefined
  const [, date, clock = '00:00', second = '00', zulu, hours, minutes = '00'] = parts
  const offset = zulu !== undefined ? 'Z' : hours !== undefined ? `${hours}:${minutes}` : '+08:00'
  const moment = Date.parse(`${date}T${clock}:${second}${offset}`)
  return Number.isNaN(moment) ? undefined : moment
}

/** The same moment as a date whose UTC fields read what a clock in China shows. */
export function inChina(time: string): Date | undefined {
  const moment = momentOf(time)
  return moment === undefined ? undefined : new Date(moment + EIGHT_HOURS)
}

/** YYYY-MM-DD. */
export function dayOf(time: string): string | undefined {
  return inChina(time)?.toISOString().slice(0, 10)
}

export function yearOf(time: string): number | undefined {
  return inChina(time)?.getUTCFullYear()
}
