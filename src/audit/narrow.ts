/** `--since`, `--until`, `--agent`, `--shop`: which agent messages count. The whole conversation is still followed. */

import { failure, type Messages } from '../messages/index.js'
import type { Conversation, Message } from '../model.js'
import { dayOf } from '../score/year.js'

export interface NarrowFlags {
  since?: string
  until?: string
  agent: string[]
  shop: string[]
}

/** Plain data, for threads. Days are inclusive and of the calendar of China. */
export interface Narrow {
  since?: string
  until?: string
  agents: string[]
  shops: string[]
  /** The shop of conversations that name none. */
  shop?: string
}

/** What was left out, and what could not be placed and was left out for that. */
export interface LeftOut {
  messages: number
  undated: number
  unnamed: number
}

export function narrowOf(
  { since, until, agent: agents, shop: shops }: NarrowFlags,
  shop: string | undefined,
  messages: Messages,
): Narrow | undefined {
  for (const [flag, day] of Object.entries({ '--since': since, '--until': until }))
    if (day !== undefined && !(DAY.test(day) && dayOf(day) === day))
      throw failure(messages, 'bad-flag', {}, flag, day, '2026-11-01')
  if (since !== undefined && until !== undefined && since > until)
    throw failure(messages, 'bad-flag', {}, '--until', until, `>= ${since}`)
  if (since === undefined && until === undefined && agents.length + shops.length === 0) return undefined
  return { since, until, agents, shops, shop }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The agent messages that count, by index. */
export function countedIn(conversation: Conversation, narrow: Narrow, leftOut: LeftOut): Set<number> {
  const { messages } = conversation
  const counted = new Set<number>()
  const ofShop =
    narrow.shops.length === 0 || narrow.shops.includes(String(conversation.shop?.id ?? narrow.shop))
  const dated = narrow.since !== undefined || narrow.until !== undefined
  let time: string | undefined
  for (const [index, message] of messages.entries()) {
    // A message without a time was said no earlier than the one before it.
    time = message.time ?? time
    if (message.role !== 'agent') continue
    const day = time === undefined ? undefined : dayOf(time)
    const unnamed = narrow.agents.length > 0 && message.sender === undefined
    if (dated && day === undefined) leftOut.undated++
    else if (unnamed) leftOut.unnamed++
    else if (ofShop && isWithin(day, narrow) && isBy(message, narrow)) counted.add(index)
    else leftOut.messages++
  }
  return counted
}

function isWithin(day: string | undefined, { since, until }: Narrow): boolean {
  return (since === undefined || day! >= since) && (until === undefined || day! <= until)
}

/** By the whole account, or by the part that names the person in `shop:person`. */
function isBy({ sender = '' }: Message, { agents }: Narrow): boolean {
  const person = sender.split(/[:\uff1a]/).at(-1)!
  return agents.length === 0 || agents.includes(sender) || agents.includes(person)
}
