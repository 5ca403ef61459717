import type { Conversation, Message } from '../model.js'
import { conversationNames, type NameConversation } from './ids.js'
import { typed } from './typed.js'
import type { Format, Line, ReadContext } from './types.js'

const DATE = /^\d{4}-\d{2}-\d{2}$/
const MESSAGE = /^(\d{4}-\d{2}-\d{2}) (\d{1,2}:\d{2}:\d{2}) (\S+) ?(.*)$/
const SHOP = /^\s*([^:\uff1a\s][^:\uff1a]*?)\s*[:\uff1a]/

/** The plain-text dump of the Qianniu client: shop name, then sessions of `date time account text`. */
export const qianniuText: Format = {
  name: 'qianniu-text',
  extensions: ['txt', 'log'],
  seen: 'code',

  sniff(head) {
    const lines = head.split('\n', 40).map((line) => line.trimEnd())
    const messages = lines.filter((line) => MESSAGE.test(line)).length
    return messages === 0 ? 0 : lines.some((line) => DATE.test(line)) ? 0.95 : 0.7
  },

  async *read(feed, context) {
    const { onProblem } = context
    let shop: string | undefined
    let state: Session | undefined
    const ids = conversationNames()
    for await (const line of feed.lines()) {
      const text = line.text.trimEnd()
      if (shop === undefined) {
        if (text === '') continue
        shop = DATE.test(text) || MESSAGE.test(text) ? undefined : SHOP.exec(text)?.[1]
        if (shop === undefined) {
          onProblem('no-shop-name', { line: line.line })
          return
        }
        continue
      }
      const said = MESSAGE.exec(text)
      if (said === null) {
        if (!DATE.test(text)) {
          goOn(state, text, line, context)
          continue
        }
        yield* finished(state, shop, ids, context)
        state = newSession(text)
        continue
      }
      const [, date, time, nick, words] = said as unknown as [string, string, string, string, string]
      const message = typed(nick.includes(shop) ? 'agent' : 'buyer', words, { sender: nick })
      const buyer = message.role === 'buyer' ? nick : undefined
      // Several buyers under one date are several conversations.
      if (state?.buyer !== undefined && buyer !== undefined && buyer !== state.buyer) {
        yield* finished(state, shop, ids, context)
        state = undefined
      }
      state ??= newSession(date)
      message.time = `${date}T${time.padStart(8, '0')}`
      add(state, message, buyer, line, context.limit)
    }
    if (shop !== undefined) yield* finished(state, shop, ids, context)
  },
}

interface Session {
  date: string
  buyer?: string
  messages: Message[]
  line: number
  size: number
}

const newSession = (date: string): Session => ({ date, messages: [], line: 0, size: 0 })

function add(session: Session, message: Message, buyer: string | undefined, { line }: Line, limit: number) {
  if (session.messages.length === 0) session.line = line
  session.buyer ??= buyer
  session.size += message.text.length
  if (session.size <= limit) session.messages.push(message)
}

/** A line that begins no message belongs to the one above. */
function goOn(session: Session | undefined, text: string, { line }: Line, { onProblem, limit }: ReadContext) {
  const message = session?.messages.at(-1)
  if (session === undefined || message === undefined) {
    if (text !== '') onProblem('stray-line', { line })
    return
  }
  session.size += text.length + 1
  if (session.size <= limit) message.text += `\n${text}`
}

function* finished(
  session: Session | undefined,
  shop: string,
  nextId: NameConversation,
  { file, onProblem, limit }: ReadContext,
): Generator<Conversation> {
  if (session === undefined || session.messages.length === 0) return
  const { date, buyer, messages, line, size } = session
  if (size > limit) {
    onProblem('too-long', { line }, limit)
    return
  }
  for (const message of messages) message.text = message.text.trimEnd()
  yield {
    id: nextId(date, shop, buyer ?? ''),
    ...(buyer === undefined ? {} : { buyer }),
    shop: { id: shop },
    messages,
    source: { file, line },
  }
}
