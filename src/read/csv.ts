/** Rows of RFC 4180, each with the line that it begins on. */

import type { OnProblem } from '../messages/index.js'

export interface Row {
  cells: string[]
  line: number
}

export function readCsv(text: string, onProblem: OnProblem): Row[] {
  const rows: Row[] = []
  let row: Row = { cells: [], line: 1 }
  let cell = ''
  let line = 1
  let quotedAt = 0

  const endRow = () => {
    row.cells.push(cell)
    if (row.cells.some((each) => each !== '')) rows.push(row)
    cell = ''
    row = { cells: [], line }
  }

  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (char === '\n') line++
    if (quotedAt > 0) {
      if (char !== '"') cell += char
      else if (text[i + 1] === '"') cell += text[++i]
      else quotedAt = 0
    } else if (char === '"' && cell === '') quotedAt = line
    else if (char === ',') {
      row.cells.push(cell)
      cell = ''
    } else if (char === '\n') endRow()
    else if (char !== '\r') cell += char
  }
  if (quotedAt > 0) onProblem('bad-csv', { line: quotedAt })
  if (cell !== '' || row.cells.length > 0) endRow()
  return rows
}
