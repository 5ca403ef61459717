import type { App } from './app.js'
import { heatOf } from './buckets.js'
import { chartFrame } from './chart-frame.js'
import { h } from './dom.js'
import { roving } from './roving.js'

const LABELLED_HOURS = 3
const LEVELS = 5

/** Hour by weekday as a table; a cell filters the list. */
export function heatMap(app: App): HTMLElement {
  const { charts } = app.t.page
  const heat = heatOf(app.rows)
  const most = Math.max(...heat.flat())
  if (most === 0) return chartFrame(charts.heat, '', h('p', { class: 'empty' }, charts.noTimes))
  const cells: HTMLElement[] = []
  const cell = (weekday: number, hour: number, n: number) => {
    const name = charts.cell(charts.weekdays[weekday]!, hour, n)
    const level = n === 0 ? 0 : Math.max(1, Math.ceil((n / most) * LEVELS))
    const button = h('button', {
      type: 'button',
      'aria-label': name,
      tip: name,
      'data-level': level,
      on: { click: () => n > 0 && app.show({ weekday, hour }) },
    })
    cells.push(button)
    return h('td', {}, button)
  }
  const hours = Array.from({ length: 24 }, (_, hour) => hour)
  const table = h(
    'table',
    { class: 'heat' },
    h('caption', { class: 'unseen' }, charts.heat),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('td', {}),
        hours.map((hour) =>
          h('th', { scope: 'col' }, h('span', { class: hour % LABELLED_HOURS === 0 ? '' : 'unseen' }, hour)),
        ),
      ),
    ),
    h(
      'tbody',
      {},
      heat.map((counts, weekday) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, charts.weekdays[weekday]),
          counts.map((n, hour) => cell(weekday, hour, n)),
        ),
      ),
    ),
  )
  roving(table, cells, 24)
  return chartFrame(charts.heat, charts.heatHint, table)
}
