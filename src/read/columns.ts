/** What columns and fields are usually called, and which layout a header stands for. */

export type Field =
  | 'conversation'
  | 'buyer'
  | 'agent'
  | 'sender'
  | 'role'
  | 'text'
  | 'date'
  | 'time'
  | 'kind'
  | 'shop'
  | 'orderId'
  | 'orderStatus'
  | 'orderAmount'
  | 'chat'

/** The user's own names: field → column or field of the export. */
export type ColumnMap = Partial<Record<Field, string>>

/** Written without case, spaces, underscores, hyphens and brackets; the first name that a header has wins. */
const NAMES: Record<Field, readonly string[]> = {
  conversation: words(
    '会话id 会话编号 会话标识 对话id 对话编号 接待id 会话 sessionid session conversationid conversation chatid dialogid sid cid',
  ),
  buyer: words(
    '买家昵称 买家旺旺 买家账号 买家id 买家 客户id 客户昵称 客户账号 客户名称 客户 顾客昵称 顾客id 顾客账号 顾客 用户昵称 用户id 用户账号 用户 会员名 buyernick buyerid buyer customername customerid customer usernick username userid user',
  ),
  agent: words(
    '客服昵称 客服账号 客服id 客服旺旺 子账号 接待客服 客服 坐席 agentnick agentid agent waiter staff seller sellernick loginnick',
  ),
  sender: words(
    '发送者昵称 发送方昵称 发送者账号 发送者 发送人 发言人 发送账号 说话人 昵称 sendernick sendername sender fromnick from speaker nickname nick name',
  ),
  role: words(
    '发送者角色 发送者类型 发送方类型 发送方 发言方 角色 身份 消息方向 消息来源 方向 role senderrole sendertype direction identity fromtype speakertype',
  ),
  text: words(
    '消息内容 聊天内容 发送内容 发言内容 对话内容 内容 消息 文本 messagetext text content message msg body words utterance chatcontent',
  ),
  date: words('日期 聊天日期 消息日期 date day'),
  time: words(
    '发送时间 消息时间 聊天时间 发言时间 日期时间 创建时间 时间 sendtime messagetime chattime createtime createdtime createdat datetime timestamp time ts',
  ),
  kind: words('消息类型 内容类型 类型 messagetype msgtype contenttype kind type'),
  shop: words('店铺名称 店铺名 店铺 商家名称 商家 shopname shopid shop storename store mallname mall'),
  orderId: words('订单号 订单编号 订单id orderno orderid ordersn tid tradeid'),
  orderStatus: words('订单状态 交易状态 orderstatus tradestatus'),
  orderAmount: words('实付金额 订单金额 实付款 实付 orderamount payment paidamount'),
  chat: words(
    '聊天记录 会话内容 会话记录 对话记录 聊天详情 对话 chatlog chathistory chat transcript dialogue',
  ),
}

/** These may hold one message or a whole chat: what else the table has decides. */
const EITHER = words('聊天记录 会话内容 对话内容 对话记录 聊天内容 chatlog chat')

export interface Layout {
  kind: 'messages' | 'chats'
  at: Partial<Record<Field, number>>
  /** Names of columns that mean nothing to this reader. */
  unknown: string[]
}

/** Where each field stands, or undefined where the names make no table of chats. */
export function layoutOf(header: readonly string[], own: ColumnMap = {}): Layout | undefined {
  const names = header.map(plain)
  const at: Partial<Record<Field, number>> = {}
  for (const field of Object.keys(NAMES) as Field[]) {
    const chosen = own[field]
    const place = chosen === undefined ? firstOf(NAMES[field], names) : names.indexOf(plain(chosen))
    if (place >= 0) at[field] = place
  }
  const tells = at.sender !== undefined || at.role !== undefined
  if (own.text === undefined && own.chat === undefined) {
    const either = firstOf(EITHER, names)
    if (tells && at.text === undefined && either >= 0) at.text = either
    if (!tells && at.chat === undefined && at.text === either && either >= 0) at.chat = either
  }
  const chats = !tells && at.chat !== undefined
  if (chats) delete at.text
  else delete at.chat
  if (!chats && (at.text === undefined || !tells)) return undefined
  const used = new Set(Object.values(at))
  return {
    kind: chats ? 'chats' : 'messages',
    at,
    unknown: header.filter((name, i) => name.trim() !== '' && !used.has(i)),
  }
}

/** One name a field, for messages about a header that lacks them. */
export const EXPECTED_COLUMNS = words('发送者 角色 内容 时间 聊天记录')

function firstOf(wanted: readonly string[], names: readonly string[]): number {
  for (const name of wanted) {
    const at = names.indexOf(name)
    if (at >= 0) return at
  }
  return -1
}

export function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([].*?[)\]]|[\s_\-*:]/g, '')
}

function words(list: string): string[] {
  return list.split(' ')
}
