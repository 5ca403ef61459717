import type { Conversation, Finding, Message } from '../model.js'
import { costOf } from '../score/cost.js'
import type { Schedule } from '../score/types.js'
import { fold } from '../text/fold.js'
import { withoutBoundaries } from '../text/folded.js'
import type { Matched } from './match.js'
import type { Lang } from './types.js'

/** Turns a match into what people and programs are told. */
export function toFinding(
  m: Matched,
  conversation: Partial<Conversation>,
  message: Message,
  index: number,
  stage: Finding['stage'],
  schedule: Schedule,
  lang: Lang,
): Finding {
  const { rule, statement } = m
  const span = statement.span
  const text = message.text.slice(span.start, span.end)
  const id = conversation.id ?? ''
  const say = lang === 'en' ? 'en' : 'zh'
  // what is only carried over from earlier is one step short of being said
  const severity = rule.severity === 'error' && statement.via === 'carried' ? 'warn' : rule.severity
  return {
    id: hash(`${id}\n${index}\n${rule.id}\n${span.start}-${span.end}`),
    fingerprint: hash(`${rule.id}\n${withoutBoundaries(fold(message.text).text)}\n${fold(text).text}`),
    conversation: id,
    message: index,
    rule: rule.id,
    severity,
    span,
    text,
    evidence: m.evidence,
    stage,
    assumes: m.assumes,
    cost: costOf(schedule, rule.id, conversation.order),
    counted: false,
    clause: rule.clause[say],
    messageText: message.text,
    suggestion: rule.suggestion[say],
    ...(conversation.source ? { source: conversation.source } : {}),
  }
}

/** 53-bit hash (two multiplicative lanes), as 14 hex digits: names content, guards nothing. */
export function hash(s: string): string {
  let h1 = 0xdeadbeef
  let h2 = 0x41c6ce57
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i)
    h1 = Math.imul(h1 ^ c, 2654435761)
    h2 = Math.imul(h2 ^ c, 1597334677)
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909)
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909)
  return (4294967296 * (2097151 & h2) + (h1 >>> 0)).toString(16).padStart(14, '0')
}
