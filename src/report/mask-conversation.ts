/** A conversation as it may leave the shop: texts, accounts and order numbers masked. */

import type { Conversation, Order } from '../model.js'
import { maskFor, maskId } from './mask.js'

export function maskConversation(conversation: Conversation): Conversation {
  const mask = maskFor(conversation)
  const { buyer, order, orders, messages } = conversation
  const maskOrder = (one: Order): Order => ({
    ...one,
    ...(one.id === undefined ? {} : { id: mask(one.id) }),
    ...(one.buyer === undefined ? {} : { buyer: mask(one.buyer) }),
  })
  return {
    ...conversation,
    id: maskId(conversation.id, mask),
    ...(buyer === undefined ? {} : { buyer: mask(buyer) }),
    ...(order === undefined ? {} : { order: maskOrder(order) }),
    ...(orders === undefined ? {} : { orders: orders.map(maskOrder) }),
    messages: messages.map((message) => ({
      ...message,
      text: mask(message.text),
      ...(message.sender === undefined || message.role !== 'buyer' ? {} : { sender: mask(message.sender) }),
    })),
  }
}
