import type { Conversation, Message, OrderStatus } from '../model.js'
import type { Analysis } from '../statements/analyse.js'
import type { Lexis } from '../statements/lexis.js'
import type { Facts, Said, State } from './state.js'

/** Readings that show how far an order has come; anyone may say them. */
const EVENTS = {
  'event.paid': 'paid',
  'event.shipped': 'shipped',
  'event.received': 'received',
} as const

/** Remembers what a message shows about the order, the account, the buyer's own data. */
export function noteFacts(
  lexis: Lexis,
  s: State,
  message: Message,
  a: Pick<Analysis, 'folded' | 'tokens'>,
  said: readonly Said[],
): State {
  const facts: Facts = { ...s.facts }
  for (const x of said) {
    const event = EVENTS[x.reading as keyof typeof EVENTS]
    if (event && x.polarity === 1 && isAssertion(x)) facts[event] = true
    if (x.reading === 'account.other' && x.by === 'buyer' && x.polarity === 1 && !facts.otherAccount)
      facts.otherAccount = { message: x.message, span: x.span }
    // "that was her account, this one I bought with mine"
    if (x.reading === 'account.own' && x.by === 'buyer' && x.polarity === 1 && isAssertion(x))
      facts.otherAccount = null
  }
  if (facts.shipped || facts.received) facts.paid = true
  const number = lexis.concept.get('@number')
  const numbers = a.tokens.filter(
    (t) => t.digits !== undefined && number !== undefined && t.is.includes(number),
  )
  if (message.role === 'buyer') {
    facts.buyerDigits = [...facts.buyerDigits, ...numbers.map((t) => t.digits!).filter((d) => d.length >= 5)]
    facts.buyerText = `${facts.buyerText}\n${a.folded.text}`
  }
  // "you are in Harbin": the agent has looked the address up
  for (const x of said)
    if (x.reading === 'buyer.place' && message.role === 'agent')
      facts.buyerText = `${facts.buyerText}\n${x.slots.clause}`
  for (const x of said)
    if (x.reading === 'order.amount' && x.slots.amounts[0] !== undefined)
      facts.amounts = [...facts.amounts, x.slots.amounts[0]]
  return { ...s, facts }
}

function isAssertion(x: Said): boolean {
  const no = ['question', 'condition', 'proposal', 'quotation', 'warning']
  return !x.scope.some((k) => no.includes(k))
}

const RANK: Record<OrderStatus, number> = {
  unpaid: 0,
  closed: 0,
  paid: 1,
  shipped: 2,
  received: 3,
  completed: 4,
}

/** How far the order is at this point: what the chat showed, else the status given with it. */
export function progress(
  facts: Facts,
  status: OrderStatus | undefined,
): 'unknown' | 'unpaid' | 'paid' | 'shipped' | 'received' {
  const shown = facts.received ? 3 : facts.shipped ? 2 : facts.paid ? 1 : -1
  const given = status === undefined ? -1 : RANK[status]
  const rank = Math.max(shown, given)
  return rank < 0
    ? 'unknown'
    : rank === 0
      ? 'unpaid'
      : rank === 1
        ? 'paid'
        : rank === 2
          ? 'shipped'
          : 'received'
}

/** Whether the order belongs to another account than the one that chats: of several the one that the buyer named last. */
export function otherBuyer(c: Partial<Conversation>, facts: Facts): boolean | null {
  const place = (id: string | undefined) => (id ? facts.buyerText.lastIndexOf(id) : -1)
  const named = (c.orders ?? []).filter((o) => place(o.id) >= 0).sort((x, y) => place(y.id) - place(x.id))
  const buyer = (named[0] ?? c.order)?.buyer
  if (buyer === undefined || c.buyer === undefined) return null
  return buyer !== c.buyer
}
