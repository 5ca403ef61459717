/** A rule's own examples as conversations. */

import type { Example, Linter } from '../engine/types.js'
import type { Conversation, Message, Role } from '../model.js'

/** Whether the rule speaks of the message that the example is about. */
export function isReported(example: Example, rule: string, linter: Linter): boolean {
  const conversation = conversationOf(example)
  const at = judgedIn(example, conversation)
  const { findings } = linter.checkConversation(conversation)
  return findings.some((finding) => finding.rule === rule && finding.message === at)
}

const ROLES: Record<string, Role> = { A: 'agent', B: 'buyer', S: 'system' }

export function conversationOf({ chat, facts }: Example): Conversation {
  const messages = chat.map((line): Message => {
    const [, who = 'A', text = line] = /^([ABS]): ?([\s\S]*)$/.exec(line) ?? []
    return { role: ROLES[who]!, text }
  })
  return { id: 'example', ...facts, messages }
}

/** Index of the message that the example is about. */
export function judgedIn({ at }: Example, { messages }: Conversation): number {
  return at ?? messages.findLastIndex(({ role }) => role === 'agent')
}
