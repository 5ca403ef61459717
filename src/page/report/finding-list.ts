/** The list of findings. Rows have one height, so that only those in view exist. */

import type { App } from './app.js'
import { h, replace } from './dom.js'
import { findingRow, ROW_HEIGHT } from './finding-row.js'

/** Rows kept beyond either edge, so that scrolling shows no gap. */
const SPARE = 6

export function findingList(app: App): HTMLElement {
  const { list: words } = app.t.page
  const sheet = h('div', { class: 'sheet', role: 'presentation' })
  const list = h(
    'div',
    {
      class: 'list',
      role: 'listbox',
      tabindex: 0,
      'aria-label': words.label,
      on: {
        scroll: () => requestAnimationFrame(draw),
        keydown: (event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step === undefined) return
          event.preventDefault()
          const { listed, selected } = app.state
          const at = selected === undefined ? -1 : listed.indexOf(selected)
          const next = listed[at < 0 ? 0 : at + step]
          if (next !== undefined) app.select(next)
        },
        click: (event) => {
          const at = (event.target as Element).closest<HTMLElement>('[data-at]')?.dataset.at
          if (at !== undefined) app.select(app.state.listed[Number(at)])
        },
      },
    },
    sheet,
  )
  const empty = h('p', { class: 'empty' }, app.rows.length === 0 ? words.nothing : words.empty)

  function draw() {
    const { listed, selected } = app.state
    const first = Math.max(0, Math.floor(list.scrollTop / ROW_HEIGHT) - SPARE)
    const last = Math.min(listed.length, Math.ceil((list.scrollTop + list.clientHeight) / ROW_HEIGHT) + SPARE)
    const rows = listed.slice(first, last).map((row, i) => findingRow(app, row, first + i))
    replace(sheet, rows)
    const at = selected === undefined ? -1 : listed.indexOf(selected)
    if (at >= first && at < last) list.setAttribute('aria-activedescendant', `row-${at}`)
    else list.removeAttribute('aria-activedescendant')
  }

  app.on('filters', () => {
    const { listed } = app.state
    sheet.style.height = `${listed.length * ROW_HEIGHT}px`
    empty.hidden = listed.length > 0
    list.hidden = listed.length === 0
    list.scrollTop = 0
    draw()
  })
  app.on('marks', draw)
  app.on('selection', () => {
    const { listed, selected } = app.state
    const at = selected === undefined ? -1 : listed.indexOf(selected)
    if (at >= 0) {
      const top = at * ROW_HEIGHT
      if (top < list.scrollTop) list.scrollTop = top
      else if (top + ROW_HEIGHT > list.scrollTop + list.clientHeight)
        list.scrollTop = top + ROW_HEIGHT - list.clientHeight
    }
    draw()
  })
  new ResizeObserver(draw).observe(list)
  return h('div', { class: 'list-pane' }, list, empty)
}
