/** What a line of a chat is besides words: tips of the platform, withdrawn messages, pictures, cards. */

import type { Message, Order, OrderStatus } from '../model.js'
import type { Speaker } from './roles.js'

/** Tips that the client writes into the chat under somebody's name. */
const TIP =
  /^(?:系统提示|系统提醒|平台提示|系统消息|当前用户来自|该用户来自|买家正在浏览|买家从商品详情页进入|目前版本不支持该功能)/
const WITHDRAWN = /^(?:\S{0,40}\s?)?(?:撤回了(?:一|1)条消息|撤回消息|消息已撤回)[。.]?$/
const WITHDRAWN_BY_AGENT = /^(?:你|您|客服|卖家)撤回/
const PLACEHOLDER = /^[[【](图片|视频|语音|表情|文件|位置|商品|商品链接|订单)[\]】]$/
const KINDS: Record<string, string> = {
  图片: 'image',
  视频: 'video',
  语音: 'voice',
  表情: 'sticker',
  文件: 'file',
  位置: 'location',
  商品: 'item',
  商品链接: 'item',
  订单: 'card',
}
const ITEM_LINK =
  /^(?:https?:\/\/)?(?:item\.taobao\.com|detail\.tmall\.com|h5\.m\.taobao\.com|m\.tb\.cn)\/\S{1,500}$/
/** Without any of these a line is words. */
const SPECIAL = /撤回|提示|提醒|消息|用户来自|买家|版本|^[[【]|\.(?:com|cn)\/|订单/
const ORDER_NUMBER = /订单(?:号|编号)\s*[:：]?\s*(\d{10,24})/
const ORDER_STATUS = /(?:订单|交易)?状态\s*[:：]\s*(\S{2,12})/
const ORDER_AMOUNT = /(?:实付|实付款|实付金额|订单金额)\s*[:：]?\s*[¥￥]?\s*(\d{1,9}(?:\.\d{1,2})?)/

const STATUSES: Record<OrderStatus, readonly string[]> = {
  unpaid: ['等待买家付款', '待付款', '未付款', '待支付', 'wait_buyer_pay', 'unpaid'],
  paid: ['买家已付款', '等待卖家发货', '待发货', '已付款', '已支付', 'wait_seller_send_goods', 'paid'],
  shipped: ['卖家已发货', '等待买家确认', '已发货', '待收货', 'wait_buyer_confirm_goods', 'shipped'],
  received: ['已签收', '已收货', '待评价', 'received'],
  completed: ['交易成功', '交易完成', '已完成', 'trade_finished', 'completed'],
  closed: ['交易关闭', '已关闭', '已取消', 'trade_closed', 'closed'],
}

/** A message of the model from what was said, by whom, and when. */
export function typed(speaker: Speaker, text: string, rest: Omit<Message, 'role' | 'text'> = {}): Message {
  const role = speaker === 'robot' ? 'agent' : speaker
  if (speaker !== 'robot' && rest.kind === undefined && !SPECIAL.test(text)) return { role, text, ...rest }
  if (WITHDRAWN.test(text)) {
    // The client may show the agent's own withdrawal under the buyer's name.
    const by = role === 'agent' || WITHDRAWN_BY_AGENT.test(text) ? 'agent' : 'system'
    return { role: by, text, ...rest, kind: 'withdrawn' }
  }
  if (TIP.test(text)) return { role: 'system', text, ...rest }
  if (rest.kind !== undefined && rest.kind !== 'text') return { role, text, ...rest }
  const placeholder = PLACEHOLDER.exec(text)?.[1]
  if (placeholder !== undefined) return { role, text, ...rest, kind: KINDS[placeholder] }
  if (ITEM_LINK.test(text)) return { role, text, ...rest, kind: 'item' }
  // The card is the platform's word, whoever sent it.
  if (orderIn(text) !== undefined) return { role: 'system', text, ...rest, kind: 'card' }
  const message: Message = { role, text, ...rest }
  if (speaker === 'robot') message.kind = 'robot'
  return message
}

/** The order that a card shows: a number and a status, which nobody types in one message otherwise. */
export function orderIn(text: string): Order | undefined {
  const id = ORDER_NUMBER.exec(text)?.[1]
  const status = toStatus(ORDER_STATUS.exec(text)?.[1])
  if (id === undefined || status === undefined) return undefined
  const amount = ORDER_AMOUNT.exec(text)?.[1]
  return { id, status, ...(amount === undefined ? {} : { amount: Number(amount) }) }
}

export function toStatus(text: string | undefined): OrderStatus | undefined {
  const words = text?.trim().toLowerCase() ?? ''
  if (words === '') return undefined
  return (Object.keys(STATUSES) as OrderStatus[]).find((status) =>
    STATUSES[status].some((name) => words === name || (words.length < 20 && words.startsWith(name))),
  )
}

/** What exports call kinds of messages; others are left as they are. */
const KIND_NAMES: Record<string, string> = {
  文本: 'text',
  文字: 'text',
  文本消息: 'text',
  txt: 'text',
  图片消息: 'image',
  图片: 'image',
  pic: 'image',
  img: 'image',
  picture: 'image',
  视频: 'video',
  语音: 'voice',
  表情: 'sticker',
  文件: 'file',
  商品: 'item',
  商品卡片: 'item',
  订单: 'card',
  订单卡片: 'card',
  撤回: 'withdrawn',
  机器人: 'robot',
  自动回复: 'robot',
}

const PLAIN_KINDS = [
  ...['text', 'robot', 'image', 'video', 'voice', 'sticker', 'file', 'location', 'item', 'card', 'withdrawn'],
]

/** The kind of the model that an export's word stands for; a word nobody knows may well mean text. */
export function toKind(word: string | undefined): string | undefined {
  const name = word?.trim().toLowerCase() ?? ''
  const kind = KIND_NAMES[name] ?? name
  return kind !== 'text' && PLAIN_KINDS.includes(kind) ? kind : undefined
}
