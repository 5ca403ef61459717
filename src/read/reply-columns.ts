/** What the columns of quick-reply libraries are called by the tools that write them. */

import { plain } from './columns.js'

export const REPLY_FIELDS = {
  code: ['快捷短语编码', '快捷编码', '编码', '标题', 'code', 'title', 'name'],
  text: [
    '快捷短语',
    '内容',
    '话术',
    '话术内容',
    '回复内容',
    '回复',
    '短语',
    'text',
    'content',
    'reply',
    'answer',
  ],
  group: ['快捷短语分组', '分组', '分组名称', '一级分组', '分类', 'group', 'category', 'intent'],
  trigger: [
    '触发词',
    '关键词',
    '触发条件',
    '触发关键词',
    '问题',
    '买家问题',
    'trigger',
    'keyword',
    'keywords',
    'question',
  ],
} as const

/** Further levels of groups, and columns that say nothing about what is said. */
const SUBGROUPS = ['二级分组', '三级分组']
const IGNORED = ['标签', '渠道映射', '优先级', '序号', '图片', 'tag', 'tags', 'id', 'groupid', 'variables']

export type ReplyField = keyof typeof REPLY_FIELDS

/** The user's own names: field → column of the library. */
export type ReplyColumns = Partial<Record<ReplyField, string>>

export interface ReplyLayout {
  at: Partial<Record<ReplyField, number>>
  /** Columns of further levels below the group. */
  below: number[]
  unknown: string[]
}

/** Undefined without a column of texts. */
export function replyLayout(header: readonly string[], own: ReplyColumns = {}): ReplyLayout | undefined {
  const names = header.map(plain)
  const at: ReplyLayout['at'] = {}
  for (const field of Object.keys(REPLY_FIELDS) as ReplyField[]) {
    const chosen = own[field]
    const name = chosen === undefined ? REPLY_FIELDS[field].find((one) => names.includes(one)) : plain(chosen)
    if (name !== undefined && names.includes(name)) at[field] = names.indexOf(name)
  }
  if (at.text === undefined) return undefined
  const below = SUBGROUPS.map((name) => names.indexOf(name)).filter((place) => place >= 0)
  const used = new Set([...Object.values(at), ...below])
  const unknown = header.filter(
    (name, i) => name.trim() !== '' && !used.has(i) && !IGNORED.includes(names[i]!),
  )
  return { at, below, unknown }
}

/** Whether a header is that of a library and not of chats: chats say who speaks, or when. */
export function isReplyHeader(header: readonly string[], named: ReplyColumns = {}): boolean {
  const names = header.map(plain)
  const layout = replyLayout(header, named)
  if (layout === undefined) return false
  if (named.text !== undefined) return true
  const [own] = [names[layout.at.text!]!]
  const certain = ['快捷短语', '话术', '话术内容', '回复内容', '短语', 'reply', 'answer'].includes(own)
  return (
    certain ||
    layout.at.group !== undefined ||
    layout.at.code !== undefined ||
    layout.at.trigger !== undefined
  )
}
