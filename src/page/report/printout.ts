/** For paper: the findings of the list in full, since a list that scrolls does not print. */

import { textFor } from '../../messages/index.js'
import { costText } from '../../report/money.js'
import type { App } from './app.js'
import { h } from './dom.js'
import { questionOf, type Row, shortName, timeText } from './rows.js'
import { titleOf } from './titles.js'

/** Some 60 pages. */
const PRINTED = 500

export function createPrintout(signal: AbortSignal) {
  let app: App | undefined
  let root: HTMLElement
  let sheet: HTMLElement | undefined
  const before = () => {
    sheet?.remove()
    if (app === undefined) return
    sheet = printSheet(app)
    root.append(sheet)
  }
  window.addEventListener('beforeprint', before, { signal })
  window.addEventListener('afterprint', () => sheet?.remove(), { signal })
  return {
    use(next: App, under: HTMLElement) {
      app = next
      root = under
    },
  }
}

function printSheet(app: App): HTMLElement {
  const { print, list } = app.t.page
  const { listed } = app.state
  return h(
    'section',
    { class: 'printout' },
    h('h2', {}, print.list),
    listed.length === 0 && h('p', {}, list.empty),
    listed.length > PRINTED && h('p', {}, print.cut(PRINTED, listed.length)),
    h(
      'ol',
      {},
      listed.slice(0, PRINTED).map((row) => h('li', {}, entry(app, row))),
    ),
  )
}

function entry({ t, data, marks }: App, row: Row): HTMLElement[] {
  const { finding, message, agent, time, chat } = row
  const texts = data.rules[finding.rule]
  const question = questionOf(row)
  const mark = marks.get(finding.id)?.mark
  const { start, end } = finding.span
  return [
    h(
      'p',
      { class: 'facts-line' },
      h('b', {}, `${t.severities[finding.severity]} · ${titleOf(data.rules, finding.rule, t)}`),
      [costText(finding.cost, t), shortName(agent), timeText(time), chat.id, mark && t.page.marks[mark]]
        .filter(Boolean)
        .map((fact) => h('span', {}, fact)),
    ),
    h(
      'p',
      { lang: 'zh-CN' },
      question !== undefined && `${t.roles.buyer}: ${question.text} `,
      `${t.roles.agent}: ${message.text.slice(0, start)}`,
      h('mark', { class: finding.severity }, message.text.slice(start, end)),
      message.text.slice(end),
    ),
    h('p', { class: 'hint' }, texts && textFor(t, texts.clause)),
    h(
      'p',
      { class: 'instead' },
      h('small', {}, t.page.actions.instead),
      texts && textFor(t, texts.suggestion),
    ),
  ]
}
