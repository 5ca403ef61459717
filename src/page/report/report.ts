/** The whole page: header, at a glance, what to do, every finding. */

import { messagesFor } from '../../messages/index.js'
import type { ReportData } from '../../report/html-data.js'
import { actions } from './actions.js'
import { createApp, type State } from './app.js'
import { h, replace } from './dom.js'
import { explorer } from './explorer.js'
import { header } from './header.js'
import { helpDialog } from './help-dialog.js'
import { bindKeys } from './keys.js'
import { createMarks } from './marks.js'
import { overview } from './overview.js'
import { createPrintout } from './printout.js'
import { rowsOf } from './rows.js'
import type { Store } from './store.js'
import { createTheme } from './theme.js'
import { createTooltip } from './tooltip.js'
import { troubles } from './troubles.js'

export function mountReport(root: HTMLElement, data: ReportData, store: Store) {
  const rows = rowsOf(data)
  const marks = createMarks(store)
  const theme = createTheme(store)
  const state: State = { filters: {}, order: 'cost', listed: [] }
  const keys = bindKeys()
  const printout = createPrintout()

  function draw(lang: ReportData['lang']) {
    const t = messagesFor(lang)
    const app = createApp({ data, t, rows, marks, state })
    const help = helpDialog(t)
    document.documentElement.lang = lang
    document.title = [t.page.title, ...shopsOf()].join(' · ')
    replace(
      root,
      h('a', { class: 'skip', href: '#findings' }, t.page.skip),
      header(app, {
        theme,
        help: () => help.showModal(),
        switchLanguage: () => draw(lang === 'en' ? 'zh-CN' : 'en'),
      }),
      h('main', {}, overview(app), actions(app), explorer(app), troubles(app)),
      help,
      createTooltip(root),
    )
    keys.use(app, help)
    printout.use(app, root)
    app.filter({})
    // Beside the list there is room for a conversation; on a phone it would cover the page.
    if (app.wide() && state.selected === undefined) app.select(state.listed[0])
  }

  const shopsOf = () => {
    const shops = new Set(rows.map(({ shop }) => shop).filter(Boolean))
    return shops.size === 1 ? [...shops] : []
  }

  draw(data.lang)
}
