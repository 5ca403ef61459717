import type { App } from './app.js'
import { h, icon } from './dom.js'
import type { Theme } from './theme.js'

const ICONS = {
  dark: 'M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z',
  light:
    'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M3 13l1.2-1.2M11.8 4.2 13 3',
  print: 'M4.5 6V2h7v4M4.5 11.5H2.5V6h11v5.5h-2M4.5 9.5h7V14h-7z',
  help: 'M1.5 4h13v8.5h-13zM4 6.5h.5M6.5 6.5H7M9 6.5h.5M11.5 6.5h.5M4.5 10h7',
}

interface Tools {
  theme: Theme
  help(): void
  switchLanguage(): void
}

export function header({ t }: App, { theme, help, switchLanguage }: Tools): HTMLElement {
  const { parts, tools, title } = t.page
  const link = (id: keyof typeof parts) => h('a', { href: `#${id}` }, parts[id])
  const tool = (name: string, path: string, click: () => void, extra = '') =>
    h(
      'button',
      { type: 'button', class: `tool ${extra}`, 'aria-label': name, tip: name, on: { click } },
      icon(path),
    )

  const themeTool = h('span', { class: 'contents' })
  const drawTheme = () => {
    const [name, path] = theme.dark() ? [tools.light, ICONS.light] : [tools.dark, ICONS.dark]
    themeTool.replaceChildren(
      tool(name, path, () => {
        theme.toggle()
        drawTheme()
        themeTool.querySelector('button')?.focus()
      }),
    )
  }
  drawTheme()

  return h(
    'header',
    { class: 'top' },
    h('strong', { class: 'brand' }, title),
    h('nav', { 'aria-label': title }, link('overview'), link('actions'), link('findings')),
    h(
      'div',
      { class: 'tools' },
      h(
        'button',
        {
          type: 'button',
          class: 'tool language',
          lang: t.lang === 'en' ? 'zh-CN' : 'en',
          'aria-label': tools.language,
          on: { click: switchLanguage },
        },
        tools.other,
      ),
      themeTool,
      tool(tools.print, ICONS.print, () => window.print()),
      tool(tools.help, ICONS.help, help, 'wide-only'),
    ),
  )
}
