import type { App } from './app.js'
import { h } from './dom.js'
import type { Theme } from './theme.js'
import { languageTool, themeTool, tool } from './tools.js'

const PRINT = 'M4.5 6V2h7v4M4.5 11.5H2.5V6h11v5.5h-2M4.5 9.5h7V14h-7z'
const HELP = 'M1.5 4h13v8.5h-13zM4 6.5h.5M6.5 6.5H7M9 6.5h.5M11.5 6.5h.5M4.5 10h7'

interface Tools {
  theme: Theme
  help(): void
  switchLanguage(): void
}

export function header({ t }: App, { theme, help, switchLanguage }: Tools): HTMLElement {
  const { parts, tools, title } = t.page
  const link = (id: keyof typeof parts) => h('a', { href: `#${id}` }, parts[id])
  return h(
    'header',
    { class: 'top' },
    h('strong', { class: 'brand' }, title),
    h('nav', { 'aria-label': title }, link('overview'), link('actions'), link('findings')),
    h(
      'div',
      { class: 'tools' },
      languageTool(t, switchLanguage),
      themeTool(t, theme),
      tool(tools.print, PRINT, () => window.print()),
      tool(tools.help, HELP, help, 'wide-only'),
    ),
  )
}
