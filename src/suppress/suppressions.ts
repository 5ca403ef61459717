/** Approved exceptions: each names what it allows, why, who approved it, and until when. */

import type { Finding, Suppressed } from '../model.js'
import { fold } from '../text/fold.js'
import { withoutBoundaries } from '../text/folded.js'

/** Names a fingerprint, or a rule and a text; where more is given, all must fit. */
export interface Suppression {
  fingerprint?: string
  rule?: string
  /** The whole message, or the trigger. */
  text?: string
  reason: string
  approver: string
  /** YYYY-MM-DD, the last day on which it holds. */
  expires: string
}

export interface Suppressions {
  match(finding: Finding): Suppressed | undefined
  /** Those that no longer hold, and those that nothing needed, by index. */
  expired(): number[]
  unused(): number[]
}

/** `today`: YYYY-MM-DD. */
export function createSuppressions(all: readonly Suppression[], today: string): Suppressions {
  const tests = all.map(testOf)
  const used = all.map(() => false)
  const holds = (index: number) => all[index]!.expires >= today
  return {
    match(finding) {
      for (const [index, test] of tests.entries()) {
        if (!test(finding)) continue
        used[index] = true
        if (!holds(index)) continue
        const { reason, approver, expires } = all[index]!
        return { kind: 'suppression', reason, approver, expires }
      }
      return undefined
    },
    expired: () => indices(all, (index) => !holds(index)),
    unused: () => indices(all, (index) => holds(index) && !used[index]),
  }
}

function testOf({ fingerprint, rule, text }: Suppression): (finding: Finding) => boolean {
  const same = text === undefined ? undefined : plain(text)
  return (finding) =>
    (fingerprint === undefined || fingerprint === finding.fingerprint) &&
    (rule === undefined || rule === finding.rule) &&
    (same === undefined || same === plain(finding.messageText) || same === plain(finding.text))
}

/** As fingerprints see it: spelling and punctuation do not matter. */
function plain(text: string): string {
  return withoutBoundaries(fold(text).text)
}

function indices(all: readonly unknown[], fits: (index: number) => boolean): number[] {
  return [...all.keys()].filter(fits)
}
