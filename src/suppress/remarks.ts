/** What is wrong with the suppressions themselves, as findings: one message each, in a conversation of their own. */

import { hash } from '../engine/finding.js'
import type { Judgement } from '../engine/types.js'
import type { Messages } from '../messages/index.js'
import type { Conversation, Finding, Source } from '../model.js'
import type { Suppression } from './suppressions.js'

export type Fault = 'expired' | 'unused'

export interface Faulty {
  fault: Fault
  suppression: Suppression
  source?: Source
}

const CONVERSATION = 'suppressions'

export const ruleOf = (fault: Fault) => `suppression/${fault}`

export function remarksOn(all: readonly Faulty[], messages: Messages, ledger: string) {
  const { suppressions: t } = messages
  const conversation: Conversation = { id: CONVERSATION, messages: [], source: all[0]?.source }
  const findings = all.map(({ fault, suppression, source }, message): Finding => {
    const { fingerprint, rule, text, reason, approver, expires } = suppression
    const named = [fingerprint, rule, text].filter((part) => part !== undefined).join(' ')
    const messageText = t.text(named, reason, approver, expires)
    conversation.messages.push({ role: 'system', text: messageText })
    return {
      id: hash(`${CONVERSATION}\n${message}\n${fault}`),
      fingerprint: hash(`${fault}\n${named}`),
      conversation: CONVERSATION,
      message,
      rule: ruleOf(fault),
      severity: 'warn',
      span: { start: 0, end: messageText.length },
      text: messageText,
      evidence: [],
      stage: 'unknown',
      assumes: [],
      cost: { points: 0, deposit: 0, payout: null, payoutUpTo: null, disputed: null, ledger },
      counted: false,
      clause: t.clause[fault],
      messageText,
      suggestion: t.todo[fault],
      ...(source === undefined ? {} : { source }),
    }
  })
  const verdict: Judgement = { findings, cannotJudge: [], stage: 'unknown' }
  return { conversation, verdict }
}
