/** Around the views: their tabs, language, light and dark, and which one the address asks for. */

import type { Lang } from '../../engine/types.js'
import { appMessagesFor } from '../../messages/app.js'
import { h, replace } from '../report/dom.js'
import type { Store } from '../report/store.js'
import { createTheme } from '../report/theme.js'
import { languageTool, themeTool } from '../report/tools.js'
import { createTooltip } from '../report/tooltip.js'
import { createAnnouncer } from './announcer.js'
import type { View } from './views.js'

const LANG = 'kefulint.lang'

export function mountShell(root: HTMLElement, views: readonly View[], store: Store) {
  const theme = createTheme(store)
  const { region, announce } = createAnnouncer()
  /** Shows the view that the address names. */
  let show = () => {}

  function draw(lang: Lang) {
    const t = appMessagesFor(lang)
    const { app } = t
    document.documentElement.lang = lang
    const panels = views.map(({ id }) => h('div', { class: 'view', 'data-view': id }))
    const links = views.map(({ id }) => h('a', { href: `#${id}` }, app.views[id]))
    const mounted = new Set<number>()
    const main = h('main', { id: 'main', tabindex: -1 }, panels)

    show = () => {
      const asked = views.findIndex(({ id }) => `#${id}` === window.location.hash)
      const at = Math.max(0, asked)
      if (!mounted.has(at)) {
        mounted.add(at)
        views[at]!.mount(panels[at]!, { t, store, announce })
      }
      panels.forEach((panel, i) => {
        panel.hidden = i !== at
        if (i === at) links[i]!.setAttribute('aria-current', 'page')
        else links[i]!.removeAttribute('aria-current')
      })
      document.title = views.length > 1 ? `${app.views[views[at]!.id]} · ${app.title}` : app.title
    }

    const switchLanguage = () => {
      const other = lang === 'en' ? 'zh-CN' : 'en'
      store.write(LANG, other)
      draw(other)
      root.querySelector<HTMLElement>('.tool.language')?.focus()
    }
    const skip = h('a', { class: 'skip', href: '#main' }, app.skip)
    skip.addEventListener('click', (event) => {
      // the hash belongs to the views
      event.preventDefault()
      main.focus()
    })
    replace(
      root,
      skip,
      h(
        'header',
        { class: views.length > 1 ? 'top tabbed' : 'top' },
        h('h1', { class: 'brand' }, app.title),
        views.length > 1 && h('nav', { 'aria-label': app.title }, links),
        h('div', { class: 'tools' }, languageTool(t, switchLanguage), themeTool(t, theme)),
      ),
      region,
      main,
      createTooltip(root),
    )
    show()
  }

  window.addEventListener('hashchange', () => show())
  draw(store.read(LANG) === 'en' ? 'en' : 'zh-CN')
}
