import { type Messages, textFor } from '../../messages/index.js'
import type { ReportData } from '../../report/html-data.js'

export function titleOf(rules: ReportData['rules'], rule: string, t: Messages): string {
  const known = rules[rule]
  return known === undefined ? rule : textFor(t, known.title)
}
