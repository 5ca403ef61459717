import type { App } from './app.js'
import { h } from './dom.js'
import { type Repeated, repeatedReplies } from './groups.js'
import { agentNames, clipped } from './sentences.js'
import { groupBy } from './sums.js'
import { titleOf } from './titles.js'

const SHOWN = 10

/** Whole texts that were sent again and again: the library holds them. */
export function quickReplies(app: App): HTMLElement {
  const replies = repeatedReplies(app.rows, app.worstCase).slice(0, SHOWN)
  if (replies.length === 0) return h('p', { class: 'empty' }, app.t.page.actions.noReplies)
  return h(
    'ul',
    { class: 'replies' },
    replies.map((reply) => h('li', {}, card(app, reply))),
  )
}

function card(app: App, { rows, sums, sent }: Repeated): HTMLElement {
  const { t, data } = app
  const rules = [...groupBy(rows, ({ finding }) => finding.rule).keys()]
  const agents = groupBy(rows, ({ agent }) => agent)
  const ids = new Set(rows.map(({ finding }) => finding.id))
  return h(
    'button',
    { type: 'button', class: 'reply', on: { click: () => app.show({ ids }) } },
    h('span', { class: 'reply-text', lang: 'zh-CN' }, clipped(rows[0]!.message.text)),
    h(
      'span',
      { class: 'facts-line' },
      h('b', {}, rules.map((rule) => titleOf(data.rules, rule, t)).join(' · ')),
      h('span', {}, t.page.actions.sent(sent, agents.size)),
      h('span', {}, agentNames(app, rows)),
      sums.points > 0 && h('span', {}, t.report.points(sums.points)),
    ),
  )
}
