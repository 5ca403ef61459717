/** What the HTML report holds: plain data, written by the reporter and read by the page. */

import type { Judgement } from '../engine/types.js'
import { placeOf } from '../errors.js'
import type { Conversation, Finding, Message, Problem, Summary, Text } from '../model.js'
import { MOST_TEXT } from '../values.js'
import { type MaskText, maskId } from './mask.js'
import type { Gate } from './types.js'

export interface ReportData {
  lang: 'zh-CN' | 'en'
  tool: string
  schedule: string
  /** ISO 8601. */
  made: string
  masked: boolean
  chats: Chat[]
  rules: Record<string, RuleText>
  cannotJudge: { rule: string; why: string; count: number }[]
  problems: Problem[]
  problemCount: number
  /** What the page leaves out, because nobody could open it otherwise. */
  omitted: { chats: number; findings: number }
  summary: Summary
  gate: Gate
}

export interface RuleText {
  title: Text
  clause: Text
  suggestion: Text
}

/** A conversation, or the parts of a long one that its findings rest on. */
export interface Chat {
  id: string
  shop?: string
  /** file:line */
  source?: string
  /** Messages in the whole conversation. */
  length: number
  messages: ChatMessage[]
  findings: ChatFinding[]
}

/** `index` counts in the whole conversation. */
export type ChatMessage = Message & { index: number }

/** A finding without what the chat or the rules tell. */
export type ChatFinding = Omit<
  Finding,
  'conversation' | 'text' | 'messageText' | 'clause' | 'suggestion' | 'source'
>

export interface Masks {
  hide: MaskText
  /** For agents and shops: the same in every chat, or one agent would become several. */
  hideName: MaskText
  hideFile: MaskText
}

/** Messages on either side of a finding that are kept. */
const CONTEXT = 15

export function chatOf(conversation: Conversation, findings: Judgement['findings'], masks: Masks): Chat {
  const { hide, hideName, hideFile } = masks
  const { id, shop, source, messages } = conversation
  return {
    id: maskId(id, hide),
    ...(typeof shop?.id === 'string' ? { shop: hideName(shop.id) } : {}),
    ...(source === undefined ? {} : { source: placeOf({ ...source, file: hideFile(source.file) }) }),
    length: messages.length,
    messages: keptMessages(messages, findings).map((index) => chatMessage(messages, findings, index, masks)),
    findings: findings.map(
      ({ conversation: _, text, messageText, clause, suggestion, source: __, ...rest }) => ({
        ...rest,
        assumes: rest.assumes.map(hide),
      }),
    ),
  }
}

function keptMessages(messages: readonly Message[], findings: readonly Finding[]): number[] {
  const kept = new Set<number>()
  for (const { message, evidence } of findings) {
    for (const at of [message, ...evidence.map((each) => each.message)]) {
      // Saved findings come with no more than their own message.
      if (messages[at] === undefined) {
        if (at === message) kept.add(at)
        continue
      }
      for (let i = Math.max(0, at - CONTEXT); i <= at + CONTEXT; i++) {
        const said = messages[i]
        if (said !== undefined && said.kind !== 'missing') kept.add(i)
      }
    }
  }
  return [...kept].sort((a, b) => a - b)
}

function chatMessage(
  messages: readonly Message[],
  findings: readonly Finding[],
  index: number,
  { hide, hideName }: Masks,
): ChatMessage {
  const { role, text, time, sender, kind } = messages[index] ?? {
    role: 'agent',
    text: findings.find(({ message }) => message === index)!.messageText,
  }
  return {
    index,
    role,
    // beyond this nothing was judged: no span lies there
    text: hide(text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text),
    ...(time === undefined ? {} : { time }),
    // The buyer is called so; the name of the account serves nobody.
    ...(sender === undefined || role === 'buyer' ? {} : { sender: hideName(sender) }),
    ...(kind === undefined ? {} : { kind }),
  }
}
