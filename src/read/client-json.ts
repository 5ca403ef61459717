import { type Fields, isFields } from './fields.js'
import type { Said } from './grouping.js'
import { jsonFormat, listOf, textAt } from './json-formats.js'
import { isSubAccount } from './roles.js'
import { toTime } from './time.js'

/** Messages as the Qianniu client holds them: pages under `result`, or one message after another. */
export const clientJson = jsonFormat({
  name: 'client-json',
  seen: 'code',
  signs: [/"fromid"\s*:/, /"toid"\s*:/],
  messages: (record, line, context) => {
    const rows = 'result' in record ? listOf(record.result) : 'fromid' in record ? [record] : undefined
    return rows?.flatMap((row) => {
      const said = toSaid(row, line)
      if (said === undefined) context.onProblem('empty-message', { line }, 1)
      return said ?? []
    })
  },
})

function toSaid(row: Fields, line: number): Said | undefined {
  const from = account(row.fromid)
  const to = account(row.toid)
  const own = account(row.loginid)
  const data = isFields(row.originalData) ? row.originalData : {}
  const header = isFields(data.header) ? data.header : {}
  const words = textAt(data, 'text') ?? textAt(row, 'summary')
  const link = textAt(data, 'url', 'actionUrl')
  const text = words ?? textAt(header, 'summary', 'title') ?? link
  if (from === undefined || text === undefined) return undefined
  // Whoever the client is logged in as is the shop's side.
  const fromBuyer =
    own === undefined ? !isSubAccount(from) && to !== undefined && isSubAccount(to) : own === to
  const buyer = fromBuyer ? from : to
  return {
    ...(buyer === undefined ? {} : { buyer }),
    speaker: fromBuyer ? 'buyer' : 'agent',
    sender: from,
    text,
    time: toTime(row.sendTime) ?? toTime(row.sortTimeMicrosecond),
    ...(words === undefined ? { kind: isFields(data.header) ? 'card' : 'image' } : {}),
    line,
  }
}

function account(value: unknown): string | undefined {
  return textAt(value, 'nick', 'display', 'targetId')
}
