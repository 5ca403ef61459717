import { textFor } from '../../messages/index.js'
import type { App } from './app.js'
import { h } from './dom.js'
import { dearestSentences, type Group } from './groups.js'
import { grouped } from './numbers.js'
import { questionOf, shortName } from './rows.js'
import { groupBy } from './sums.js'
import { titleOf } from './titles.js'

const SHOWN = 10
const NAMES = 3

/** The ten sentences to retrain, dearest first, each with what to say instead. */
export function sentences(app: App): HTMLElement {
  const top = dearestSentences(app.rows, app.worstCase).slice(0, SHOWN)
  if (top.length === 0) return h('p', { class: 'empty' }, app.t.page.actions.none)
  return h(
    'ol',
    { class: 'sentences' },
    top.map((group) => h('li', {}, sentence(app, group))),
  )
}

function sentence(app: App, { rows, sums }: Group): HTMLElement {
  const { t, data } = app
  const { actions } = t.page
  const row = rows[0]!
  const question = questionOf(row)
  const suggestion = data.rules[row.finding.rule]?.suggestion
  const facts = [
    actions.times(rows.length),
    agentNames(app, rows),
    ...(sums.points > 0 ? [t.report.points(sums.points)] : []),
    ...(sums.money > 0 ? [t.report.money(grouped(sums.money))] : []),
  ].filter((fact) => fact !== '')
  return h(
    'article',
    {},
    h(
      'button',
      { type: 'button', class: 'quote', on: { click: () => app.show({ phrase: row.phrase }) } },
      question !== undefined &&
        h('span', { class: 'asked', lang: 'zh-CN' }, h('small', {}, actions.asked), clipped(question.text)),
      h('span', { class: `said ${row.finding.severity}`, lang: 'zh-CN' }, `「${clipped(row.text)}」`),
    ),
    h(
      'p',
      { class: 'facts-line' },
      h('b', {}, titleOf(data.rules, row.finding.rule, t)),
      facts.map((fact) => h('span', {}, fact)),
    ),
    suggestion !== undefined &&
      h('p', { class: 'instead' }, h('small', {}, actions.instead), textFor(t, suggestion)),
  )
}

const LONGEST = 60

export function clipped(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** Those who said it most. */
export function agentNames({ t }: App, rows: Group['rows']): string {
  const byAgent = [...groupBy(rows, ({ agent }) => agent)].sort(([, a], [, b]) => b.length - a.length)
  const names = byAgent.slice(0, NAMES).map(([agent]) => shortName(agent))
  return names[0] === '' && names.length === 1
    ? ''
    : t.page.actions.byAgents(names.filter(Boolean).join(t.lang === 'en' ? ', ' : '、'), byAgent.length)
}
