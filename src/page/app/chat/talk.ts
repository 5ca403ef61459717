/** The messages that were sent, each with its findings beneath it. */

import type { AppMessages } from '../../../messages/app.js'
import { EXAMPLE_CHATS } from '../../../messages/example-chats.js'
import { h, replace } from '../../report/dom.js'
import { marked } from '../../report/marked-text.js'
import { sentCard } from './card.js'
import type { Play } from './play.js'

/** Pixels from the end that still are the end. */
const NEAR = 24

export function talk(play: Play, t: AppMessages, load: (name: string) => void): HTMLElement {
  const { talk: words } = t.app
  // what is said here is announced apart, once and in short
  const log = h('div', {
    class: 'chat-body',
    role: 'log',
    'aria-live': 'off',
    'aria-label': words.label,
    tabindex: 0,
  })
  let bubbles: HTMLElement[] = []

  function draw() {
    const { messages } = play.state
    const findings = play.judge.findings()
    const opened = new Set(
      Array.from(log.querySelectorAll<HTMLElement>('details[open]'), ({ dataset }) => dataset.id),
    )
    const grown = messages.length !== bubbles.length
    bubbles = messages.map(() => h('div', { class: 'bubble', lang: 'zh-CN' }))
    replace(
      log,
      messages.length === 0 && empty(),
      messages.map(({ role }, i) => [
        h('div', { class: `message ${role}` }, h('p', { class: 'by' }, t.roles[role]), bubbles[i]),
        findings
          .filter(({ message }) => message === i)
          .map((finding) => sentCard(play, finding, t, opened.has(finding.id))),
      ]),
    )
    paint()
    if (grown) log.scrollTop = log.scrollHeight
  }

  /** Triggers, and what the draft's first finding rests on. */
  function paint() {
    const findings = play.judge.findings()
    const current = play.verdict?.findings[0]
    bubbles.forEach((bubble, i) => {
      replace(bubble, marked(play.state.messages[i]!.text, i, findings, current))
    })
  }

  const empty = () =>
    h(
      'div',
      { class: 'empty' },
      h('p', {}, words.empty),
      h('p', {}, words.orExample),
      h(
        'div',
        { class: 'starts' },
        EXAMPLE_CHATS.map(({ name }) =>
          h(
            'button',
            { type: 'button', class: 'start', on: { click: () => load(name) } },
            words.example[name],
          ),
        ),
      ),
    )

  // the verdict on a draft takes room from the chat: who read its end goes on reading it
  let atEnd = true
  log.addEventListener('scroll', () => {
    atEnd = log.scrollTop + log.clientHeight > log.scrollHeight - NEAR
  })
  new ResizeObserver(() => {
    if (atEnd) log.scrollTop = log.scrollHeight
  }).observe(log)

  play.on('chat', draw)
  play.on('draft', paint)
  draw()
  return log
}
