/** The appeal sheet: clause, evidence and context of each finding that the reader appeals. */

import { type Messages, textFor } from '../../messages/index.js'
import type { ChatMessage, ReportData } from '../../report/html-data.js'
import { costText } from '../../report/money.js'
import type { Marks } from './marks.js'
import { type Row, timeText } from './rows.js'
import { titleOf } from './titles.js'

/** Messages before and after that show how it came about. */
const BEFORE = 6
const AFTER = 2

interface Appeal {
  rule: string
  clause: string
  cost: string
  assumes: string
  conversation: string
  agent: string
  time: string
  said: string
  evidence: string[]
  context: { line: string; judged: boolean }[]
  reason: string
}

function appealOf(row: Row, marks: Marks, rules: ReportData['rules'], t: Messages): Appeal {
  const { chat, finding, message } = row
  const at = chat.messages.indexOf(message)
  const line = ({ role, text, time, sender }: ChatMessage) =>
    `${time ?? ''} ${t.roles[role]}${sender === undefined ? '' : ` ${sender}`}: ${text}`.trim()
  const evidence = new Set(finding.evidence.map((each) => each.message))
  return {
    rule: titleOf(rules, finding.rule, t),
    clause: textFor(t, rules[finding.rule]?.clause ?? { zh: '', en: '' }),
    cost: costText(finding.cost, t),
    assumes: finding.assumes.map(t.report.assumption).join(t.page.headline.join),
    conversation: [chat.id, chat.source].filter(Boolean).join(' · '),
    agent: row.agent,
    time: message.time ?? '',
    said: row.text,
    evidence: chat.messages.filter(({ index }) => evidence.has(index) && index !== message.index).map(line),
    context: chat.messages
      .slice(Math.max(0, at - BEFORE), at + AFTER + 1)
      .map((each) => ({ line: line(each), judged: each === message })),
    reason: marks.get(finding.id)?.note ?? t.page.appeal.toFill,
  }
}

export function appealsMarkdown(
  rows: readonly Row[],
  marks: Marks,
  rules: ReportData['rules'],
  t: Messages,
): string {
  const { appeal: words } = t.page
  const parts = [`# ${words.title}`, words.count(rows.length)]
  for (const [i, row] of rows.entries()) {
    const appeal = appealOf(row, marks, rules, t)
    const item = (name: string, value: string) => (value === '' ? [] : [`- **${name}**: ${plain(value)}`])
    parts.push(
      `## ${i + 1}. ${plain([appeal.rule, appeal.agent, timeText(row.time)].filter(Boolean).join(' · '))}`,
      [
        ...item(words.conversation, appeal.conversation),
        ...item(t.report.clause, appeal.clause),
        ...item(t.report.cost, appeal.cost),
        ...item(words.said, appeal.said),
        ...appeal.evidence.flatMap((line) => item(words.evidence, line)),
        ...item(t.report.assumes, appeal.assumes),
        ...item(words.reason, appeal.reason),
      ].join('\n'),
      `### ${words.context}`,
      appeal.context
        .map(({ line, judged }) => (judged ? `> **${plain(line)}**` : `> ${plain(line)}`))
        .join('  \n'),
    )
  }
  return `${parts.join('\n\n')}\n`
}

export function appealsCsv(
  rows: readonly Row[],
  marks: Marks,
  rules: ReportData['rules'],
  t: Messages,
): string {
  const { appeal: words, filters } = t.page
  const header = [
    filters.rule,
    t.report.clause,
    t.report.cost,
    words.conversation,
    filters.agent,
    words.time,
    words.said,
    words.evidence,
    t.report.assumes,
    words.context,
    words.reason,
  ]
  const body = rows.map((row) => {
    const a = appealOf(row, marks, rules, t)
    return [
      a.rule,
      a.clause,
      a.cost,
      a.conversation,
      a.agent,
      a.time,
      a.said,
      a.evidence.join('\n'),
      a.assumes,
      a.context.map(({ line, judged }) => (judged ? `→ ${line}` : line)).join('\n'),
      a.reason,
    ]
  })
  // Excel takes UTF-8 only with this mark at the front.
  return `\ufeff${[header, ...body].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`
}

/** A chat must not format the sheet, nor break its lines. */
function plain(text: string): string {
  return text.replace(/[\\`*_<>#|[\]]/g, '\\$&').replace(/[\r\n\u2028\u2029]+/g, ' ')
}

/** Quoted always; what a spreadsheet would take for a formula begins with an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
