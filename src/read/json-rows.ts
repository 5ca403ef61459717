import { type ColumnMap, type Field, layoutOf } from './columns.js'
import { type Fields, isFields } from './fields.js'
import { grouped, type Said } from './grouping.js'
import { jsonRecords } from './json-elements.js'
import { textAt } from './json-formats.js'
import { toSaid } from './table.js'
import type { Format, ReadContext } from './types.js'

/** Any list of objects or NDJSON with one message each, its fields recognised by their usual names. */
export const jsonRows: Format = {
  name: 'json-rows',
  extensions: ['json', 'jsonl', 'ndjson'],
  seen: 'generic',

  sniff(head) {
    const first = /^\s*\[?\s*(\{[^{}[\]]*\})/.exec(head)?.[1]
    if (first === undefined) return 0
    try {
      return layoutOf(Object.keys(JSON.parse(first) as Fields))?.kind === 'messages' ? 0.96 : 0
    } catch {
      return 0
    }
  },

  async *read(feed, context) {
    yield* grouped(messagesOf(feed.pieces(), context), context)
  },
}

async function* messagesOf(
  pieces: Parameters<typeof jsonRecords>[0],
  context: ReadContext,
): AsyncGenerator<Said[]> {
  const unknown = new Set<string>()
  let explained = false
  for await (const { record, line } of jsonRecords(pieces, context)) {
    const layout = isFields(record) ? fieldsOf(record, context.columns) : undefined
    if (layout === undefined) {
      context.onProblem('other-shape', { line }, 'json-rows')
      continue
    }
    if (!explained)
      context.onNote(
        'a-message-a-row',
        line,
        [...layout.names].map(([field, name]) => `${name} → ${field}`),
      )
    explained = true
    for (const name of layout.unknown) unknown.add(name)
    const said = toSaid((field) => textAt(record, layout.names.get(field) ?? ''), line, context)
    if (said !== undefined) yield [said]
  }
  if (unknown.size > 0) context.onProblem('unknown-columns', {}, [...unknown].slice(0, 20))
}

function fieldsOf(record: Fields, columns: ColumnMap | undefined) {
  const keys = Object.keys(record)
  const layout = layoutOf(keys, columns)
  if (layout?.kind !== 'messages') return undefined
  const names = new Map(
    (Object.entries(layout.at) as [Field, number][]).map(([field, at]) => [field, keys[at]!] as const),
  )
  return { names, unknown: layout.unknown }
}
