import type { Role } from '../model.js'
import { type Folded, fold } from '../text/fold.js'
import { type Categorised, isAny } from './categories.js'
import { categorise, type Lexis } from './lexis.js'
import { type Found, findWords } from './tokens.js'

/** What one pass over a text finds, before it is decided which of overlapping words stand. */
export interface Glance {
  folded: Folded
  found: Found[]
}

export function glance(lexis: Lexis, text: string): Glance {
  const folded = fold(text)
  return { folded, found: findWords(lexis, folded) }
}

/** Whether all that some reading needs occurs: where not, the text by itself states nothing. */
export function canState(lexis: Lexis, { found }: Glance, role: Role): boolean {
  const present = new Set<number>()
  for (const t of found) for (const c of t.is) present.add(c)
  for (const c of present)
    for (const { reading, pattern } of lexis.byHead.get(c) ?? [])
      if (
        (reading.by === undefined || reading.by === role) &&
        pattern.needs.every((n) => n.any.some((k) => present.has(k)))
      )
        return true
  return false
}

/** Whether some word can speak of what was named before: "have", "can". */
export function canLean(lexis: Lexis, { found }: Glance): boolean {
  return found.some((t) => t.is.some((c) => lexis.elliptic[c] === 1))
}

/** Names no thing, act or number, nor any of the categories: what is said next cannot lean on it. */
export function namesNothing(lexis: Lexis, { found }: Glance, but: Categorised): boolean {
  return found.every(
    (t) =>
      t.digits === undefined &&
      t.is.every((c) => lexis.noun[c] === 0 && lexis.verb[c] === 0) &&
      !isAny(categorise(lexis, t.is), but),
  )
}
