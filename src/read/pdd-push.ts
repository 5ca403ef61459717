import { type Fields, isFields } from './fields.js'
import type { Said } from './grouping.js'
import { jsonFormat, textAt } from './json-formats.js'
import { toTime } from './time.js'

/** Numbers of message types; 0 is text, with `sub_type` a card. */
const KINDS: Record<string, string> = {
  1: 'image',
  5: 'sticker',
  14: 'video',
  24: 'transfer',
  64: 'item',
  1002: 'withdrawn',
}

/** Messages as Pinduoduo pushes them to a chat client. */
export const pddPush = jsonFormat({
  name: 'pdd-push',
  seen: 'code',
  signs: [/"response"\s*:\s*"push"|"mall_cs"/, /"from"\s*:/],
  messages: (record, line) => {
    const message = isFields(record.message) ? record.message : record
    if (!isFields(message.from)) return undefined
    return [toSaid(message, line)]
  },
})

function toSaid(message: Fields, line: number): Said {
  const { from, to } = message
  const agent = textAt(from, 'role') === 'mall_cs'
  const buyer = textAt(agent ? to : from, 'uid')
  const nickname = textAt(message, 'nickname')
  const type = textAt(message, 'type') ?? '0'
  const card = type === '0' && message.sub_type !== undefined && message.sub_type !== null
  const kind = KINDS[type] ?? (card ? (Number(message.sub_type) === 1 ? 'card' : 'item') : undefined)
  return {
    buyer,
    speaker: agent ? 'agent' : textAt(from, 'role') === 'user' ? 'buyer' : 'system',
    sender: agent ? (textAt(from, 'csid', 'uid') ?? 'mall_cs') : (nickname ?? buyer),
    text: textAt(message, 'content', 'withdraw_hint') ?? '',
    time: toTime(message.ts),
    ...(kind === undefined ? {} : { kind }),
    line,
  }
}
