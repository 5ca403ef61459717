/** What could not be judged and what was wrong with the input: nothing is left out in silence. */

import { placeOf } from '../../errors.js'
import type { App } from './app.js'
import { h } from './dom.js'
import { titleOf } from './titles.js'

export function troubles({ t, data }: App): HTMLElement | false {
  const { problems: words } = t.page
  const { cannotJudge, problems, problemCount, rules } = data
  const undecided = cannotJudge.reduce((sum, { count }) => sum + count, 0)
  if (undecided === 0 && problemCount === 0) return false
  return h(
    'section',
    { id: 'problems', 'aria-labelledby': 'problems-title' },
    h('h2', { id: 'problems-title' }, words.title),
    undecided > 0 &&
      h(
        'details',
        {},
        h('summary', {}, words.cannotJudge(undecided)),
        h(
          'ul',
          {},
          cannotJudge.map(({ rule, why, count }) =>
            h('li', {}, h('b', {}, titleOf(rules, rule, t)), ` × ${count} `, t.report.missing(why)),
          ),
        ),
      ),
    problemCount > 0 &&
      h(
        'details',
        {},
        h('summary', {}, words.input(problemCount)),
        h(
          'ul',
          {},
          problems.map((problem) =>
            h(
              'li',
              {},
              h('code', {}, placeOf(problem)),
              ` ${problem.what} `,
              h('span', { class: 'hint' }, problem.todo),
            ),
          ),
        ),
        problemCount > problems.length && h('p', {}, words.more(problemCount - problems.length)),
      ),
  )
}
