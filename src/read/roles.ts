/** Who speaks: from a field, from the form of an account, or from the user's own patterns. */

import { failure, type Messages, type Place } from '../messages/index.js'
import type { Role } from '../model.js'

/** Regular expressions by which the user tells accounts apart; a match anywhere in the account counts. */
export type RolePatterns = Partial<Record<'agent' | 'buyer' | 'robot' | 'system', string>>

export type Speaker = Role | 'robot'

/** What a field of an export may call a speaker; letters without case. */
const SPEAKERS: Record<Speaker, readonly string[]> = {
  agent: [
    ...['客服', '人工客服', '人工', '卖家', '商家', '坐席', '店铺', '店家', '发送', '发出', '己方'],
    ...['agent', 'seller', 'waiter', 'staff', 'service', 'servicer', 'merchant', 'mall_cs', 'cs', 'b2c'],
    ...['assistant', 'out', 'outgoing', 'send', 'sent'],
  ],
  buyer: [
    ...['买家', '顾客', '客户', '用户', '会员', '消费者', '访客', '接收', '收到', '对方'],
    ...['buyer', 'customer', 'user', 'client', 'consumer', 'visitor', 'c2b', 'in', 'incoming', 'receive'],
  ],
  robot: ['机器人', '机器人客服', '智能客服', '店小蜜', '自动回复', 'robot', 'bot', 'auto'],
  system: ['系统', '系统消息', '系统提示', '平台', 'system', 'notice', 'platform'],
}

const BY_NAME = new Map(
  (Object.keys(SPEAKERS) as Speaker[]).flatMap((speaker) => SPEAKERS[speaker].map((name) => [name, speaker])),
) as ReadonlyMap<string, Speaker>

/** What a role's field says. */
export function namedSpeaker(value: string | undefined): Speaker | undefined {
  return value === undefined ? undefined : BY_NAME.get(value.trim().toLowerCase())
}

/** What is known of a chat's parties. */
export interface Parties {
  buyer?: string
  agent?: string
  shop?: string
}

/** By the user's patterns, then by who the parties are, then by the form of a sub-account: `shop:agent`. */
export function speakerOf(
  sender: string | undefined,
  parties: Parties,
  patterns: RolePatterns = {},
): Speaker | undefined {
  if (sender === undefined || sender === '') return undefined
  for (const speaker of ['robot', 'system', 'agent', 'buyer'] as const) {
    const pattern = patterns[speaker]
    if (pattern !== undefined && compiled(pattern).test(sender)) return speaker
  }
  if (sender === parties.buyer) return 'buyer'
  const named = namedSpeaker(sender)
  if (named !== undefined) return named
  if (sender === parties.agent) return 'agent'
  if (parties.shop && sender.startsWith(parties.shop)) return 'agent'
  if (isSubAccount(sender)) return 'agent'
  return undefined
}

/** Buyers' names hold no colon. */
export function isSubAccount(account: string): boolean {
  return /^[^:：]+[:：][^:：]+$/.test(account)
}

const patternsSeen = new Map<string, RegExp>()

function compiled(pattern: string): RegExp {
  const regex = patternsSeen.get(pattern) ?? new RegExp(pattern, 'u')
  patternsSeen.set(pattern, regex)
  return regex
}

/** Patterns come from people: a wrong or slow one is refused before anything is read. */
export async function checkPatterns(
  patterns: RolePatterns | undefined,
  messages: Messages,
  place: (name: string) => Place = () => ({}),
) {
  if (patterns === undefined) return
  const { whyNotLinear } = await import('../rules/linear.js')
  for (const [name, pattern] of Object.entries(patterns)) {
    const why = whyNotLinear(pattern)
    if (why !== null) throw failure(messages, 'bad-role-pattern', place(name), name, why)
  }
}
