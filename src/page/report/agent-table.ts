import type { App } from './app.js'
import { type Child, h } from './dom.js'
import { type AgentLoad, agentLoads, FEW_MESSAGES } from './groups.js'
import { grouped, rounded } from './numbers.js'
import { shortName } from './rows.js'

const SHOWN = 10

export function agentTable(app: App): HTMLElement {
  const { actions } = app.t.page
  const { columns } = actions
  const loads = agentLoads(app.rows, app.data.summary.agents ?? [], app.worstCase)
  const most = Math.max(...loads.map(({ rate }) => rate ?? 0), 1)
  const lines = loads.map((load) => line(app, load, most))
  const rest = lines.slice(SHOWN)
  for (const each of rest) each.hidden = true
  const table = h(
    'table',
    { class: 'agents' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        Object.values(columns).map((name, i) => h('th', { scope: 'col', class: i > 0 && 'number' }, name)),
      ),
    ),
    h('tbody', {}, lines),
  )
  const more = h(
    'button',
    {
      type: 'button',
      class: 'more',
      hidden: rest.length === 0,
      on: {
        click: () => {
          for (const each of rest) each.hidden = false
          more.hidden = true
        },
      },
    },
    actions.all(loads.length),
  )
  return h('div', { class: 'scroll' }, table, more)
}

function line(app: App, { agent, messages, sums, rate }: AgentLoad, most: number): HTMLElement {
  const { charts, actions } = app.t.page
  const { columns } = actions
  const number = (column: string, ...content: Child[]) =>
    h('td', { class: 'number', 'data-column': column }, ...content)
  const count = (n: number) => (n === 0 ? h('span', { class: 'zero' }, '0') : grouped(n))
  const few = messages !== undefined && messages < FEW_MESSAGES
  return h(
    'tr',
    { class: few && 'few' },
    h(
      'th',
      { scope: 'row' },
      h(
        'button',
        { type: 'button', class: 'link', on: { click: () => app.show({ agent }) } },
        shortName(agent) || charts.unknownAgent,
      ),
      few && h('small', {}, actions.few),
    ),
    number(columns.messages, messages === undefined ? '–' : grouped(messages)),
    number(columns.errors, count(sums.errors)),
    number(columns.warns, count(sums.warns)),
    number(columns.points, count(sums.points)),
    number(columns.money, sums.money > 0 ? `¥${grouped(sums.money)}` : count(0)),
    number(
      columns.rate,
      h('span', { class: 'rate-bar', vars: { '--share': (rate ?? 0) / most } }),
      h('b', {}, rate === undefined ? '–' : rounded(rate)),
    ),
  )
}
