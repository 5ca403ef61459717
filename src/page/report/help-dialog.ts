import type { Messages } from '../../messages/index.js'
import { h } from './dom.js'

export function helpDialog({ page }: Messages): HTMLDialogElement {
  const { help, tools } = page
  const dialog = h(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'help-title' },
    h('h2', { id: 'help-title' }, help.title),
    h(
      'dl',
      { class: 'keys' },
      help.keys.map(([keys, what]) =>
        h(
          'div',
          {},
          h(
            'dt',
            {},
            keys
              .trim()
              .split(/\s+/)
              .map((key) => h('kbd', {}, key)),
          ),
          h('dd', {}, what),
        ),
      ),
    ),
    h('button', { type: 'button', class: 'button quiet', on: { click: () => dialog.close() } }, tools.close),
  )
  return dialog
}
