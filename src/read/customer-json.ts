import type { Fields } from './fields.js'
import type { Said } from './grouping.js'
import { jsonFormat, listOf, textAt } from './json-formats.js'
import { speakerOf } from './roles.js'
import { toTime } from './time.js'
import type { ReadContext } from './types.js'

/** One customer's chats: `{ user, exportTime, count, chats: [{ date, time, sender, text, imgUrl }] }`. */
export const customerJson = jsonFormat({
  name: 'customer-json',
  seen: 'code',
  signs: [/"chats"\s*:/, /"(?:user|exportTime)"\s*:/],
  messages: customerMessages,
})

function customerMessages(
  record: Fields,
  line: number | undefined,
  { roles, onProblem }: ReadContext,
): Said[] | undefined {
  const chats = listOf(record.chats)
  if (chats === undefined) return undefined
  const buyer = textAt(record, 'user')
  const said: Said[] = []
  for (const row of chats) {
    const sender = textAt(row, 'sender')
    const text = textAt(row, 'text')
    const image = textAt(row, 'imgUrl')
    if (text === undefined && image === undefined) {
      onProblem('empty-message', { line }, 1)
      continue
    }
    said.push({
      ...(buyer === undefined ? {} : { buyer }),
      speaker: speakerOf(sender, { buyer }, roles),
      sender,
      text: text ?? '',
      ...(text === undefined ? { kind: 'image' } : {}),
      time: toTime(textAt(row, 'time'), textAt(row, 'date')) ?? toTime(textAt(row, 'date')),
      line,
    })
  }
  return said
}
