import type { Said } from '../dialogue/state.js'
import { ORTHOGRAPHY } from '../generated/tables.js'
import { lastOf } from '../lists.js'
import type { Situation } from './checks.js'

/** Whether a limit stated with a promise covers this buyer, so that asking for money keeps the promise. */
export function limitExcuses(s: Situation, promise: Said): boolean {
  const own = placesIn(s.knowledge.regions, promise.slots.clause).size > 0
  const { clause: words, context = words } = promise.slots
  // exceptions are listed before what they are excepted from
  const excepts = own ? promise.slots.exceptsBefore : promise.slots.excepts
  const listed = excepts ? context.slice(0, context.indexOf(words) + words.length) : words
  const clause = own ? listed : context
  // what the promise itself names is the limit, not the buyer
  const now = s.message.map((x) => x.slots.clause).filter((x) => x !== promise.slots.clause)
  const buyer = `${s.state.facts.buyerText}\n${now.join('\n')}`
  const regions = s.knowledge.regions
  const named = placesIn(regions, clause)
  const home = homeOf(regions, s.state.facts.buyerText, buyer)
  // where it is not known where the buyer lives or how much was bought, the stated limit is taken to apply
  if (excepts) {
    if (home.size === 0 || [...home].some((h) => named.has(h))) return true
  } else if (named.size) {
    const last = lastPlaces(regions, buyer)
    if (!last.some((r) => named.has(r))) return true
  }
  const minimum = promise.slots.minimum
  if (minimum === undefined) return false
  // the money that is asked for is not what was bought
  const told = now.filter((x) => x !== s.statement.slots.clause)
  const sums = numbersIn(`${s.state.facts.buyerText}\n${told.join('\n')}`)
  const bought = s.context.order?.amount ?? Math.max(...sums, Number.NEGATIVE_INFINITY)
  return !(bought >= minimum)
}

/** The numbers that may be sums: longer runs of digits are numbers of orders and goods. */
export function numbersIn(text: string): number[] {
  return [...text.matchAll(/(?<!\d)\d{1,6}(?:\.\d{1,2})?(?!\d)/g)].map((m) => Number(m[0]))
}

const { digits } = ORTHOGRAPHY
const COUNTS = new RegExp(`(?<!\\d)(\\d{1,3}|[${Object.values(digits).join('')}])(\\p{Script=Han})`, 'gu')
const numberOf = (word: string) =>
  Number(Object.keys(digits).find((d) => digits[d as keyof typeof digits].includes(word)) ?? word)

/** "Two parcels or more", and the buyer takes three: the same counter, a number as great. */
export function countReached(buyer: string, promise: string): boolean {
  const least = lastOf([...promise.matchAll(COUNTS)])
  const named = least && lastOf([...buyer.matchAll(COUNTS)].filter((m) => m[2] === least[2]))
  return named !== undefined && numberOf(named[1]!) >= numberOf(least![1]!)
}

/** Regions that the text names, directly or by a place in them. */
export function placesIn(regions: Situation['knowledge']['regions'], text: string): Set<string> {
  const found = new Set<string>()
  const lined = `\n${text}`
  for (const r of regions) if (r.places.some((p) => lined.includes(p))) found.add(r.name)
  return found
}

/** Where the buyer lives by their own words; by the agent's where the two do not overlap ("that counts as remote"). */
function homeOf(regions: Situation['knowledge']['regions'], own: string, all: string): Set<string> {
  const [buyers, both] = [placesIn(regions, own), placesIn(regions, all)]
  const agrees = [...placesIn(regions, all.slice(own.length))].some((r) => buyers.has(r))
  return agrees ? buyers : both
}

/** The regions of the place that is named last: one word may stand for several. */
function lastPlaces(regions: Situation['knowledge']['regions'], text: string): string[] {
  let last: string[] = []
  let where = -1
  for (const r of regions) {
    const i = Math.max(...r.places.map((p) => text.lastIndexOf(p)))
    if (i < 0 || i < where) continue
    last = i > where ? [r.name] : [...last, r.name]
    where = i
  }
  return last
}
