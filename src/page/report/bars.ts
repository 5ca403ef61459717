/** Horizontal bars: by rule, by agent, by stage. A bar filters the list to what it counts. */

import type { Stage } from '../../model.js'
import type { App } from './app.js'
import { chartFrame } from './chart-frame.js'
import { h } from './dom.js'
import type { Filters } from './filters.js'
import { type Group, groupsOf } from './groups.js'
import { grouped } from './numbers.js'
import { type Row, shortName } from './rows.js'
import { titleOf } from './titles.js'

const SHOWN = 8

export function ruleBars(app: App): HTMLElement {
  const { t, data } = app
  return bars(app, t.page.charts.rules, ({ finding }) => finding.rule, {
    name: (rule) => titleOf(data.rules, rule, t),
    filters: (rule) => ({ rule }),
  })
}

export function agentBars(app: App): HTMLElement {
  return bars(app, app.t.page.charts.agents, ({ agent }) => agent, {
    name: (agent) => shortName(agent) || app.t.page.charts.unknownAgent,
    filters: (agent) => ({ agent }),
  })
}

export function stageBars(app: App): HTMLElement {
  return bars(app, app.t.page.charts.stages, ({ finding }) => finding.stage, {
    name: (stage) => app.t.stages[stage as Stage],
    filters: (stage) => ({ stage: stage as Stage }),
  })
}

interface Naming {
  name(key: string): string
  filters(key: string): Filters
}

function bars(app: App, title: string, keyOf: (row: Row) => string, naming: Naming): HTMLElement {
  const { rows, worstCase, t } = app
  const { charts } = t.page
  const grave = rows.filter(({ finding }) => finding.severity !== 'info')
  const groups = groupsOf(grave, keyOf, worstCase).sort((a, b) => countOf(b) - countOf(a))
  if (groups.length === 0) return chartFrame(title, '', h('p', { class: 'empty' }, charts.none))
  const most = countOf(groups[0]!)
  const items = groups.map((group) => h('li', {}, bar(app, group, most, naming)))
  const rest = items.slice(SHOWN)
  for (const item of rest) item.hidden = true
  const more =
    rest.length > 0 &&
    h(
      'button',
      {
        type: 'button',
        class: 'more',
        on: {
          click: ({ currentTarget }) => {
            for (const item of rest) item.hidden = false
            rest[0]?.querySelector('button')?.focus()
            ;(currentTarget as HTMLElement).remove()
          },
        },
      },
      charts.rest(rest.length),
    )
  return chartFrame(title, charts.hint, h('ol', { class: 'bars' }, items), more)
}

const countOf = ({ sums }: Group) => sums.errors + sums.warns

function bar({ t, show }: App, { key, sums }: Group, most: number, { name, filters }: Naming): HTMLElement {
  const { errors, warns, points } = sums
  const part = (n: number) => `${(n / most) * 100}%`
  return h(
    'button',
    {
      type: 'button',
      class: 'bar',
      tip: t.page.charts.bucket(name(key), errors, warns),
      on: { click: () => show(filters(key)) },
    },
    h('span', { class: 'bar-name' }, name(key)),
    h('span', { class: 'bar-count' }, grouped(errors + warns)),
    h('span', { class: 'bar-points' }, points > 0 && t.report.points(points)),
    h(
      'span',
      { class: 'bar-track', 'aria-hidden': 'true' },
      h('span', { class: 'error', vars: { '--size': part(errors) } }),
      h('span', { class: 'warn', vars: { '--size': part(warns) } }),
    ),
  )
}
