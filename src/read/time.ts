/** The many ways in which exports write a time, as ISO 8601 without offset, which stands for Asia/Shanghai. */

const CHINA = 8 * 3600_000
const DAY = 24 * 3600_000
/** 2000-01-01 … 2100-01-01 in milliseconds: what lies outside is no time of a chat. */
const FIRST = 946_684_800_000
const LAST = 4_102_444_800_000
/** Days between Excel's day zero and 1970. */
const EXCEL_EPOCH = 25_569

const WRITTEN =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s,]*(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|AM|PM)?\s*(\d{1,2})[:：时点](\d{1,2})(?:[:：分](\d{1,2})秒?|分)?(?:\.\d+)?\s*(AM|PM)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i

const COMMON = /^20\d\d-(?:0[1-9]|1[012])-(?:0[1-9]|1\d|2[0-8]) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/

/** Undefined where it is no time, or a time of day without a date. */
export function toTime(value: unknown, date = ''): string | undefined {
  if (value instanceof Date) return sheetTime(value)
  if (typeof value === 'number') return fromNumber(value)
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  if (/^\d+(?:\.\d+)?$/.test(text)) return fromNumber(Number(text))
  return written(text) ?? (date === '' ? undefined : written(`${date} ${text}`))
}

/** Milliseconds, for sorting. */
export function milliseconds(time: string): number {
  const bare = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/.test(time)
  return Date.parse(bare ? `${time}+08:00` : time)
}

/** Seconds, milliseconds or microseconds, told apart by magnitude; small numbers are days of a spreadsheet. */
function fromNumber(value: number): string | undefined {
  if (value > 20_000 && value < 80_000) return iso(Math.round((value - EXCEL_EPOCH) * 86_400) * 1000)
  for (const unit of [1000, 1, 0.001]) {
    const time = value * unit
    if (time >= FIRST && time < LAST) return iso(time + CHINA)
  }
  return undefined
}

/** A sheet's time has no zone: what is written there is the time in China. */
function sheetTime(value: Date): string | undefined {
  return Number.isNaN(value.getTime()) ? undefined : iso(value.getTime())
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19)
}

function written(text: string): string | undefined {
  // By far the most common form, if its day is in every month.
  if (COMMON.test(text)) return `${text.slice(0, 10)}T${text.slice(11)}`
  const found = WRITTEN.exec(text)
  if (found === null) return undefined
  const [, year, month, day, before, hour = '0', minute = '0', second = '0', after, zone] = found
  const half = (before ?? after ?? '').toUpperCase()
  let hours = Number(hour)
  if (/下午|傍晚|晚上|PM/.test(half) && hours < 12) hours += 12
  // noon reaches into the afternoon
  else if (half === '中午' && hours < 6) hours += 12
  // half past twelve at night is the next day's
  else if (/凌晨|上午|晚上|AM/.test(half) && hours === 12) hours = 0
  const nextDay = half === '晚上' && hours === 0
  const two = (part: string | number) => String(part).padStart(2, '0')
  const time = `${year}-${two(month!)}-${two(day!)}T${two(hours)}:${two(minute)}:${two(second)}`
  if (Number.isNaN(Date.parse(`${time}Z`))) return undefined
  if (zone === undefined) return nextDay ? iso(Date.parse(`${time}Z`) + DAY) : time
  return iso(Date.parse(time + (zone === 'z' ? 'Z' : zone)) + CHINA)
}
