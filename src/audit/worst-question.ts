/** What a quick reply would be as the answer to the worst question that its group or trigger words suggest. */

import type { Linter } from '../engine/types.js'
import type { Conversation, Finding } from '../model.js'
import type { QuickReply } from '../read/quick-replies.js'

/** Questions tried for one reply. */
const MOST = 12

/** What a buyer may have asked: trigger words, then the group's levels, then the reply's own title. */
function questionsOf({ triggers = [], group = '', code = '' }: QuickReply): string[] {
  const levels = group.split(/[/>|\\]/).map((level) => level.trim())
  const named = [...triggers, ...levels, code].filter((words) => /\p{Script=Han}{2}|[a-z]{2}/iu.test(words))
  return [...new Set(named)].slice(0, MOST)
}

/** Findings that the reply has only as such an answer: warnings that name the question. */
export function assumedFindings(
  reply: QuickReply,
  conversation: Conversation,
  alone: readonly Finding[],
  linter: Linter,
): Finding[] {
  const known = new Set(alone.map(({ rule }) => rule))
  const assumed: Finding[] = []
  for (const question of questionsOf(reply)) {
    const asked = { ...conversation, messages: [{ role: 'buyer' as const, text: question }] }
    for (const finding of linter.checkReply(reply.text, asked).findings) {
      if (known.has(finding.rule)) continue
      known.add(finding.rule)
      assumed.push({
        ...finding,
        severity: finding.severity === 'error' ? 'warn' : finding.severity,
        // The library has no question: what remains is the reply itself.
        message: 0,
        evidence: finding.evidence
          .filter(({ message }) => message === 1)
          .map((part) => ({ ...part, message: 0 })),
        assumes: [...finding.assumes, `question: ${question}`],
        counted: false,
      })
    }
  }
  return assumed
}
