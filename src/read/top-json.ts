import { type Fields, isFields } from './fields.js'
import type { Said } from './grouping.js'
import { jsonFormat, listOf, textAt } from './json-formats.js'
import { toTime } from './time.js'

/** Chat logs of the open platform's API: `direction` 0 is the shop's. The second API gives no text of the buyer's. */
export const topJson = jsonFormat({
  name: 'top-json',
  seen: 'code',
  signs: [/"direction"\s*:/, /"(?:msgs?|msg_list)"\s*:/],
  alone: true,
  oneSided: true,
  messages: (record, line) => {
    const page = pageOf(record)
    const list = isFields(page?.msgs) ? page.msgs.msg : (page?.msg_list ?? page?.msgs)
    const rows = listOf(isFields(list) && 'msg' in list ? list.msg : list)
    if (page === undefined || rows === undefined) return undefined
    const shop = bare(textAt(page, 'from_id', 'fromId', 'user_id'))
    // The API that withholds the buyer's words gives its times in UTC.
    const zone = 'msg_list' in page ? 'Z' : ''
    const buyer = bare(textAt(page, 'to_id', 'toId', 'uid'))
    return rows.map((row): Said => {
      const agent = Number(row.direction) === 0
      const text = textAt(row, 'content')
      return {
        ...(buyer === undefined ? {} : { buyer }),
        ...(agent && shop !== undefined ? { agent: shop } : {}),
        speaker: agent ? 'agent' : 'buyer',
        sender: agent ? shop : buyer,
        text: text ?? '',
        ...(text === undefined ? { kind: 'withheld' } : {}),
        time: toTime(zone !== '' && typeof row.time === 'string' ? row.time + zone : row.time),
        line,
      }
    })
  },
})

/** A response wraps its page in its own name. */
function pageOf(record: Fields): Fields | undefined {
  if ('msgs' in record || 'msg_list' in record) return record
  for (const [name, inside] of Object.entries(record))
    if (/response$|^result$|^data$/.test(name) && isFields(inside)) return pageOf(inside)
  return undefined
}

/** Ids carry the site before the account. */
function bare(id: string | undefined): string | undefined {
  return id?.replace(/^(?:cntaobao|cnalichn|enaliint)/, '')
}
