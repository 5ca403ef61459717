/** Quick replies in tables: CSV and workbooks of the usual tools. */

import type { OnProblem } from '../messages/index.js'
import type { QuickReply } from './quick-replies.js'
import { REPLY_FIELDS, type ReplyColumns, type ReplyField, replyLayout } from './reply-columns.js'
import { triggersIn } from './reply-triggers.js'
import type { Row } from './types.js'

const HEADER_WITHIN = 5

export interface TableOfReplies {
  replies: QuickReply[]
  /** Columns and what they were taken for. */
  columns: string[]
}

export function repliesInTable(
  rows: readonly Row[],
  file: string,
  onProblem: OnProblem,
  own: ReplyColumns = {},
): TableOfReplies {
  const top = rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => replyLayout(cells, own) !== undefined)
  const header = rows[top]
  const layout = header === undefined ? undefined : replyLayout(header.cells, own)
  if (header === undefined || layout === undefined) {
    onProblem(
      'no-text-column',
      { line: rows[0]?.line ?? 1 },
      own.text === undefined ? REPLY_FIELDS.text : [own.text],
    )
    return { replies: [], columns: [] }
  }
  if (layout.unknown.length > 0)
    onProblem('unknown-columns', { line: header.line }, layout.unknown.slice(0, 20))
  const replies = rows.slice(top + 1).flatMap(({ cells, line }) => {
    const cell = (field: ReplyField) => unescaped(cells[layout.at[field] ?? -1] ?? '').trim()
    const groups = [cell('group'), ...layout.below.map((at) => cells[at]?.trim() ?? '')]
    const text = cell('text')
    if (text === '') {
      onProblem('empty-message', { line }, 1)
      return []
    }
    return [
      {
        ...(cell('code') === '' ? {} : { code: cell('code') }),
        text,
        ...(groups.join('') === '' ? {} : { group: groups.filter((one) => one !== '').join('/') }),
        ...(cell('trigger') === '' ? {} : { triggers: triggersIn(cell('trigger')) }),
        file,
        line,
      },
    ]
  })
  const columns = Object.entries(layout.at).map(([field, at]) => `${header.cells[at]} → ${field}`)
  return { replies, columns }
}

/** How one client writes commas and line ends into its cells. */
function unescaped(cell: string): string {
  return cell.replaceAll('&#44;', ',').replaceAll('&#13;', '\n')
}
