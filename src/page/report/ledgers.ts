/** Each ledger as a ruler: points held, points of this report, the nodes on the way. */

import { type Messages, textFor } from '../../messages/index.js'
import type { LedgerExposure, Summary } from '../../model.js'
import { h } from './dom.js'

const LISTED = 3

export function ledgers({ exposure }: Summary, t: Messages): HTMLElement | false {
  const touched = Object.entries(exposure.ledgers).filter(([, { points, held }]) => points + held > 0)
  if (touched.length === 0) return false
  return h(
    'section',
    { class: 'ledgers', 'aria-labelledby': 'ledgers-title' },
    h('h3', { id: 'ledgers-title' }, t.page.ledger.title),
    touched.map(([name, ledger]) => ruler(name, ledger, t)),
    h('p', { class: 'hint' }, t.report.upheld),
  )
}

function ruler(name: string, ledger: LedgerExposure, t: Messages): HTMLElement {
  const words = t.page.ledger
  const { held, points, nextNode, distance, nodes } = ledger
  const end = Math.max(nextNode ?? 0, held + points)
  const part = (n: number) => `${(n / end) * 100}%`
  const ticks = [...nodes.map(({ at }) => at), ...(nextNode === null ? [] : [nextNode])]
  return h(
    'div',
    { class: 'ledger' },
    h(
      'p',
      { class: 'ledger-name' },
      h('b', {}, words.name(name)),
      held > 0 && h('span', { class: 'key held' }, words.held(held)),
      h('span', { class: 'key here' }, words.here(points)),
      h(
        'span',
        { class: 'ledger-next' },
        nextNode === null || distance === null ? t.report.noNode : t.report.nextNode(nextNode, distance),
      ),
    ),
    h(
      'div',
      { class: 'ruler', role: 'img', 'aria-label': words.spoken(held, points, nextNode) },
      h('span', { class: 'held', vars: { '--size': part(held) } }),
      h('span', { class: 'here', vars: { '--size': part(points) } }),
      ticks.map((at) =>
        h('i', { class: at === nextNode ? 'tick next' : 'tick', vars: { '--at': part(at) } }),
      ),
    ),
    h(
      'div',
      { class: 'ruler-scale', 'aria-hidden': 'true' },
      spaced(ticks, end).map((at) => h('span', { vars: { '--at': part(at) } }, at)),
    ),
    nodes.length > 0 && h('ul', { class: 'nodes' }, sanctions(nodes, t)),
  )
}

/** Labels may not run into each other; the last one always stays. */
function spaced(ticks: readonly number[], end: number): number[] {
  const kept: number[] = []
  for (const at of [...ticks].reverse())
    if (kept.length === 0 || (kept.at(-1)! - at) / end > 0.06) kept.push(at)
  return kept
}

/** Nodes with the same sanction in one line. */
function sanctions(nodes: LedgerExposure['nodes'], t: Messages): HTMLElement[] {
  const words = t.page.ledger
  const bySanction = new Map<string, number[]>()
  for (const { at, sanction } of nodes) {
    const text = textFor(t, sanction)
    bySanction.set(text, [...(bySanction.get(text) ?? []), at])
  }
  return [...bySanction].map(([text, ats]) => {
    const listed = ats.slice(0, LISTED).join(t.lang === 'en' ? ', ' : '、')
    const rest = ats.length > LISTED ? ` (${words.more(ats.length - LISTED)})` : ''
    return h('li', {}, h('b', {}, words.reached(listed), rest), ' ', text)
  })
}
