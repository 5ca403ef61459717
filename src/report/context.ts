/** The messages that make a finding understandable, beside the judged one. */

import type { Conversation, Finding, SavedFinding } from '../model.js'
import type { MaskText } from './mask.js'

/** Messages before a finding that are shown beside those it rests on. */
const CONTEXT = 2

/** The judged messages, those that their verdict rests on, and a little of what came before. */
export function messagesToShow(findings: readonly Finding[]): number[] {
  const shown = new Set<number>()
  for (const { message, evidence } of findings) {
    for (let i = Math.max(0, message - CONTEXT); i <= message; i++) shown.add(i)
    for (const item of evidence) shown.add(item.message)
  }
  return [...shown].sort((a, b) => a - b)
}

/** The finding with what a report made later needs of its conversation; the finding itself is masked already. */
export function saved(finding: Finding, { messages }: Conversation, hide: MaskText): SavedFinding {
  const judged = messages[finding.message]
  const context: SavedFinding['context'] = []
  for (const message of messagesToShow([finding])) {
    const said = messages[message]
    if (said === undefined || message === finding.message) continue
    const { role, text, time, sender } = said
    context.push({ message, role, text: hide(text), time, sender: sender && hide(sender) })
  }
  return { ...finding, time: judged?.time, sender: judged?.sender && hide(judged.sender), context }
}
