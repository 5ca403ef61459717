/** What a rule says: the sections that terminal and documentation show too, without the examples below. */

import type { RuleInfo } from '../../engine/types.js'
import { schedules } from '../../linter.js'
import type { Messages } from '../../messages/index.js'
import { rulePage } from '../../report/rule-page.js'
import { h } from '../report/dom.js'

export function about(rule: RuleInfo, t: Messages): HTMLElement {
  return h(
    'dl',
    { class: 'about' },
    rulePage(rule, schedules, t)
      .sections.filter(({ text }) => text !== undefined)
      .map(({ title, text = [] }) =>
        h(
          'div',
          {},
          h('dt', {}, title),
          text.map((line) => h('dd', {}, line)),
        ),
      ),
  )
}
