/** What json, ndjson and the HTTP answer hold of one judged conversation: the same shapes everywhere. */

import type { Judgement } from '../engine/types.js'
import type { CannotJudge, Conversation, SavedFinding } from '../model.js'
import { saved } from './context.js'
import { asIs, maskCannotJudge, maskFinding, maskFor } from './mask.js'

export function savedVerdict(
  conversation: Conversation,
  { findings, cannotJudge }: Judgement,
  mask: boolean,
): { findings: SavedFinding[]; cannotJudge: CannotJudge[] } {
  const hide = mask ? maskFor(conversation) : asIs
  return {
    findings: findings.map((finding) =>
      saved(mask ? maskFinding(finding, hide) : finding, conversation, hide),
    ),
    cannotJudge: mask ? cannotJudge.map((item) => maskCannotJudge(item, hide)) : cannotJudge,
  }
}
