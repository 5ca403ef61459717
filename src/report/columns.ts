/** The columns of a table of findings. */

import type { Messages } from '../messages/index.js'
import type { Listed } from './listed.js'

export type Cell = string | number

interface Column {
  name: keyof Messages['columns']
  /** In characters, for a spreadsheet. */
  width: number
  of(listed: Listed, messages: Messages): Cell
}

export const columns: readonly Column[] = [
  { name: 'severity', width: 8, of: ({ finding }, t) => t.severities[finding.severity] },
  { name: 'rule', width: 28, of: ({ finding }) => finding.rule },
  { name: 'title', width: 24, of: ({ title }) => title },
  { name: 'text', width: 24, of: ({ finding }) => finding.text },
  { name: 'messageText', width: 48, of: ({ finding }) => finding.messageText },
  { name: 'conversation', width: 18, of: ({ finding }) => finding.conversation },
  { name: 'message', width: 8, of: ({ finding }) => finding.message },
  { name: 'agent', width: 18, of: ({ sender }) => sender ?? '' },
  { name: 'time', width: 20, of: ({ time }) => time ?? '' },
  { name: 'stage', width: 10, of: ({ finding }, t) => t.stages[finding.stage] },
  { name: 'points', width: 8, of: ({ finding: { cost } }) => (cost.noFigure ? '' : cost.points) },
  { name: 'deposit', width: 10, of: ({ finding: { cost } }) => (cost.noFigure ? '' : cost.deposit) },
  { name: 'payout', width: 10, of: ({ finding: { cost } }) => cost.payout ?? '' },
  { name: 'payoutUpTo', width: 12, of: ({ finding: { cost } }) => cost.payoutUpTo ?? '' },
  { name: 'disputed', width: 10, of: ({ finding: { cost } }) => cost.disputed ?? '' },
  { name: 'counted', width: 10, of: ({ finding }, t) => (finding.counted ? t.columns.yes : t.columns.no) },
  { name: 'clause', width: 40, of: ({ finding }) => finding.clause },
  {
    name: 'assumes',
    width: 24,
    of: ({ finding }, t) => finding.assumes.map(t.report.assumption).join('; '),
  },
  { name: 'suggestion', width: 40, of: ({ finding }) => finding.suggestion },
  { name: 'file', width: 24, of: ({ finding }) => finding.source?.file ?? '' },
  { name: 'line', width: 8, of: ({ finding }) => finding.source?.line ?? '' },
  { name: 'id', width: 18, of: ({ finding }) => finding.id },
  { name: 'fingerprint', width: 18, of: ({ finding }) => finding.fingerprint },
]

export const headersOf = ({ columns: names }: Messages) => columns.map(({ name }) => names[name])

export function cellsOf(item: Listed, messages: Messages): Cell[] {
  return columns.map(({ of }) => of(item, messages))
}
