/** Rows of CSV and the like, as the lines come in; a quote that is never closed costs its own line only. */

import type { Parser as PapaParser, ParseResult } from 'papaparse'
import type { OnProblem } from '../messages/index.js'
import type { Line, Row } from './types.js'

type Parse = (text: string, ignoreLast: boolean) => ParseResult<string[]>

/** Loaded when the first table is read. */
async function parserFor(delimiter: string): Promise<Parse> {
  const { default: Papa } = await import('papaparse')
  const parser: PapaParser = new Papa.Parser({ delimiter, newline: '\n' })
  return (text, ignoreLast) => parser.parse(text, 0, ignoreLast) as ParseResult<string[]>
}

/** Characters parsed at a time. */
const AT_ONCE = 1 << 18

export async function* csvRows(
  lines: AsyncIterable<Line>,
  delimiter: string,
  onProblem: OnProblem,
  limit: number,
): AsyncGenerator<Row[]> {
  const parser = await parserFor(delimiter)
  let held: string[] = []
  let size = 0
  let line = 1
  let next = 1
  const parse = (last: boolean): Row[] => {
    const parsed = parseRows(held.join(''), line, parser, last, limit, onProblem)
    line = parsed.line
    held = [parsed.rest]
    size = parsed.rest.length
    return parsed.rows
  }
  for await (const one of lines) {
    // A line that was left out as unreadable is an empty one here.
    for (; next < one.line; next++) held.push('\n')
    held.push(one.text, '\n')
    next++
    size += one.text.length + 1
    // What is left over begins with an open quote: doubling keeps the work in proportion.
    if (size >= Math.max(AT_ONCE, 2 * (held[0]?.length ?? 0))) yield parse(false)
  }
  yield parse(true)
}

/** The rows of a text that is there as a whole. */
export async function csvRowsOf(text: string, delimiter: string, onProblem: OnProblem): Promise<Row[]> {
  const parser = await parserFor(delimiter)
  const { rows } = parseRows(
    text.replaceAll('\r\n', '\n'),
    1,
    parser,
    true,
    Number.POSITIVE_INFINITY,
    onProblem,
  )
  return rows
}

/** The cells of a header, in which nobody puts a delimiter: quotes are only taken off. */
export function headerCells(line: string, delimiter: string): string[] {
  return line
    .trimEnd()
    .split(delimiter)
    .map((name) => name.replace(/^\s*"(.*)"\s*$/, '$1'))
}

/** The delimiter that the header uses most. */
export function delimiterOf(header: string): string {
  const counts = [',', '\t', ';', '|'].map((mark) => ({ mark, count: header.split(mark).length }))
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).mark
}

interface Parsed {
  rows: Row[]
  /** What may go on in the lines to come, and the line it begins on. */
  rest: string
  line: number
}

function parseRows(
  text: string,
  line: number,
  parser: Parse,
  last: boolean,
  limit: number,
  onProblem: OnProblem,
): Parsed {
  const rows: Row[] = []
  let rest = text
  for (;;) {
    // The last row stays out: it may be cut, or hold a quote that is never closed.
    const { data, errors, meta } = parser(rest, true)
    const wrong = new Set(errors.map(({ row }) => row))
    data.forEach((cells, i) => {
      if (wrong.has(i)) onProblem('bad-csv', { line })
      if (cells.some((cell) => cell !== '')) rows.push({ cells, line })
      line += 1
      for (const cell of cells) line += countBreaks(cell)
    })
    rest = rest.slice(meta.cursor)
    if (!last && rest.length <= limit) return { rows, rest, line }
    const tail = last && rest !== '' ? parser(rest, false) : undefined
    const open =
      tail === undefined ? rest.length > limit : tail.errors.some(({ code }) => code === 'MissingQuotes')
    if (!open) {
      if (tail !== undefined)
        rows.push(
          ...tail.data.filter((cells) => cells.some((cell) => cell !== '')).map((cells) => ({ cells, line })),
        )
      return { rows, rest: '', line }
    }
    onProblem('bad-csv', { line })
    const end = rest.indexOf('\n')
    rest = end < 0 ? '' : rest.slice(end + 1)
    line++
  }
}

function countBreaks(cell: string): number {
  let count = 0
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++
  return count
}
