import { PackError, type PackErrorCode } from './error.js'

/** An error whose place is found by its quote. */
export function fail(code: PackErrorCode, path: string, detail: string, quote: string): PackError {
  return new PackError(code, path, 1, 1, detail, quote)
}

/** "did you mean": the known name with the fewest differing letters. */
export function near(name: string, known: Iterable<string>): string {
  let best = ''
  let score = 3
  for (const k of known) {
    const d = distance(name, k)
    if (d < score) {
      score = d
      best = k
    }
  }
  return best ? `; did you mean "${best}"?` : ''
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
