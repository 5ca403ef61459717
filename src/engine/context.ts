/** What is known of order and shop when a message is judged. */

import { initialState } from '../dialogue/state.js'
import type { Conversation, Order, Shop } from '../model.js'
import type { Lexis } from '../statements/lexis.js'
import { STATUSES } from '../values.js'
import { expectOneOf } from './expect.js'
import { step } from './step.js'
import type { Context, Now } from './types.js'

/** What is known now: of order and shop the fields that are given anew, the others as they were. */
export function contextOf(defaults: Shop | undefined, facts: Context, now: Now): Context {
  const [was, is] = [orderOf(facts), orderOf(now)]
  const order = is ? { ...was, ...is } : was
  if (order?.status !== undefined) expectOneOf('order.status', order.status, STATUSES)
  return {
    ...facts,
    ...now,
    order,
    shop: shopOf(defaults, now.shop ? { ...facts.shop, ...now.shop } : facts.shop),
  }
}

/** An export carries the order's last status: where the chat itself shows the payment, what came before it is unpaid. */
export function statusAtStart(lexis: Lexis, { messages, ...context }: Conversation): Context {
  const order = orderOf(context)
  if (!order?.status || order.status === 'unpaid') return context
  let state = initialState()
  for (const m of messages) {
    state = step(lexis, state, m).state
    if (state.facts.paid) return { ...context, order: { ...order, status: 'unpaid' } }
  }
  return context
}

/** Of several orders the first counts. */
function orderOf({ order, orders }: Pick<Context, 'order' | 'orders'>): Order | undefined {
  return order ?? orders?.[0]
}

/** A fact that is stated wins; null states nothing. */
function shopOf(defaults: Shop | undefined, stated: Shop | undefined): Shop | undefined {
  if (defaults === undefined || stated === undefined) return stated ?? defaults
  const known = Object.entries(stated).filter(([, fact]) => fact !== undefined && fact !== null)
  return { ...defaults, ...Object.fromEntries(known) }
}
