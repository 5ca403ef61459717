import { type Fields, isFields } from './fields.js'
import type { Said } from './grouping.js'
import { jsonFormat, listOf, textAt } from './json-formats.js'
import { toTime } from './time.js'
import { toKind } from './typed.js'

/** Chat rows of JD Dongdong: `waiterSend` 1 is the shop's, `sid` the session. */
export const jdRows = jsonFormat({
  name: 'jd-rows',
  seen: 'code',
  signs: [/"waiterSend"\s*:/, /"waiter"\s*:/],
  messages: (record, line) => rowsOf(record)?.map((row) => toSaid(row, line)),
})

function rowsOf(record: Fields): Fields[] | undefined {
  if ('waiterSend' in record) return [record]
  for (const inside of Object.values(record)) {
    const list = Array.isArray(inside) ? listOf(inside) : isFields(inside) ? rowsOf(inside) : undefined
    if (list?.some((row) => 'waiterSend' in row)) return list
  }
  return undefined
}

function toSaid(row: Fields, line: number): Said {
  const agent = row.waiterSend === true || Number(row.waiterSend) === 1
  const waiter = textAt(row, 'waiter')
  const buyer = textAt(row, 'customer', 'xidBuyer')
  const text = textAt(row, 'content') ?? ''
  const withdrawn = row.revokeFlag === true || Number(row.revokeFlag) === 1
  const kind = withdrawn
    ? 'withdrawn'
    : (toKind(textAt(row, 'msgType', 'contentType')) ?? (text === '' ? 'image' : undefined))
  return {
    id: textAt(row, 'sid'),
    buyer,
    agent: waiter,
    speaker: agent ? 'agent' : 'buyer',
    sender: agent ? waiter : buyer,
    text,
    time: toTime(row.createdTime) ?? toTime(row.created),
    ...(kind === undefined ? {} : { kind }),
    line,
  }
}
