import type { Conversation, Message } from '../model.js'
import { speakerOf } from './roles.js'
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
        yield* finished(state, shop, context)
        state = newSession(text)
        continue
      }
      const [, date, time, nick, words] = said as unknown as [string, string, string, string, string]
      const message = typed(speakerOf(nick, { shop }, context.roles) ?? 'buyer', words, { sender: nick })
      const buyer = message.role === 'buyer' ? nick : undefined
      // Several buyers under one date are several conversations.
      if (state?.buyer !== undefined && buyer !== undefined && buyer !== state.buyer) {
        yield* finished(state, shop, context)
        state = undefined
      } else if (state !== undefined && state.size > context.limit) {
        onProblem('split-chat', { line: line.line }, context.limit)
        yield* finished(state, shop, context)
        state = { ...newSession(date), buyer: state.buyer }
      }
      state ??= newSession(date)
      message.time = `${date}T${time.padStart(8, '0')}`
      add(state, message, buyer, line)
    }
    if (shop !== undefined) yield* finished(state, shop, context)
  },
}

interface Session {
  date: string
  buyer?: string
  messages: Message[]
  line: number
  size: number
  /** The last message takes no more. */
  full: boolean
}

const newSession = (date: string): Session => ({ date, messages: [], line: 0, size: 0, full: false })

function add(session: Session, message: Message, buyer: string | undefined, { line }: Line) {
  if (session.messages.length === 0) session.line = line
  session.buyer ??= buyer
  session.size += message.text.length
  session.full = false
  session.messages.push(message)
}

/** A line that begins no message belongs to the one above. */
function goOn(session: Session | undefined, text: string, { line }: Line, { onProblem, limit }: ReadContext) {
  const message = session?.messages.at(-1)
  if (session === undefined || message === undefined) {
    if (text !== '') onProblem('stray-line', { line })
    return
  }
  if (message.text.length + text.length > limit) {
    if (!session.full) onProblem('long-message', { line }, limit)
    session.full = true
    return
  }
  session.size += text.length + 1
  message.text += `\n${text}`
}

function* finished(
  session: Session | undefined,
  shop: string,
  { file, nameOf }: ReadContext,
): Generator<Conversation> {
  if (session === undefined || session.messages.length === 0) return
  const { date, buyer, messages, line } = session
  for (const message of messages) message.text = message.text.trimEnd()
  yield {
    id: nameOf(date, shop, buyer ?? ''),
    ...(buyer === undefined ? {} : { buyer }),
    shop: { id: shop },
    messages,
    source: { file, line },
  }
}
