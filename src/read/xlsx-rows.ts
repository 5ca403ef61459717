/** Rows of an Excel workbook, all sheets in turn. The workbook is held as a whole, so its size has limits. */

import type { OnProblem } from '../messages/index.js'
import { fromLatin1, latin1 } from './bytes.js'
import { allBytes, once } from './streams.js'
import type { Row } from './types.js'
import { type ZipLimits, zipEntries } from './zip.js'

export interface SheetLimits extends ZipLimits {
  /** Bytes of the file itself. */
  archive: number
  /** Rows of a sheet that hold something. */
  rows: number
  /** Cells of a sheet, empty ones between others included. */
  cells: number
}

export const SHEET_LIMITS: SheetLimits = {
  archive: 64 << 20,
  expanded: 256 << 20,
  entry: 256 << 20,
  entries: 2000,
  rows: 300_000,
  cells: 20_000_000,
}

export interface Sheet {
  name: string
  rows: Row[]
}

/** The sheets, or none where the file cannot be used, which is then reported. */
export async function xlsxSheets(
  chunks: AsyncIterable<Uint8Array>,
  onProblem: OnProblem,
  limits: SheetLimits = SHEET_LIMITS,
): Promise<Sheet[]> {
  const archive = await allBytes(chunks, limits.archive)
  if (archive === undefined) {
    onProblem('over-limit', {}, 'archive', limits.archive)
    return []
  }
  const safe = await harmless(archive, onProblem, limits)
  if (safe === undefined) return []
  try {
    const { default: readSheets } = await import('read-excel-file/universal')
    const sheets = await readSheets(safe, { trim: false })
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: rowsOf(data) }))
  } catch (error) {
    onProblem('bad-xlsx', {}, (error as Error).message.slice(0, 200))
    return []
  }
}

/** The archive, not compressed and without rows that hold nothing, of which a sheet may have a million; undefined where it is beyond a limit. */
async function harmless(
  archive: Uint8Array,
  onProblem: OnProblem,
  limits: SheetLimits,
): Promise<ArrayBuffer | undefined> {
  let usable = true
  // What a workbook is packed of tells people nothing.
  const watch: OnProblem = (code, { entry: _, ...at }, ...args) => {
    usable = false
    onProblem(code, at, ...args)
  }
  const files: Record<string, Uint8Array> = {}
  for await (const { name, bytes } of zipEntries(once(archive), () => true, watch, limits)) {
    files[name] = bytes
    if (!/worksheets\/[^/]+\.xml$/.test(name)) continue
    const xml = latin1(bytes)
    const bare = xml.replace(/<c\b[^<>]*\/>/g, '').replace(/<row\b[^<>]*(?:\/>|>\s*<\/row>)/g, '')
    // the parser takes minutes over tags that are never closed
    if (!isClosed(bare, 'row') || !isClosed(bare, 'c')) watch('bad-xlsx', {}, 'closing tag mismatch')
    const { cells, rows, lost, firstLost } = survey(bare)
    if (rows > limits.rows) watch('over-limit', {}, 'rows', limits.rows)
    else if (cells > limits.cells) watch('over-limit', {}, 'cells', limits.cells)
    if (lost > 0) onProblem('formula-cells', { line: firstLost }, lost)
    if (bare.length < xml.length) files[name] = fromLatin1(bare)
  }
  if (!usable) return undefined
  // Stored as it is: what would be inflated again starts threads that a page may not have.
  const { zipSync } = await import('fflate')
  return zipSync(files, { level: 0 }).buffer as ArrayBuffer
}

/** The area that cells span, and formulas whose result was not saved: they would read as empty. */
function survey(xml: string): { cells: number; rows: number; lost: number; firstLost: number } {
  let columns = 0
  let rows = 0
  let lost = 0
  let firstLost = 0
  for (const [, column, row] of xml.matchAll(/<c\b[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"/g)) {
    columns = Math.max(columns, numberOf(column!))
    rows = Math.max(rows, Number(row))
  }
  for (const [, attributes, inside] of xml.matchAll(/<c\b([^<>]*[^</>])?>((?:(?!<c\b)[\s\S])*?)<\/c>/g)) {
    if (!/<f\b/.test(inside!) || /<v\b[^>]*>[^<]/.test(inside!) || /<t\b/.test(inside!)) continue
    lost++
    firstLost ||= Number(/\br="[A-Z]+(\d+)"/.exec(attributes ?? '')?.[1] ?? 1)
  }
  return { cells: columns * rows, rows: (xml.match(/<row\b/g) ?? []).length, lost, firstLost }
}

function isClosed(xml: string, tag: string): boolean {
  const count = (pattern: RegExp) => xml.match(pattern)?.length ?? 0
  return count(new RegExp(`<${tag}\\b`, 'g')) === count(new RegExp(`</${tag}>`, 'g'))
}

function numberOf(column: string): number {
  let number = 0
  for (const letter of column) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}

function rowsOf(data: readonly (readonly unknown[])[]): Row[] {
  const rows: Row[] = []
  data.forEach((cells, i) => {
    if (cells.some((cell) => cell !== null && cell !== ''))
      rows.push({ cells: cells.map(textOf), line: i + 1 })
  })
  return rows
}

/** A date of a sheet has no zone: it is written as it stands there. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (!(cell instanceof Date)) return String(cell)
  // Fractions of a day fall just short of the second.
  const seconds = Math.round(cell.getTime() / 1000)
  return Number.isNaN(seconds) ? '' : new Date(seconds * 1000).toISOString().slice(0, 19)
}
