/** A finding in one line, for places that show one. */

import type { Messages } from '../messages/index.js'
import type { Finding } from '../model.js'
import { costText } from './money.js'

/** Conversation and message, as the other formats name them. */
export function whereSaid({ conversation, message }: Pick<Finding, 'conversation' | 'message'>): string {
  return `${conversation} #${message}`
}

/** What was said. */
export function quoted({ text, messageText }: Finding, { lists }: Messages): string {
  return text === messageText ? lists.quote(text) : `${lists.quote(text)} ← ${lists.quote(messageText)}`
}

/** What it means and costs, and what to say instead; one thing a line. */
export function explained(finding: Finding, messages: Messages): string[] {
  const { report: t } = messages
  const lines = [
    `${t.clause}: ${finding.clause.replaceAll('\n', ' ')}`,
    `${t.cost}: ${costLine(finding, messages)}`,
  ]
  if (finding.assumes.length > 0) lines.push(`${t.assumes}: ${finding.assumes.map(t.assumption).join('; ')}`)
  if (finding.suggestion !== '') lines.push(`${t.suggestion}: ${finding.suggestion}`)
  return lines
}

export function costLine(finding: Finding, messages: Messages): string {
  const { report: t } = messages
  const cost = costText(finding.cost, messages)
  if (finding.severity === 'warn') return `${cost} (${t.atRiskOnly})`
  return finding.severity === 'error' && !finding.counted ? `${cost} (${t.notCounted})` : cost
}
