/** The whole report: header, at a glance, what to do, every finding. */

import { messagesFor } from '../../messages/index.js'
import type { ReportData } from '../../report/html-data.js'
import { actions } from './actions.js'
import { type App, createApp, type State } from './app.js'
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

export interface MountedReport {
  draw(lang: ReportData['lang']): void
  /** Lets go of what it listens to outside its root. */
  close(): void
}

/** `inside` another page, which has a header, a theme, a title and tooltips of its own. */
export function mountReport(
  root: HTMLElement,
  data: ReportData,
  store: Store,
  { inside = false } = {},
): MountedReport {
  const rows = rowsOf(data)
  const marks = createMarks(store)
  const gone = new AbortController()
  const top = inside ? undefined : pageTop()
  const state: State = { filters: {}, order: 'cost', listed: [] }
  const keys = bindKeys(root, gone.signal)
  const printout = createPrintout(gone.signal)

  function draw(lang: ReportData['lang']) {
    const t = messagesFor(lang)
    const app = createApp({ data, t, rows, marks, state })
    const help = helpDialog(t)
    const parts = [overview(app), actions(app), explorer(app), troubles(app)]
    replace(
      root,
      top?.(app, () => help.showModal()),
      h(inside ? 'div' : 'main', { class: 'report' }, parts),
      help,
      !inside && createTooltip(root),
    )
    keys.use(app, help)
    printout.use(app, root)
    app.filter({})
    // Beside the list there is room for a conversation; on a phone it would cover the page.
    if (app.wide() && state.selected === undefined) app.select(state.listed[0])
  }

  function pageTop() {
    const theme = createTheme(store)
    return (app: App, help: () => void) => {
      const { lang } = app.t
      document.documentElement.lang = lang
      document.title = [app.t.page.title, ...shopsOf()].join(' · ')
      const switchLanguage = () => draw(lang === 'en' ? 'zh-CN' : 'en')
      return [
        h('a', { class: 'skip', href: '#findings' }, app.t.page.skip),
        header(app, { theme, help, switchLanguage }),
      ]
    }
  }

  const shopsOf = () => {
    const shops = new Set(rows.map(({ shop }) => shop).filter(Boolean))
    return shops.size === 1 ? [...shops] : []
  }

  draw(data.lang)
  return {
    draw,
    close: () => gone.abort(),
  }
}
