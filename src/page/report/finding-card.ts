/** One finding beneath the message it is about: rule, cost, clause, what to say, and the reader's verdict. */

import { textFor } from '../../messages/index.js'
import type { ChatFinding } from '../../report/html-data.js'
import { costText } from '../../report/money.js'
import type { App } from './app.js'
import { h } from './dom.js'
import { markButtons } from './mark-buttons.js'
import { titleOf } from './titles.js'

export function findingCard(app: App, finding: ChatFinding, current: boolean): HTMLElement {
  const { t, data, rows, select } = app
  const title = titleOf(data.rules, finding.rule, t)
  const severity = h('span', { class: 'tag' }, t.severities[finding.severity])
  if (!current)
    return h(
      'button',
      {
        type: 'button',
        class: `finding other ${finding.severity}`,
        on: { click: () => select(rows.find((row) => row.finding === finding)) },
      },
      severity,
      h('b', {}, title),
    )
  const texts = data.rules[finding.rule]
  const line = (name: string, text: string, extra = '') =>
    text !== '' && h('div', { class: extra }, h('dt', {}, name), h('dd', {}, text))
  const assumed = finding.assumes.map(t.report.assumption).join(t.page.headline.join)
  return h(
    'article',
    { class: `finding current ${finding.severity}`, 'aria-label': title },
    h('header', {}, severity, h('h3', {}, title), h('code', {}, finding.rule)),
    h(
      'dl',
      {},
      line(
        t.report.cost,
        [costText(finding.cost, t), uncounted(finding, app)].filter(Boolean).join(' · '),
        'cost',
      ),
      texts && line(t.report.clause, textFor(t, texts.clause)),
      line(t.report.assumes, assumed),
      texts && line(t.report.suggestion, textFor(t, texts.suggestion), 'say'),
    ),
    markButtons(app, finding),
  )
}

function uncounted({ counted, severity }: ChatFinding, { t }: App): string {
  if (counted || severity === 'info') return ''
  return severity === 'warn' ? t.report.atRiskOnly : t.report.notCounted
}
