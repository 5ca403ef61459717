/** Which findings are one case: a cost is charged once a case, however often the rule is broken in it. */

import type { Finding } from '../model.js'
import { figureOf } from './cost.js'
import type { Schedule } from './types.js'

/** A finding that may say which order it is about. */
export type OrderFinding = Finding & { order?: string }

/** Findings with equal keys are one case. */
export function caseOf(finding: OrderFinding, schedule: Schedule): string {
  const figure = figureOf(schedule, finding.rule)
  const charge = figure === undefined || figure.figure === 'none' ? undefined : figure
  const order = charge?.per === 'order' ? (finding.order ?? null) : null
  // JSON keeps ids apart whatever characters they hold.
  return JSON.stringify([finding.conversation, charge?.case ?? finding.rule, order])
}

/** Sets `counted`: the first error of each case counts, later ones and other severities do not. `charged` learns the cases. */
export function markCounted(
  findings: readonly OrderFinding[],
  schedule: Schedule,
  charged = new Set<string>(),
): Finding[] {
  return findings.map((finding) => {
    if (finding.severity !== 'error') return { ...finding, counted: false }
    const key = caseOf(finding, schedule)
    const counted = !charged.has(key)
    charged.add(key)
    return { ...finding, counted }
  })
}
