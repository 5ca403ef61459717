import { Chalk } from 'chalk'
import writeXlsxFile, { type Row, type SheetData } from 'write-excel-file/node'
import { placeOf } from '../errors.js'
import { type Cell, cellsOf, columns, headersOf } from './columns.js'
import { defused, storable } from './escape.js'
import { listed } from './listed.js'
import { maskCannotJudge, maskFor, maskProblem } from './mask.js'
import { totals } from './totals.js'
import type { CreateReporter, Meta } from './types.js'

/** Rows of a sheet are held in memory until the end; how many more there were stands below the last one. */
export const MAX_ROWS = 20_000
/** More than this a cell cannot hold. */
const MAX_CELL = 32_767

/** A workbook: findings, what could not be judged, problems, totals. */
export const xlsxReporter: CreateReporter = (options) => {
  const { write, messages, mask } = options
  const { lists: t } = messages
  const findings = sheet(headersOf(messages), t.moreRows)
  const cannotJudge = sheet([...t.cannotJudgeColumns], t.moreRows)
  const problems = sheet([...t.problemColumns], t.moreRows)
  let titles: Meta['titles'] = new Map()
  let schedule = ''

  return {
    begin(meta) {
      titles = meta.titles
      schedule = meta.schedule
    },
    conversation(conversation, verdict) {
      for (const item of listed(conversation, verdict, options, titles)) findings.add(cellsOf(item, messages))
      for (const item of verdict.cannotJudge) {
        const {
          conversation: id,
          message,
          rule,
          why,
        } = mask ? maskCannotJudge(item, maskFor(conversation)) : item
        cannotJudge.add([rule, id, message, messages.report.missing(why)])
      }
    },
    problem(problem) {
      const { code, what, todo } = mask ? maskProblem(problem) : problem
      problems.add([placeOf(problem), code, what, todo])
    },
    async end(summary, gate) {
      const problemCount = problems.count()
      const said = totals({ summary, gate, problemCount, schedule }, messages, new Chalk({ level: 0 }))
      const lines = said.trimEnd().split('\n')
      const widths = columns.map(({ width }) => ({ width }))
      const sheets = [
        { sheet: t.findings, data: findings.rows(), columns: widths, stickyRowsCount: 1 },
        { sheet: t.totals, data: lines.map((line) => [text(line.trim())]), columns: [{ width: 80 }] },
        { sheet: t.cannotJudge, data: cannotJudge.rows(), columns: wide(4), stickyRowsCount: 1 },
        { sheet: t.problems, data: problems.rows(), columns: wide(4), stickyRowsCount: 1 },
      ]
      write(await writeXlsxFile(sheets).toBuffer())
    },
  }
}

function sheet(headers: readonly string[], more: (rows: number) => string) {
  const rows: SheetData = [headers.map((value) => ({ value, type: String, fontWeight: 'bold' }))]
  let count = 0
  return {
    add(cells: readonly Cell[]) {
      if (count++ < MAX_ROWS) rows.push(cells.map(cellOf))
    },
    rows: () => (count > MAX_ROWS ? [...rows, [text(more(count - MAX_ROWS))]] : rows),
    count: () => count,
  }
}

function cellOf(cell: Cell): Row[number] {
  return typeof cell === 'number' ? { value: cell, type: Number } : text(cell)
}

/** Always text, whatever it looks like. */
function text(value: string) {
  const safe = defused(storable(value))
  // The writer looks texts up in a plain object, where `constructor` is taken.
  const whole = safe in Object.prototype ? `${safe} ` : safe
  return { value: whole.length > MAX_CELL ? `${whole.slice(0, MAX_CELL - 1)}…` : whole, type: String }
}

const wide = (count: number) => Array.from({ length: count }, () => ({ width: 32 }))
