/** One record of the contract, checked by hand: validators cost more than parsing does. Unknown fields are kept. */

import type { OnProblem } from '../messages/index.js'
import type { Expected } from '../messages/problems-zh-CN.js'
import type { Conversation, Message, Order } from '../model.js'
import { ROLES, STATUSES } from '../values.js'
import { type Fields, isFields } from './fields.js'
import { inOrder } from './order.js'

/** The checks of one record; `false` once something was wrong and has been reported. */
interface Check {
  wrong(field: string, expected: Expected, value: unknown): false
  value(field: string, value: unknown, allowed: readonly string[], code?: 'unknown-role'): boolean
}

/** The conversation, or undefined where the record is wrong, which has then been reported. */
export function toConversation(
  record: unknown,
  file: string,
  line: number | undefined,
  onProblem: OnProblem,
): Conversation | undefined {
  const check = checkAt(line, onProblem)
  if (!isFields(record)) {
    check.wrong('', 'record', null)
    return undefined
  }
  if (typeof record.id !== 'string' || record.id === '') {
    check.wrong('id', 'text', record.id)
    return undefined
  }
  if (!context(record, check)) return undefined
  // Only now: a null has become a field that is not there.
  const { messages: none } = record as { messages?: Message[] }
  if (none === undefined || none.length === 0) {
    onProblem('no-messages', { line })
    return undefined
  }
  const conversation = record as unknown as Conversation
  const sorted = inOrder(conversation.messages)
  if (sorted !== conversation.messages) onProblem('out-of-order', { line }, 1)
  conversation.messages = sorted
  conversation.source = line === undefined ? { file } : { file, line }
  return conversation
}

/** Any part of a record, as a draft's context may give it. */
export function toContext(record: unknown, onProblem: OnProblem): Partial<Conversation> | undefined {
  const check = checkAt(undefined, onProblem)
  if (!isFields(record)) {
    check.wrong('', 'record', null)
    return undefined
  }
  if (record.id !== undefined && typeof record.id !== 'string') {
    check.wrong('id', 'text', record.id)
    return undefined
  }
  return context(record, check) ? (record as Partial<Conversation>) : undefined
}

function checkAt(line: number | undefined, onProblem: OnProblem): Check {
  return {
    wrong(field, expected, value) {
      const missing = value === undefined || (value === null && field !== '')
      onProblem(missing ? 'missing-field' : 'wrong-field', { line }, field === '' ? '{}' : field, expected)
      return false
    },
    value(field, value, allowed, code) {
      if (typeof value === 'string' && allowed.includes(value)) return true
      const got = value === undefined ? '' : String(value).slice(0, 30)
      onProblem(code ?? 'unknown-value', { line }, field, got, allowed)
      return false
    },
  }
}

function context(record: Fields, check: Check): boolean {
  dropNulls(record)
  const { buyer, shop, order, orders, lacks } = record
  return (
    messages(record.messages, check) &&
    text('buyer', buyer, check) &&
    (shop === undefined || (isFields(shop) ? isShop(shop, check) : check.wrong('shop', 'object', shop))) &&
    (order === undefined || isOrder('order', order, check)) &&
    (orders === undefined || isOrders(orders, check)) &&
    (lacks === undefined || isTexts(lacks) || check.wrong('lacks', 'texts', lacks))
  )
}

function messages(value: unknown, check: Check): boolean {
  if (value === undefined) return true
  if (!Array.isArray(value)) return check.wrong('messages', 'objects', value)
  for (let i = 0; i < value.length; i++) {
    const message = value[i] as Message
    if (typeof message !== 'object' || message === null)
      return check.wrong(`messages[${i}]`, 'object', message ?? '')
    const { role } = message
    if (role !== 'agent' && role !== 'buyer' && role !== 'system')
      return check.value(`messages[${i}].role`, role, ROLES, 'unknown-role')
    if (typeof message.text !== 'string') return check.wrong(`messages[${i}].text`, 'text', message.text)
    for (const field of ['time', 'sender', 'kind'] as const) {
      const optional: unknown = message[field]
      if (optional === undefined || typeof optional === 'string') continue
      if (optional !== null) return check.wrong(`messages[${i}].${field}`, 'text', optional)
      delete message[field]
    }
  }
  return true
}

function isShop(shop: Fields, check: Check): boolean {
  dropNulls(shop)
  const { points } = shop
  if (points === undefined) return text('shop.id', shop.id, check)
  if (!isFields(points) || !Object.values(points).every(isAmount))
    return check.wrong('shop.points', 'numbers', points)
  return text('shop.id', shop.id, check)
}

function isOrders(orders: unknown, check: Check): boolean {
  if (!Array.isArray(orders)) return check.wrong('orders', 'objects', orders)
  return orders.every((order, i) => isOrder(`orders[${i}]`, order, check))
}

function isOrder(field: string, value: unknown, check: Check): value is Order {
  if (!isFields(value)) return check.wrong(field, 'object', value ?? '')
  dropNulls(value)
  const { amount, freight, status, services } = value
  return (
    text(`${field}.id`, value.id, check) &&
    text(`${field}.buyer`, value.buyer, check) &&
    (amount === undefined || isAmount(amount) || check.wrong(`${field}.amount`, 'number', amount)) &&
    (freight === undefined || isAmount(freight) || check.wrong(`${field}.freight`, 'number', freight)) &&
    (status === undefined || check.value(`${field}.status`, status, STATUSES)) &&
    (services === undefined || isTexts(services) || check.wrong(`${field}.services`, 'texts', services))
  )
}

function text(field: string, value: unknown, check: Check): boolean {
  return value === undefined || typeof value === 'string' || check.wrong(field, 'text', value)
}

/** Exports write null for what they do not know. */
function dropNulls(fields: Fields) {
  for (const name in fields) if (fields[name] === null) delete fields[name]
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
