/** Every finding: filters above, the list on one side, the conversation on the other. */

import type { App } from './app.js'
import { chatWindow } from './chat-window.js'
import { h } from './dom.js'
import { exportDialog } from './export-dialog.js'
import { filterBar } from './filter-bar.js'
import { findingList } from './finding-list.js'
import { grouped } from './numbers.js'

export function explorer(app: App): HTMLElement {
  const { parts, exports, list } = app.t.page
  const dialog = exportDialog(app)
  const count = h('p', { class: 'count', role: 'status' })
  const reviewed = h('p', { class: 'reviewed' })
  const tell = () => {
    const { rows, state, marks } = app
    count.textContent = list.count(grouped(state.listed.length), grouped(rows.length))
    const done = rows.filter(({ finding }) => marks.get(finding.id) !== undefined).length
    reviewed.textContent = list.reviewed(grouped(done), grouped(rows.length))
  }
  app.on('filters', tell)
  app.on('marks', tell)

  const panes = h('div', { class: 'panes' }, findingList(app), chatWindow(app))
  const look = () => panes.classList.toggle('reading', app.state.selected !== undefined)
  app.on('selection', look)
  look()

  return h(
    'section',
    { id: 'findings', 'aria-labelledby': 'findings-title' },
    h(
      'div',
      { class: 'findings-head' },
      h('h2', { id: 'findings-title' }, parts.findings),
      count,
      reviewed,
      h('button', { type: 'button', class: 'button', on: { click: () => dialog.open() } }, exports.open),
    ),
    filterBar(app),
    panes,
    dialog.element,
  )
}
