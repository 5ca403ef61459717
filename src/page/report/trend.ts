import type { App } from './app.js'
import { type Bucket, bucketsOf, roundUp } from './buckets.js'
import { chartFrame } from './chart-frame.js'
import { h } from './dom.js'
import { roving } from './roving.js'

const LABELS = 7

/** Violations and warnings along the calendar; a column filters the list to its days. */
export function trend(app: App): HTMLElement {
  const { t, rows } = app
  const { charts } = t.page
  const { step, buckets } = bucketsOf(rows)
  if (buckets.length === 0)
    return chartFrame(charts.trend.day, '', h('p', { class: 'empty' }, charts.noTimes))
  const top = roundUp(Math.max(...buckets.map(({ errors, warns }) => errors + warns)))
  const columns = buckets.map((bucket) => column(bucket, top, app))
  const plot = h('div', { class: 'trend-plot', role: 'group', 'aria-label': charts.trend[step] }, columns)
  roving(plot, columns)
  const every = Math.ceil(buckets.length / LABELS)
  return chartFrame(
    charts.trend[step],
    charts.hint,
    h(
      'div',
      { class: 'trend' },
      h(
        'div',
        { class: 'trend-scale', 'aria-hidden': 'true' },
        [top, top / 2, 0].map((n) => h('span', {}, Number.isInteger(n) ? n : '')),
      ),
      plot,
      h(
        'div',
        { class: 'trend-days', 'aria-hidden': 'true' },
        buckets.map(({ from }, i) =>
          h(
            'span',
            {},
            i % every === 0 && h('i', {}, from.slice(step === 'month' ? 0 : 5, step === 'month' ? 7 : 10)),
          ),
        ),
      ),
    ),
    h(
      'p',
      { class: 'legend' },
      h('span', { class: 'key error' }, t.severities.error),
      h('span', { class: 'key warn' }, t.severities.warn),
    ),
  )
}

function column({ from, to, errors, warns }: Bucket, top: number, app: App): HTMLElement {
  const { charts, period } = app.t.page
  const name = charts.bucket(period(from, to), errors, warns)
  return h(
    'button',
    { type: 'button', 'aria-label': name, tip: name, on: { click: () => app.show({ from, to }) } },
    h('span', { class: 'warn', vars: { '--size': `${(warns / top) * 100}%` } }),
    h('span', { class: 'error', vars: { '--size': `${(errors / top) * 100}%` } }),
  )
}
