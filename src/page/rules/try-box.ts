/** A sentence of one's own: what the edited rule makes of it, and what the others do. */

import type { Linter } from '../../engine/types.js'
import { createLinter } from '../../linter.js'
import { type Messages, textFor } from '../../messages/index.js'
import type { RulesTexts } from '../../messages/rules-page.js'
import type { Conversation, Message } from '../../model.js'
import { h, replace } from '../report/dom.js'
import { chatLines } from './chat-lines.js'
import type { Checked } from './check.js'

export interface TryState {
  said: string
  asked: string
}

let builtIn: Linter | undefined

export function tryBox(state: TryState, t: Messages, words: RulesTexts, changed: () => void) {
  const answer = h('div', { class: 'try-answer', role: 'status' })
  const field = (id: string, key: keyof TryState, name: string, hint: string) => {
    const input = h('input', {
      id,
      type: 'text',
      lang: 'zh-CN',
      autocomplete: 'off',
      placeholder: hint,
      on: {
        input: () => {
          state[key] = input.value
          changed()
        },
      },
    })
    input.value = state[key]
    return h('label', { class: 'field' }, h('span', {}, name), input)
  }

  function show({ rule, linter }: Checked) {
    const said = state.said.trim()
    if (said === '') {
      replace(answer)
      return
    }
    const asked = state.asked.trim()
    const before: Message[] = asked === '' ? [] : [{ role: 'buyer', text: asked }]
    const conversation: Conversation = { id: 'try', messages: [...before, { role: 'agent', text: said }] }
    const { findings } = linter.checkConversation(conversation)
    builtIn ??= createLinter()
    const others = builtIn.checkConversation(conversation).findings.filter((other) => other.rule !== rule.id)
    const titles = new Map(builtIn.rules.map(({ id, title }) => [id, textFor(t, title).trim()]))
    const understood = linter.explain(said, { messages: before })
    replace(
      answer,
      h(
        'p',
        { class: findings.length > 0 ? 'bad' : 'hint' },
        findings.length > 0 ? words.tryFound : words.trySilent,
      ),
      chatLines(conversation, findings, t),
      findings[0] &&
        h(
          'p',
          { class: 'instead' },
          h('small', {}, t.report.suggestion),
          h('span', { lang: 'zh-CN' }, findings[0].suggestion),
        ),
      others.length > 0 &&
        h('p', { class: 'hint' }, words.tryOthers(others.map((other) => titles.get(other.rule)!))),
      h(
        'details',
        {},
        h('summary', {}, words.tryUnderstood),
        understood.length === 0 && h('p', { class: 'hint' }, words.tryNothing),
        h(
          'ul',
          { class: 'understood' },
          understood.map(({ reading, polarity, via, scope, span }) =>
            h(
              'li',
              {},
              h('code', {}, reading),
              ` ${[t.report.polarity[polarity > 0 ? 'yes' : 'no'], t.report.via[via], ...scope].join(' · ')} `,
              h('span', { lang: 'zh-CN' }, t.lists.quote(said.slice(span.start, span.end))),
            ),
          ),
        ),
      ),
    )
  }

  const element = h(
    'section',
    { class: 'try', 'aria-labelledby': 'try-title' },
    h('h3', { id: 'try-title' }, words.try),
    field('try-said', 'said', words.trySay, words.trySayHint),
    field('try-asked', 'asked', words.tryAsked, ''),
    answer,
  )
  return { element, show }
}
