/** Where files are chosen or dropped, and texts pasted. */

import type { AuditTexts } from '../../messages/audit-page.js'
import { h, icon } from '../report/dom.js'
import { fileInputs, type Input, textInput } from './input.js'

const DROP = 'M8 10.5V2.5M4.8 5.5 8 2.3l3.2 3.2M2.5 10v3.5h11V10'

export interface IntakeDeps {
  words: AuditTexts
  /** Outlives a change of language. */
  state: { pasted: string }
  sample: Input
  take(inputs: Input[]): void
}

export function intake({ words, state, sample, take }: IntakeDeps): HTMLElement {
  const files = h('input', {
    type: 'file',
    multiple: true,
    class: 'unseen',
    on: { change: takeChosen },
  })
  const zone = h(
    'label',
    { class: 'dropzone' },
    files,
    icon(DROP),
    h('strong', {}, words.drop),
    h('span', { class: 'button', 'aria-hidden': 'true' }, words.choose),
    h('span', { class: 'hint' }, words.formats),
  )
  files.setAttribute('aria-label', words.choose)

  const check = h(
    'button',
    {
      type: 'button',
      class: 'button',
      disabled: state.pasted.trim() === '',
      on: { click: () => take([textInput(state.pasted, words.pastedName)]) },
    },
    words.check,
  )
  const paste = h('textarea', {
    id: 'audit-paste',
    rows: 5,
    spellcheck: 'false',
    lang: 'zh-CN',
    placeholder: words.pasteHint,
    on: {
      input: () => {
        state.pasted = paste.value
        check.disabled = paste.value.trim() === ''
      },
    },
  })
  paste.value = state.pasted

  function takeChosen() {
    const inputs = fileInputs(files.files!)
    // So that the same file can be chosen once more.
    files.value = ''
    if (inputs.length > 0) take(inputs)
  }

  return h(
    'div',
    { class: 'intake' },
    zone,
    h(
      'div',
      { class: 'pasting' },
      h('label', { for: 'audit-paste', class: 'hint' }, words.paste),
      paste,
      h(
        'div',
        { class: 'button-line' },
        check,
        h(
          'button',
          { type: 'button', class: 'button quiet', on: { click: () => take([sample]) } },
          words.trySample,
        ),
      ),
    ),
  )
}
