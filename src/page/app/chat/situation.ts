/** What is known around the chat, as it is set on the page, and what the engine is told of it. */

import type { Context } from '../../../engine/types.js'
import type { Order } from '../../../model.js'

export interface Situation {
  /** The account that chats. */
  buyer?: string
  order: Order
  /** Shop facts that are known. */
  facts: Record<string, boolean>
  schedule: string
  worstCase: boolean
}

export const NOTHING_KNOWN: Situation = { order: {}, facts: {}, schedule: 'note', worstCase: false }

export function contextOf({ buyer, order, facts }: Situation): Context {
  return { id: 'page', buyer, order, shop: { ...facts } }
}

export interface Fact {
  name: string
  /** What rules take it for where it is not known. */
  byDefault: boolean
}

type RuleWithFacts = { facts: Record<string, { default: unknown }> }

/** The yes-or-no facts about the shop that any rule asks for. */
export function factsAsked(rules: readonly RuleWithFacts[]): Fact[] {
  const asked = new Map<string, boolean>()
  for (const { facts } of rules)
    for (const [name, { default: byDefault }] of Object.entries(facts))
      if (typeof byDefault === 'boolean') asked.set(name, byDefault)
  return [...asked].map(([name, byDefault]) => ({ name, byDefault }))
}
