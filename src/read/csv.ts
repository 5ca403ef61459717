import { type ColumnMap, layoutOf } from './columns.js'
import { csvRows, delimiterOf, headerCells } from './csv-rows.js'
import { tableConversations } from './table.js'
import type { Format, Line } from './types.js'

const HEADER_WITHIN = 10

/** Tables as text: the delimiter is the one that makes a header. */
function delimited(name: 'csv' | 'tsv', delimiters: readonly string[]): Format {
  return {
    name,
    extensions: [name],
    seen: 'generic',

    sniff(head, file) {
      const lines = head.split('\n', HEADER_WITHIN)
      const found = delimiters.some((mark) => lines.some((line) => headerIn(line, mark)))
      const named = new RegExp(`\\.${name}$`, 'i').test(file)
      return found ? (named ? 1 : 0.96) : named ? 0.3 : 0
    },

    async *read(feed, context) {
      const lines = feed.lines()[Symbol.asyncIterator]()
      const seen: Line[] = []
      let delimiter: string | undefined
      // The header may stand under a title.
      while (delimiter === undefined && seen.length < HEADER_WITHIN) {
        const next = await lines.next()
        if (next.done) break
        seen.push(next.value)
        delimiter = delimiters.find((mark) => headerIn(next.value.text, mark, context.columns))
      }
      delimiter ??= name === 'tsv' ? '\t' : delimiterOf(seen[0]?.text ?? '')
      async function* all() {
        yield* seen
        yield* { [Symbol.asyncIterator]: () => lines }
      }
      yield* tableConversations(csvRows(all(), delimiter, context.onProblem, context.limit), context)
    },
  }
}

function headerIn(line: string, mark: string, columns?: ColumnMap): boolean {
  if (!line.includes(mark)) return false
  return layoutOf(headerCells(line, mark), columns) !== undefined
}

export const csv = delimited('csv', [',', ';', '|', '，'])
export const tsv = delimited('tsv', ['\t'])
