/** Where both sides write: triggers are underlined beneath the text as it is typed. */

import type { AppMessages } from '../../../messages/app.js'
import { h } from '../../report/dom.js'
import { carried } from './carried.js'
import type { Play, Side } from './play.js'
import { createUnderlines } from './underlines.js'

/** Milliseconds without a key before the draft is judged. */
const PAUSE = 90
const SIDES: readonly Side[] = ['buyer', 'agent']

export interface Composer {
  element: HTMLElement
  focus(): void
}

/** `send` and `side` are called once the composer has nothing left to judge. */
export function composer(
  play: Play,
  t: AppMessages,
  { send, side }: { send(): void; side(to: Side): void },
): Composer {
  const { composer: words } = t.app
  let composing = false
  let timer: number | undefined

  const input = h('textarea', { rows: 1, lang: 'zh-CN', autocomplete: 'off', spellcheck: 'false' })
  const underlines = createUnderlines()
  const radios = SIDES.map((name) =>
    h('input', { type: 'radio', name: 'side', value: name, on: { change: () => side(name) } }),
  )
  const button = h('button', { type: 'submit', class: 'button send' }, words.send)

  function underline() {
    const { verdict, state } = play
    const findings = verdict === undefined ? [] : carried(verdict.findings, verdict.text, state.draft)
    underlines.draw(state.draft, findings)
    input.setAttribute('aria-invalid', String(findings.some(({ severity }) => severity === 'error')))
    button.disabled = state.draft.trim() === ''
  }
  function judgeSoon() {
    clearTimeout(timer)
    timer = window.setTimeout(() => play.judgeDraft(), PAUSE)
  }

  input.addEventListener('input', () => {
    play.write(input.value)
    underline()
    clearTimeout(timer)
    if (!composing) judgeSoon()
  })
  input.addEventListener('compositionstart', () => {
    composing = true
    clearTimeout(timer)
  })
  input.addEventListener('compositionend', () => {
    composing = false
    play.write(input.value)
    judgeSoon()
  })
  input.addEventListener('keydown', (event) => {
    // 229: the key that ends a composition, in browsers that end it before they tell of the key
    if (event.isComposing || composing || event.keyCode === 229) return
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.altKey) {
      event.preventDefault()
      submit()
    }
  })

  function submit() {
    if (composing) return
    clearTimeout(timer)
    send()
  }

  function showSide() {
    const { side } = play.state
    radios.forEach((radio, i) => {
      radio.checked = SIDES[i] === side
    })
    input.setAttribute('aria-label', words.draft[side])
    input.placeholder = words.hint[side]
    element.dataset.side = side
  }
  function showDraft() {
    if (input.value !== play.state.draft) input.value = play.state.draft
    underline()
  }

  const element = h(
    'form',
    {
      class: 'composer',
      on: {
        submit: (event) => {
          event.preventDefault()
          submit()
        },
      },
    },
    h(
      'fieldset',
      { class: 'sides', role: 'radiogroup' },
      h('legend', { class: 'unseen' }, words.as),
      SIDES.map((name, i) => h('label', {}, radios[i], h('span', {}, t.roles[name]))),
    ),
    h('p', { class: 'hint keys-hint' }, words.keys),
    h('div', { class: 'writing' }, h('div', { class: 'layers' }, underlines.layers, input)),
    button,
  )
  play.on('side', showSide)
  play.on('draft', showDraft)
  showSide()
  showDraft()
  return { element, focus: () => input.focus() }
}
