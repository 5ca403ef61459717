/** What every list of findings tells of one. */

import type { Judgement } from '../engine/types.js'
import { textFor } from '../messages/index.js'
import type { Conversation, Finding } from '../model.js'
import { asIs, maskFinding, maskFor } from './mask.js'
import type { Meta, ReporterOptions } from './types.js'

export interface Listed {
  /** Masked. */
  finding: Finding
  /** Of the rule; empty where the rule is not known here. */
  title: string
  sender?: string
  time?: string
}

export function listed(
  conversation: Conversation,
  { findings }: Judgement,
  { mask, messages }: Pick<ReporterOptions, 'mask' | 'messages'>,
  titles: Meta['titles'],
): Listed[] {
  if (findings.length === 0) return []
  const hide = mask ? maskFor(conversation) : asIs
  return findings.map((finding) => {
    const said = conversation.messages[finding.message]
    const title = titles.get(finding.rule)
    return {
      finding: mask ? maskFinding(finding, hide) : finding,
      title: title === undefined ? '' : textFor(messages, title),
      sender: said?.sender && hide(said.sender),
      time: said?.time,
    }
  })
}
