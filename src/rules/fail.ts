import { PackError } from './error.js'
import type { PackFault } from './fault.js'

/** An error whose place is found by its quote. */
export function fail(fault: PackFault, path: string, quote: string): PackError {
  return new PackError(fault, path, 1, 1, quote)
}

/** The known name that was probably meant: the same but for its case, or with the fewest differing letters. */
export function near(name: string, known: Iterable<string>): string | undefined {
  const low = name.toLowerCase()
  let best: string | undefined
  // a long name bears one slip more
  let score = Math.min(low.length < 8 ? 3 : 4, low.length)
  for (const each of known) {
    const d =
      low.length > 2 && (each.startsWith(low) || low.startsWith(each)) ? 2 : distance(low, each.toLowerCase())
    if (d < score) {
      score = d
      best = each
    }
  }
  return best
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]!
}
