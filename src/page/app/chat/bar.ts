/** Above the chat: examples to begin with, taking back, clearing, and on a phone the way to the situation. */

import type { AppMessages } from '../../../messages/app.js'
import { EXAMPLE_CHATS } from '../../../messages/example-chats.js'
import { h } from '../../report/dom.js'
import { tool } from '../../report/tools.js'
import type { Play } from './play.js'

const UNDO = 'M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6'
const CLEAR = 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5 5 13.5h6l.5-9M7 7v4M9 7v4'

interface Acts {
  load(name: string): void
  undo(): void
  clear(): void
  /** Opens or closes the situation; true where it is open now. */
  situation(): boolean
}

export function bar(play: Play, t: AppMessages, { load, undo, clear, situation }: Acts): HTMLElement {
  const { talk: words, situation: known } = t.app
  const undoTool = tool(words.undo, UNDO, undo)
  const clearTool = tool(words.clear, CLEAR, clear)
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'button narrow-only',
      'aria-controls': 'situation',
      'aria-expanded': 'false',
      on: { click: () => toggle.setAttribute('aria-expanded', String(situation())) },
    },
    known.title,
  )
  const examples = h(
    'select',
    {
      'aria-label': words.examples,
      on: {
        change: () => {
          const name = examples.value
          examples.value = ''
          load(name)
        },
      },
    },
    h('option', { value: '' }, words.examples),
    EXAMPLE_CHATS.map(({ name }) => h('option', { value: name }, words.example[name])),
  )

  const draw = () => {
    undoTool.disabled = play.state.messages.length === 0
    clearTool.disabled = play.state.messages.length === 0 && play.state.draft === ''
  }
  play.on('chat', draw)
  play.on('draft', draw)
  draw()
  return h(
    'div',
    { class: 'acts', role: 'toolbar', 'aria-label': words.label },
    examples,
    toggle,
    h('span', { class: 'spring' }),
    undoTool,
    clearTool,
  )
}
