import { layoutOf } from './columns.js'
import { once } from './streams.js'
import { tableConversations } from './table.js'
import type { Format } from './types.js'
import { xlsxSheets } from './xlsx-rows.js'

/** An Excel workbook, one message or one customer a row; sheets that hold no chats are passed over, and said. */
export const xlsx: Format = {
  name: 'xlsx',
  extensions: ['xlsx'],
  seen: 'code',

  sniff(head, file) {
    if (!head.startsWith('PK')) return 0
    if (/\[Content_Types\]\.xml|xl\/|docProps\//.test(head)) return 1
    return /\.xlsx$/i.test(file) ? 0.9 : 0.2
  },

  async *read(feed, context) {
    const sheets = (await xlsxSheets(feed.bytes(), context.onProblem)).filter(({ rows }) => rows.length > 0)
    const chats = sheets.filter(({ rows }) =>
      rows.slice(0, 10).some(({ cells }) => layoutOf(cells, context.columns) !== undefined),
    )
    for (const { name, rows } of chats.length > 0 ? chats : sheets.slice(0, 1)) {
      context.onNote('sheet', name, rows.length)
      yield* tableConversations(once(rows), context)
    }
    for (const { name } of chats.length > 0 ? sheets.filter((sheet) => !chats.includes(sheet)) : [])
      context.onProblem('sheet-without-chats', {}, name)
  },
}
