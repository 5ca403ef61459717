import { type Child, h } from './dom.js'

export function chartFrame(title: string, hint: string, ...content: Child[]): HTMLElement {
  return h(
    'figure',
    { class: 'chart' },
    h('figcaption', {}, h('h3', {}, title), hint !== '' && h('span', { class: 'hint' }, hint)),
    ...content,
  )
}
