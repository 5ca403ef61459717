/** Every example of the edited rule: whether it comes out as it should, and what was found in it. */

import type { Messages } from '../../messages/index.js'
import type { RulesTexts } from '../../messages/rules-page.js'
import { h } from '../report/dom.js'
import { chatLines } from './chat-lines.js'
import { isRight, type Judged } from './check.js'

export function exampleList(examples: readonly Judged[], t: Messages, words: RulesTexts): HTMLElement {
  const wrong = examples.filter((example) => !isRight(example)).length
  const side = (violates: boolean) => [
    h(
      'h4',
      {},
      violates ? t.rules.violates : t.rules.complies,
      ' ',
      h('small', {}, violates ? words.violates : words.complies),
    ),
    h(
      'ul',
      { class: 'examples' },
      examples.filter((example) => example.violates === violates).map((each) => one(each, t, words)),
    ),
  ]
  return h(
    'div',
    { class: 'example-list' },
    h(
      'p',
      { class: `tally ${wrong === 0 ? 'good' : 'bad'}`, role: 'status' },
      wrong === 0 ? words.passed(examples.length) : words.failed(wrong, examples.length),
    ),
    side(true),
    side(false),
  )
}

function one(example: Judged, t: Messages, words: RulesTexts): HTMLElement {
  const { conversation, findings, reported, at } = example
  const right = isRight(example)
  const last = conversation.messages.findLastIndex(({ role }) => role === 'agent')
  return h(
    'li',
    { class: right ? 'right' : 'wrong' },
    h(
      'span',
      { class: 'outcome' },
      h('span', { 'aria-hidden': 'true' }, right ? '✓' : '✗'),
      h('span', { class: 'unseen' }, right ? words.right : words.wrong),
      ` ${reported ? words.reported : words.silent}`,
    ),
    chatLines(conversation, findings, t, at === last ? undefined : { at, note: words.judged }),
  )
}
