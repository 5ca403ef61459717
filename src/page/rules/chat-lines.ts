/** A short conversation, line by line, with what was found in it marked. */

import type { Messages } from '../../messages/index.js'
import type { Conversation, Finding } from '../../model.js'
import { h } from '../report/dom.js'
import { marked } from '../report/marked-text.js'

export function chatLines(
  { messages }: Conversation,
  findings: readonly Finding[],
  t: Messages,
  judged?: { at: number; note: string },
): HTMLElement {
  return h(
    'ol',
    { class: 'lines', lang: 'zh-CN' },
    messages.map(({ role, text }, index) =>
      h(
        'li',
        { class: role },
        h('b', { lang: t.lang }, t.roles[role]),
        h(
          'span',
          {},
          marked(text, index, findings),
          judged?.at === index && h('small', { lang: t.lang }, judged.note),
        ),
      ),
    ),
  )
}
