import { cellsOf, headersOf } from './columns.js'
import { csvCell, visibleLines } from './escape.js'
import { listed } from './listed.js'
import type { CreateReporter, Meta } from './types.js'

/** Without it spreadsheets take the file for one in the system's old encoding. */
const BOM = '\ufeff'

/** One finding a row. */
export const csvReporter: CreateReporter = (options) => {
  const { write, messages } = options
  const row = (cells: readonly (string | number)[]) =>
    write(
      `${cells.map((cell) => csvCell(typeof cell === 'string' ? visibleLines(cell) : cell)).join(',')}\r\n`,
    )
  let titles: Meta['titles'] = new Map()
  return {
    begin(meta) {
      titles = meta.titles
      write(BOM)
      row(headersOf(messages))
    },
    conversation(conversation, verdict) {
      for (const item of listed(conversation, verdict, options, titles)) row(cellsOf(item, messages))
    },
    problem() {},
    end() {},
  }
}
