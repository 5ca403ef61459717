import type { Finding } from '../../../model.js'

/** Until the next verdict: the findings on words that an edit left alone, moved with them. */
export function carried(findings: readonly Finding[], before: string, after: string): Finding[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const shift = after.length - before.length
  return findings.flatMap((finding) => {
    const { start, end } = finding.span
    if (end <= head) return [finding]
    if (start >= before.length - tail)
      return [{ ...finding, span: { start: start + shift, end: end + shift } }]
    return []
  })
}
