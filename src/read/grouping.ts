/** From messages one by one, of many chats at once, to conversations; what is held is bounded. */

import type { Conversation, Message, Order } from '../model.js'
import { inOrder } from './order.js'
import { isSubAccount, type Speaker, speakerOf } from './roles.js'
import { milliseconds } from './time.js'
import { orderIn, typed } from './typed.js'
import type { ReadContext } from './types.js'

/** One message of an export, and whose chat it belongs to. */
export interface Said {
  /** The export's own name for the conversation. */
  id?: string
  buyer?: string
  agent?: string
  shop?: string
  order?: Order
  /** Undefined where only the rest of the chat can tell. */
  speaker?: Speaker
  sender?: string
  text: string
  /** ISO 8601 without offset. */
  time?: string
  kind?: string
  line?: number
}

/** After so long a silence the same buyer's next message begins another conversation. */
const SILENCE = 12 * 3600_000
/** Chats that may be going on at once, and the characters held in them. */
const MOST_OPEN = 2000
const MOST_HELD = 64 * 1024 * 1024

interface Open {
  id?: string
  buyer?: string
  agent?: string
  shop?: string
  order?: Order
  said: Said[]
  size: number
  /** Which of all chats this is. */
  begun: number
  last?: string
}

export async function* grouped(
  /** Some at a time: one by one would cost more than what is done with them. */
  batches: AsyncIterable<readonly Said[]> | Iterable<readonly Said[]>,
  context: ReadContext,
): AsyncGenerator<Conversation> {
  /** The chat spoken in longest ago comes first. */
  const open = new Map<string, Open>()
  let held = 0
  let begun = 0
  /** Without a name or a buyer on each row, messages belong to the buyer who spoke last. */
  let current = ''

  const close = (key: string): Conversation[] => {
    const chat = open.get(key)!
    open.delete(key)
    held -= chat.size
    return finished(chat, context)
  }
  for await (const batch of batches)
    for (const said of batch) {
      if (said.id !== undefined) current = `id ${said.id}`
      else if (said.buyer !== undefined) current = `buyer ${said.shop ?? ''}\0${said.buyer}`
      else if (said.speaker === 'buyer' && said.sender !== undefined) {
        const before = open.get(current)
        if (before?.buyer !== undefined && before.buyer !== said.sender) yield* close(current)
        current = 'alone'
        said.buyer = said.sender
      } else if (!open.has(current)) current = 'alone'
      const before = open.get(current)
      if (before !== undefined && before.size > context.limit) {
        context.onProblem('split-chat', { line: said.line }, context.limit)
        yield* close(current)
      } else if (before !== undefined && said.id === undefined && silent(before.last, said.time))
        yield* close(current)
      const chat = open.get(current) ?? { said: [], size: 0, begun: begun++ }
      open.delete(current)
      open.set(current, chat)
      held += add(chat, said)
      while (open.size > MOST_OPEN || (held > MOST_HELD && open.size > 1))
        yield* close(open.keys().next().value!)
    }
  // What is left, in the order in which the chats began.
  const left = [...open].sort(([, a], [, b]) => a.begun - b.begun)
  for (const [key] of left) yield* close(key)
}

function add(chat: Open, said: Said): number {
  chat.id ??= said.id
  chat.buyer ??= said.buyer
  chat.agent ??= said.agent
  chat.shop ??= said.shop
  if (said.order !== undefined) chat.order = { ...chat.order, ...said.order }
  chat.said.push(said)
  const size = said.text.length + 64
  chat.size += size
  chat.last = said.time ?? chat.last
  return size
}

/** Either way round, since many exports begin with the newest. */
function silent(last: string | undefined, now: string | undefined): boolean {
  return last !== undefined && now !== undefined && Math.abs(milliseconds(now) - milliseconds(last)) > SILENCE
}

/** One conversation, or none where nobody can tell who speaks. */
function finished(chat: Open, context: ReadContext): Conversation[] {
  const line = chat.said[0]?.line
  const speakers = whoSpeaks(chat, context)
  const unclear = speakers.indexOf(undefined)
  if (unclear >= 0) {
    context.onProblem('no-role', { line: chat.said[unclear]!.line }, 1)
    return []
  }
  const messages = chat.said.map(({ text, sender, time, kind }, i) => {
    const rest: Omit<Message, 'role' | 'text'> = {}
    if (time !== undefined) rest.time = time
    if (sender !== undefined) rest.sender = sender
    if (kind !== undefined) rest.kind = kind
    return typed(speakers[i]!, text, rest)
  })
  const sorted = inOrder(messages)
  if (sorted !== messages) context.onProblem('out-of-order', { line }, 1)
  const buyer = chat.buyer ?? sorted.find(({ role }) => role === 'buyer')?.sender
  const order = orderOf(chat, sorted)
  return [
    {
      // Where nobody is named, chats of different files are different chats.
      id:
        chat.id ??
        context.nameOf(sorted[0]!.time, chat.shop ?? '', buyer ?? context.file.replace(/^.*[\\/]/, '')),
      ...(buyer === undefined ? {} : { buyer }),
      ...(chat.shop === undefined ? {} : { shop: { id: chat.shop } }),
      ...(order === undefined ? {} : { order }),
      messages: sorted,
      ...(sorted.some(({ time }) => time !== undefined) ? {} : { lacks: ['time'] }),
      source: line === undefined ? { file: context.file } : { file: context.file, line },
    },
  ]
}

/** Who is still unknown is the buyer beside agents that are known, and the agent beside a buyer that is. */
function whoSpeaks(chat: Open, { roles }: ReadContext): (Speaker | undefined)[] {
  const known = chat.said.map(({ speaker, sender }) => speaker ?? speakerOf(sender, chat, roles))
  const agents = new Set(chat.said.filter((_, i) => known[i] === 'agent').map(({ sender }) => sender))
  const someAgent = [...agents].some((sender) => sender !== undefined && isSubAccount(sender))
  const buyerSpeaks = known.includes('buyer')
  return known.map((speaker, i) => {
    if (speaker !== undefined) return speaker
    const { sender } = chat.said[i]!
    if (sender === undefined || sender === '') return undefined
    if (agents.has(sender)) return 'agent'
    if (someAgent || roles?.agent !== undefined) return 'buyer'
    return buyerSpeaks ? 'agent' : undefined
  })
}

function orderOf(chat: Open, messages: readonly Message[]): Order | undefined {
  const cards = messages.filter(({ kind }) => kind === 'card').map(({ text }) => orderIn(text))
  const shown = cards.findLast((order) => order !== undefined)
  return shown === undefined && chat.order === undefined ? undefined : { ...shown, ...chat.order }
}
