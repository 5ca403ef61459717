/** What every part of the page is given, and how parts tell each other of a change. */

import type { Messages } from '../../messages/index.js'
import type { ReportData } from '../../report/html-data.js'
import type { Filters, Order } from './filters.js'
import { matching, ordered } from './filters.js'
import type { Marks } from './marks.js'
import type { Row } from './rows.js'

export type Change = 'filters' | 'selection' | 'marks'

export interface App {
  readonly data: ReportData
  /** The texts in the language shown. */
  readonly t: Messages
  readonly rows: readonly Row[]
  readonly marks: Marks
  /** Disputed figures are counted at their highest. */
  readonly worstCase: boolean
  readonly state: State
  /** Sets these filters alone and goes to the list. */
  show(filters: Filters): void
  /** Changes some filters and keeps the others. */
  filter(change: Filters, order?: Order): void
  select(row: Row | undefined): void
  /** Whether list and conversation stand side by side. */
  wide(): boolean
  /** Says that the marks have changed. */
  marked(): void
  on(change: Change, react: () => void): void
}

/** Outlives a change of language. */
export interface State {
  filters: Filters
  order: Order
  listed: Row[]
  selected?: Row
}

export interface Given {
  data: ReportData
  t: Messages
  rows: readonly Row[]
  marks: Marks
  state: State
}

export function createApp({ data, t, rows, marks, state }: Given): App {
  const reactions: Record<Change, (() => void)[]> = { filters: [], selection: [], marks: [] }
  const tell = (change: Change) => {
    for (const react of reactions[change]) react()
  }
  const { exposure } = data.summary

  function list(filters: Filters) {
    state.filters = filters
    state.listed = ordered(matching(rows, filters, marks), state.order)
    tell('filters')
  }

  return {
    data,
    t,
    rows,
    marks,
    state,
    // The two sums are the same exactly where the run counted the higher figures, or none is disputed.
    worstCase: exposure.points === exposure.worstPoints,
    show(filters) {
      list(filters)
      document.getElementById('findings')?.scrollIntoView()
    },
    filter(change, order) {
      if (order !== undefined) state.order = order
      list({ ...state.filters, ...change })
    },
    select(row) {
      state.selected = row
      tell('selection')
    },
    wide: () => window.matchMedia('(min-width: 60.01rem)').matches,
    marked: () => tell('marks'),
    on: (change, react) => void reactions[change].push(react),
  }
}

/** In list order, `step` from the selected one; the first where none is selected. */
export function neighbour({ state: { listed, selected } }: App, step: 1 | -1): Row | undefined {
  const at = selected === undefined ? -1 : listed.indexOf(selected)
  return at < 0 ? listed[0] : listed[at + step]
}
