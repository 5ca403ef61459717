/** A rule's own examples as conversations. */

import type { Example, Linter } from '../engine/types.js'
import { lastIndexWhere } from '../lists.js'
import type { Conversation, Finding, Message, Role } from '../model.js'

export interface Tried {
  conversation: Conversation
  /** Index of the message that the example is about. */
  at: number
  findings: readonly Finding[]
  /** Whether the rule speaks of that message. */
  reported: boolean
}

export function tried(example: Example, rule: string, linter: Linter): Tried {
  const conversation = conversationOf(example)
  const at = judgedIn(example)
  const { findings } = linter.checkConversation(conversation)
  return { conversation, at, findings, reported: findings.some((f) => f.rule === rule && f.message === at) }
}

const ROLES: Record<string, Role> = { A: 'agent', B: 'buyer', S: 'system' }

export function conversationOf({ chat, facts }: Example): Conversation {
  return { id: 'example', ...facts, messages: chat.map(messageOf) }
}

/** Index of the message that the example is about. */
export function judgedIn({ chat, at }: Example): number {
  return at ?? lastIndexWhere(chat, (line) => messageOf(line).role === 'agent')
}

/** `B: …`, `A: …` or `S: …`; a line without is the agent's. */
export function messageOf(line: string): Message {
  const [, who = 'A', text = line] = /^([ABS]): ?([\s\S]*)$/.exec(line) ?? []
  return { role: ROLES[who]!, text }
}
