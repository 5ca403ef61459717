import { costText } from '../../report/money.js'
import type { App } from './app.js'
import { h } from './dom.js'
import { type Row, shortName, timeText } from './rows.js'
import { titleOf } from './titles.js'

/** In CSS pixels; the style sheet draws rows of this height. */
export const ROW_HEIGHT = 88

/** Characters before the trigger that a row has room for. */
const LEAD = 10

export function findingRow({ t, data, state, marks }: App, row: Row, at: number): HTMLElement {
  const { finding, message, agent, time } = row
  const mark = marks.get(finding.id)?.mark
  const { start, end } = finding.span
  const before = message.text.slice(Math.max(0, start - LEAD), start)
  return h(
    'div',
    {
      class: `row ${finding.severity}`,
      role: 'option',
      id: `row-${at}`,
      'data-at': at,
      'aria-selected': row === state.selected ? 'true' : 'false',
      'aria-setsize': state.listed.length,
      'aria-posinset': at + 1,
      vars: { '--top': `${at * ROW_HEIGHT}px` },
    },
    h(
      'span',
      { class: 'row-head' },
      h('i', { class: 'dot', role: 'img', 'aria-label': t.severities[finding.severity] }),
      h('b', {}, titleOf(data.rules, finding.rule, t)),
      h('span', { class: 'row-cost' }, shortCost(row, t)),
    ),
    h(
      'span',
      { class: 'row-text', lang: 'zh-CN' },
      start > LEAD && '…',
      before,
      h('mark', {}, message.text.slice(start, end)),
      message.text.slice(end, end + 60),
    ),
    h(
      'span',
      { class: 'row-foot' },
      [shortName(agent) || t.page.charts.unknownAgent, timeText(time)].filter(Boolean).join('　'),
      mark !== undefined && h('span', { class: `badge ${mark}` }, t.page.marks[mark]),
    ),
  )
}

function shortCost({ finding }: Row, t: App['t']): string {
  if (!finding.counted) return finding.severity === 'error' ? '' : t.severities[finding.severity]
  return finding.cost.points > 0 ? t.report.points(finding.cost.points) : costText(finding.cost, t)
}
