import { createHash } from 'node:crypto'
import type { OnProblem } from '../messages/index.js'
import type { Conversation, Message } from '../model.js'
import { MAX_RECORD } from './lines.js'
import type { Format, Line } from './types.js'

const DATE = /^\d{4}-\d{2}-\d{2}$/
const MESSAGE = /^(\d{4}-\d{2}-\d{2}) (\d{1,2}:\d{2}:\d{2}) (\S+) ?(.*)$/
const SHOP = /^\s*([^:\uff1a\s][^:\uff1a]*?)\s*[:\uff1a]/

/** Tips that the client writes into the chat under somebody's name. */
const TIP =
  /^(?:系统提示|系统提醒|平台提示|系统消息|当前用户来自|该用户来自|买家正在浏览|买家从商品详情页进入|目前版本不支持该功能)/
const WITHDRAWN = /^(?:\S{0,40}\s?)?(?:撤回了(?:一|1)条消息|撤回消息|消息已撤回)[。.]?$/
const WITHDRAWN_BY_AGENT = /^(?:你|您|客服|卖家)撤回/
const PLACEHOLDER = /^[[【](图片|视频|语音|表情|文件|位置)[\]】]$/
const KINDS: Record<string, string> = {
  图片: 'image',
  视频: 'video',
  语音: 'voice',
  表情: 'sticker',
  文件: 'file',
  位置: 'location',
}

/** The plain-text dump of the Qianniu client: shop name, then sessions of `date time account text`. */
export const qianniuText: Format = {
  name: 'qianniu-text',
  extensions: ['txt', 'log'],

  sniff(head) {
    const lines = head.split('\n', 40).map((line) => line.trimEnd())
    const messages = lines.filter((line) => MESSAGE.test(line)).length
    return messages === 0 ? 0 : lines.some((line) => DATE.test(line)) ? 0.95 : 0.7
  },

  async *read(lines, file, onProblem) {
    let shop: string | undefined
    let state: Session | undefined
    const ids = idsOfADay()
    for await (const line of lines) {
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
          goOn(state, text, line, onProblem)
          continue
        }
        yield* finished(state, shop, file, ids, onProblem)
        state = newSession(text)
        continue
      }
      const [, date, time, nick, words] = said as unknown as [string, string, string, string, string]
      const message = messageOf(nick, words, shop)
      const buyer = message.role === 'buyer' ? nick : undefined
      // Several buyers under one date are several conversations.
      if (state?.buyer !== undefined && buyer !== undefined && buyer !== state.buyer) {
        yield* finished(state, shop, file, ids, onProblem)
        state = undefined
      }
      state ??= newSession(date)
      add(state, { ...message, time: `${date}T${time.padStart(8, '0')}` }, buyer, line)
    }
    if (shop !== undefined) yield* finished(state, shop, file, ids, onProblem)
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

function add(session: Session, message: Message, buyer: string | undefined, { line }: Line) {
  if (session.messages.length === 0) session.line = line
  session.buyer ??= buyer
  session.size += message.text.length
  if (session.size <= MAX_RECORD) session.messages.push(message)
}

/** A line that begins no message belongs to the one above. */
function goOn(session: Session | undefined, text: string, { line }: Line, onProblem: OnProblem) {
  const message = session?.messages.at(-1)
  if (session === undefined || message === undefined) {
    if (text !== '') onProblem('stray-line', { line })
    return
  }
  session.size += text.length + 1
  if (session.size <= MAX_RECORD) message.text += `\n${text}`
}

function* finished(
  session: Session | undefined,
  shop: string,
  file: string,
  nextId: (date: string, hash: string) => string,
  onProblem: OnProblem,
): Generator<Conversation> {
  if (session === undefined || session.messages.length === 0) return
  const { date, buyer, messages, line, size } = session
  if (size > MAX_RECORD) {
    onProblem('too-long', { line }, MAX_RECORD)
    return
  }
  for (const message of messages) message.text = message.text.trimEnd()
  // Accounts are personal data: the id shows only that two chats are the same buyer's.
  const hash = createHash('sha256')
    .update(`${shop}\0${buyer ?? ''}`)
    .digest('hex')
    .slice(0, 10)
  yield {
    id: nextId(date, hash),
    ...(buyer === undefined ? {} : { buyer }),
    shop: { id: shop },
    messages,
    source: { file, line },
  }
}

function messageOf(nick: string, text: string, shop: string): Message {
  const agent = nick.includes(shop)
  const sender = nick
  if (WITHDRAWN.test(text)) {
    // The client may show the agent's own withdrawal under the buyer's name.
    const role = agent || WITHDRAWN_BY_AGENT.test(text) ? 'agent' : 'system'
    return { role, text, sender, kind: 'withdrawn' }
  }
  if (TIP.test(text)) return { role: 'system', text, sender }
  const role = agent ? 'agent' : 'buyer'
  const placeholder = PLACEHOLDER.exec(text)?.[1]
  return placeholder === undefined ? { role, text, sender } : { role, text, sender, kind: KINDS[placeholder] }
}

/** Ids are unique within a day; only the day being read is remembered. */
function idsOfADay(): (date: string, hash: string) => string {
  let today = ''
  const seen = new Map<string, number>()
  return (date, hash) => {
    if (date !== today) seen.clear()
    today = date
    const count = (seen.get(hash) ?? 0) + 1
    seen.set(hash, count)
    return count === 1 ? `${date}-${hash}` : `${date}-${hash}-${count}`
  }
}
