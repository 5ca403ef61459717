/** Buttons at the top of a page. */

import type { Messages } from '../../messages/index.js'
import { h, icon } from './dom.js'
import type { Theme } from './theme.js'

const DARK = 'M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z'
const LIGHT =
  'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M3 13l1.2-1.2M11.8 4.2 13 3'

/** A button that shows an icon; its name is its tip. */
export function tool(name: string, path: string, click: () => void, extra = ''): HTMLButtonElement {
  return h(
    'button',
    { type: 'button', class: `tool ${extra}`, 'aria-label': name, tip: name, on: { click } },
    icon(path),
  )
}

export function themeTool({ page }: Messages, theme: Theme): HTMLElement {
  const place = h('span', { class: 'contents' })
  const draw = () => {
    const [name, path] = theme.dark() ? [page.tools.light, LIGHT] : [page.tools.dark, DARK]
    place.replaceChildren(
      tool(name, path, () => {
        theme.toggle()
        draw()
        place.querySelector('button')?.focus()
      }),
    )
  }
  draw()
  return place
}

export function languageTool({ lang, page }: Messages, click: () => void): HTMLButtonElement {
  return h(
    'button',
    {
      type: 'button',
      class: 'tool language',
      lang: lang === 'en' ? 'zh-CN' : 'en',
      'aria-label': page.tools.language,
      on: { click },
    },
    page.tools.other,
  )
}
