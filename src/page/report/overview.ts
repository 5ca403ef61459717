/** At a glance: the verdict in a sentence, four figures, the ledgers, then where it comes from. */

import { narrowedTexts, suppressedTexts } from '../../report/scope.js'
import type { App } from './app.js'
import { agentBars, ruleBars, stageBars } from './bars.js'
import { conclusion } from './conclusion.js'
import { h } from './dom.js'
import { figures } from './figures.js'
import { heatMap } from './heat-map.js'
import { ledgers } from './ledgers.js'
import { grouped } from './numbers.js'
import { trend } from './trend.js'

export function overview(app: App): HTMLElement {
  const { t, data } = app
  const { omitted, summary } = data
  const narrowed = summary.narrowed === undefined ? [] : narrowedTexts(summary.narrowed, t)
  const leftOut = [...narrowed, ...suppressedTexts(summary, t)]
  return h(
    'section',
    { id: 'overview', 'aria-labelledby': 'overview-title' },
    masthead(app),
    conclusion(app),
    leftOut.map((text) => h('p', { class: 'notice' }, text)),
    omitted.findings > 0 &&
      h('p', { class: 'notice' }, t.page.problems.omitted(grouped(omitted.chats), grouped(omitted.findings))),
    h('h2', { class: 'unseen' }, t.page.parts.overview),
    figures(app),
    ledgers(summary, t),
    trend(app),
    h('div', { class: 'columns' }, ruleBars(app), agentBars(app)),
    h('div', { class: 'columns narrow-first' }, stageBars(app), heatMap(app)),
  )
}

function masthead({ t, data, rows }: App): HTMLElement {
  const { page, report } = t
  const days = rows.map(({ day }) => day).filter((day) => day !== '')
  const first = days.reduce((a, b) => (a < b ? a : b), days[0] ?? '')
  const last = days.reduce((a, b) => (a > b ? a : b), '')
  const shops = [...new Set(rows.map(({ shop }) => shop).filter((shop) => shop !== ''))]
  const facts = [
    ...(shops.length <= 3 ? shops : [...shops.slice(0, 3), '…']),
    first === '' ? page.undated : page.period(first, last),
    report.schedule(data.schedule),
    page.made(localDay(data.made)),
    data.masked ? page.masked : page.unmasked,
  ]
  return h(
    'div',
    { class: 'masthead' },
    h('h1', { id: 'overview-title' }, page.title),
    h(
      'ul',
      { class: 'facts' },
      facts.map((fact) => h('li', {}, fact)),
    ),
  )
}

/** The day on the reader's own clock. */
function localDay(made: string): string {
  const date = new Date(made)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
