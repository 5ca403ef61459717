/** Findings that were there before: a multiset of fingerprints, so that places and order do not matter. */

import type { Finding } from '../model.js'

export interface Known {
  rule: string
  count: number
}

/** By fingerprint. */
export type Baseline = Record<string, Known>

/** Says of each finding whether it is known; each is known as often as it is counted. */
export function matchBaseline(baseline: Baseline): (finding: Finding) => boolean {
  const left = new Map(Object.entries(baseline).map(([fingerprint, { count }]) => [fingerprint, count]))
  return ({ fingerprint }) => {
    const count = left.get(fingerprint) ?? 0
    if (count > 0) left.set(fingerprint, count - 1)
    return count > 0
  }
}

export function createBaseline() {
  const known = new Map<string, Known>()
  return {
    add({ fingerprint, rule }: Finding) {
      known.set(fingerprint, { rule, count: (known.get(fingerprint)?.count ?? 0) + 1 })
    },
    /** Sorted, so that a change is a short difference. */
    baseline: (): Baseline => Object.fromEntries([...known].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}
