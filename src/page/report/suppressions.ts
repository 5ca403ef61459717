/** False alarms as suppressions in YAML: one entry for each content, wherever it stands. */

import type { Messages } from '../../messages/index.js'
import type { ReportData } from '../../report/html-data.js'
import type { Marks } from './marks.js'
import type { Row } from './rows.js'
import { groupBy } from './sums.js'
import { titleOf } from './titles.js'

export interface Approval {
  approver: string
  /** Where the reader gave none for a finding. */
  reason: string
  /** YYYY-MM-DD */
  expires: string
}

export function suppressionsYaml(
  rows: readonly Row[],
  marks: Marks,
  approval: Approval,
  rules: ReportData['rules'],
  t: Messages,
): string {
  const lines = [`# ${t.page.exports.header}`, 'suppressions:']
  for (const [fingerprint, group] of groupBy(rows, ({ finding }) => finding.fingerprint)) {
    const { finding, text } = group[0]!
    const note = group.map((row) => marks.get(row.finding.id)?.note).find((each) => each)
    lines.push(
      `  # ${titleOf(rules, finding.rule, t)} (${finding.rule}): ${oneLine(text)}`,
      `  - fingerprint: ${scalar(fingerprint)}`,
      `    reason: ${scalar(note ?? approval.reason)}`,
      `    approver: ${scalar(approval.approver)}`,
      `    expires: ${scalar(approval.expires)}`,
    )
  }
  return `${lines.join('\n')}\n`
}

/** JSON's strings are YAML's, but for a few characters that YAML wants escaped. */
function scalar(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A comment ends with its line; characters that YAML forbids may not stand in one. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]+/gu, ' ')
}
