/** The conversation of the selected finding, as agents and buyers saw it, with every finding where it was said. */

import type { Chat, ChatFinding, ChatMessage } from '../../report/html-data.js'
import { type App, neighbour } from './app.js'
import { h, icon, replace } from './dom.js'
import { findingCard } from './finding-card.js'
import { marked } from './marked-text.js'
import { shortName } from './rows.js'

const ICONS = { back: 'M10 3 5 8l5 5', previous: 'M3 10l5-5 5 5', next: 'M3 6l5 5 5-5' }

export function chatWindow(app: App): HTMLElement {
  const { chat: words } = app.t.page
  const pane = h('section', { class: 'chat', 'aria-label': words.label, tabindex: -1 })
  let shown: Chat | undefined

  function draw() {
    const { selected } = app.state
    if (selected === undefined) {
      shown = undefined
      replace(pane, h('p', { class: 'empty' }, words.pick))
      return
    }
    shown = selected.chat
    const body = h('div', { class: 'chat-body' }, messagesOf(app, selected.chat, selected.finding))
    replace(pane, head(app), body)
    const current = body.querySelector<HTMLElement>('.finding.current')
    const bubble = current?.previousElementSibling as HTMLElement | null | undefined
    if (bubble) body.scrollTop = bubble.offsetTop - body.offsetTop - body.clientHeight / 4
  }
  app.on('selection', () => {
    draw()
    // On a phone the conversation covers the page: focus goes in with the reader and comes back with her.
    if (app.wide()) return
    const goal = app.state.selected === undefined ? '.list' : '.back'
    document.querySelector<HTMLElement>(goal)?.focus({ preventScroll: true })
  })
  // A mark set by a key must show on the card.
  app.on('marks', () => {
    const card = pane.querySelector<HTMLElement>('.finding.current')
    if (shown !== undefined && card !== null && !card.contains(document.activeElement))
      card.replaceWith(findingCard(app, app.state.selected!.finding, true))
  })
  draw()
  return pane
}

function head(app: App): HTMLElement {
  const { t, state, select } = app
  const { chat: words, list } = t.page
  const { chat } = state.selected!
  const at = state.listed.indexOf(state.selected!)
  const step = (name: string, path: string, by: 1 | -1) => {
    const to = neighbour(app, by)
    return h(
      'button',
      {
        type: 'button',
        class: 'tool',
        'aria-label': name,
        disabled: to === undefined,
        on: { click: () => select(to) },
      },
      icon(path),
    )
  }
  return h(
    'div',
    { class: 'chat-head' },
    h(
      'button',
      {
        type: 'button',
        class: 'tool back',
        'aria-label': words.back,
        on: { click: () => select(undefined) },
      },
      icon(ICONS.back),
    ),
    h(
      'div',
      { class: 'chat-title' },
      h('b', {}, chat.shop ?? chat.id),
      h(
        'span',
        {},
        [chat.shop === undefined ? '' : chat.id, chat.source, words.messages(chat.length)]
          .filter(Boolean)
          .join(' · '),
      ),
    ),
    h(
      'span',
      { class: 'position', role: 'status', 'aria-label': list.label },
      at < 0 ? '' : words.position(at + 1, state.listed.length),
    ),
    step(words.previous, ICONS.previous, -1),
    step(words.next, ICONS.next, 1),
  )
}

function messagesOf(app: App, chat: Chat, current: ChatFinding): HTMLElement[] {
  const { chat: words } = app.t.page
  const elements: HTMLElement[] = []
  const gap = (n: number) => n > 0 && elements.push(h('p', { class: 'gap' }, words.skipped(n)))
  let expected = 0
  let day = ''
  for (const message of chat.messages) {
    gap(message.index - expected)
    expected = message.index + 1
    const today = message.time?.slice(0, 10) ?? ''
    if (today !== '' && today !== day) {
      day = today
      elements.push(h('p', { class: 'gap day' }, day))
    }
    elements.push(bubble(app, message, chat, current))
    for (const finding of chat.findings)
      if (finding.message === message.index) elements.push(findingCard(app, finding, finding === current))
  }
  gap(chat.length - expected)
  return elements
}

function bubble({ t }: App, message: ChatMessage, chat: Chat, current: ChatFinding): HTMLElement {
  const { chat: words } = t.page
  const { role, text, sender, time, kind } = message
  const said = kind === undefined ? undefined : words.kinds[kind]
  return h(
    'div',
    { class: `message ${role}` },
    h(
      'p',
      { class: 'by' },
      [sender === undefined ? t.roles[role] : shortName(sender), said, time?.slice(11, 16)]
        .filter(Boolean)
        .join(' · '),
    ),
    h('div', { class: 'bubble', lang: 'zh-CN' }, marked(text, message.index, chat.findings, current)),
  )
}
