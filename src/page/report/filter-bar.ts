import type { Severity } from '../../model.js'
import type { App } from './app.js'
import { h, replace } from './dom.js'
import type { Filters, Order } from './filters.js'
import { MARKS, type Mark } from './marks.js'
import { shortName } from './rows.js'
import { clipped } from './sentences.js'
import { groupBy } from './sums.js'
import { titleOf } from './titles.js'

type Option = [value: string, label: string]

export function filterBar(app: App): HTMLElement {
  const { t, rows, data, state } = app
  const { filters: words, charts, marks } = t.page
  const seen = (values: readonly string[], label: (value: string) => string): Option[] =>
    [...groupBy(values, (value) => value)]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([value, all]) => [value, `${label(value)} (${all.length})`])

  const search = h('input', {
    type: 'search',
    id: 'search',
    placeholder: words.searchHint,
    'aria-label': words.search,
    'aria-keyshortcuts': '/',
    on: { input: () => app.filter({ search: search.value }) },
  })
  const days = (['from', 'to'] as const).map((end) => {
    const input = h('input', {
      type: 'date',
      on: { change: () => app.filter({ [end]: input.value === '' ? undefined : input.value }) },
    })
    return { end, input }
  })
  const selects = [
    select(
      'agent',
      words.agent,
      seen(
        rows.map(({ agent }) => agent),
        (name) => shortName(name) || charts.unknownAgent,
      ),
    ),
    select(
      'rule',
      words.rule,
      seen(
        rows.map(({ finding }) => finding.rule),
        (rule) => titleOf(data.rules, rule, t),
      ),
    ),
    select(
      'shop',
      words.shop,
      seen(
        rows.map(({ shop }) => shop),
        (shop) => shop || '–',
      ),
    ),
    select(
      'severity',
      words.severity,
      seen(
        rows.map(({ finding }) => finding.severity),
        (name) => t.severities[name as Severity],
      ),
    ),
    select(
      'mark',
      words.mark,
      (['none', ...MARKS] satisfies (Mark | 'none')[]).map((mark) => [mark, marks[mark]]),
    ),
  ]
  const order = h(
    'select',
    { on: { change: () => app.filter({}, order.value as Order) } },
    h('option', { value: 'cost' }, words.byCost),
    h('option', { value: 'time' }, words.byTime),
  )
  const chips = h('div', { class: 'chips' })

  function select(name: 'agent' | 'rule' | 'shop' | 'severity' | 'mark', label: string, options: Option[]) {
    const element: HTMLSelectElement = h(
      'select',
      {
        on: { change: () => app.filter({ [name]: element.selectedIndex === 0 ? undefined : element.value }) },
      },
      h('option', {}, words.any),
      options.map(([value, text]) => h('option', { value }, text)),
    )
    return { name, label, element, useful: options.length > 1 }
  }

  function look() {
    const { filters } = state
    if (document.activeElement !== search) search.value = filters.search ?? ''
    for (const { name, element } of selects) {
      const at = Array.from(element.options).findIndex((option, i) => i > 0 && option.value === filters[name])
      element.selectedIndex = Math.max(0, at)
    }
    for (const { end, input } of days) input.value = filters[end] ?? ''
    order.value = state.order
    replace(chips, chipsFor(filters, app))
  }
  app.on('filters', look)

  const field = (label: string, input: HTMLElement, extra = '') =>
    h('label', { class: `field ${extra}` }, h('span', {}, label), input)
  // On a phone the fields fold away; wide screens always show them.
  const fold = h(
    'details',
    { open: app.wide() },
    h('summary', {}, words.title),
    h(
      'div',
      { class: 'fields' },
      selects.filter(({ useful }) => useful).map(({ label, element }) => field(label, element)),
      days.map(({ end, input }) => field(words[end], input)),
      field(words.sort, order),
    ),
  )
  return h('div', { class: 'filters', role: 'search' }, search, fold, chips)
}

/** Filters that no field shows, and the way back to none. */
function chipsFor(filters: Filters, app: App): HTMLElement[] {
  const { filters: words, charts } = app.t.page
  const parts: [Filters, string][] = []
  if (filters.stage !== undefined) parts.push([{ stage: undefined }, app.t.stages[filters.stage]])
  if (filters.weekday !== undefined) parts.push([{ weekday: undefined }, charts.weekdays[filters.weekday]!])
  if (filters.hour !== undefined) parts.push([{ hour: undefined }, words.hour(filters.hour)])
  const sample = app.rows.find(
    ({ phrase, finding }) => phrase === filters.phrase || filters.ids?.has(finding.id) === true,
  )
  if (sample !== undefined)
    parts.push([
      { phrase: undefined, ids: undefined },
      words.phrase(clipped(filters.ids === undefined ? sample.text : sample.message.text)),
    ])
  const chips = parts.map(([without, label]) =>
    h(
      'button',
      {
        type: 'button',
        class: 'chip',
        'aria-label': words.remove(label),
        on: { click: () => app.filter(without) },
      },
      label,
      h('span', { 'aria-hidden': 'true' }, '×'),
    ),
  )
  if (Object.values(filters).some((value) => value !== undefined && value !== ''))
    chips.push(
      h('button', { type: 'button', class: 'chip clear', on: { click: () => app.show({}) } }, words.clear),
    )
  return chips
}
