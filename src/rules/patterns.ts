import { fail } from './fail.js'
import type { Need, ReadingPattern } from './types.js'
import { fullWidth } from './wide.js'

/** `a|b~ < c* !d`: needs a or b (may be left unsaid), then c, at which polarity is read (`c*-` is itself a denial); d may not occur. */
export function compilePattern(source: string, find: (name: string) => number, path: string): ReadingPattern {
  const needs: Need[] = []
  const forbids: number[] = []
  let head = -1
  let inverse = false
  let within: number | null = null
  for (const part of source.trim().split(/\s+/)) {
    const order = part.match(/^<(\d*)$/)
    if (order) {
      within = order[1] ? Number(order[1]) : 200
      continue
    }
    const m = part.match(/^(!?)([^~*!-][^~*!]*?)(~?)(\*-?)?$/)
    if (!m) throw fail(fullWidth(part) ?? { code: 'pattern-syntax', is: 'part', part, source }, path, source)
    const any = m[2]!.split('|').map(find)
    if (m[1]) {
      forbids.push(...any)
      continue
    }
    if (m[4]) {
      head = needs.length
      inverse = m[4] === '*-'
    }
    needs.push({ any, elidable: m[3] === '~', within })
    within = null
  }
  if (needs.length === 0) throw fail({ code: 'pattern-syntax', is: 'empty', source }, path, source)
  if (head < 0) head = needs.length - 1
  if (needs[head]!.elidable) throw fail({ code: 'pattern-syntax', is: 'head-unsaid', source }, path, source)
  return { needs, head, inverse, forbids, source }
}
