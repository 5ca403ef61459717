/** What the boss reads if she reads one sentence. */

import { moneyOf } from '../../report/money.js'
import type { App } from './app.js'
import { h } from './dom.js'
import { grouped } from './numbers.js'

export function conclusion({ t, data }: App): HTMLElement {
  const words = t.page.headline
  const { summary } = data
  const { exposure, findings } = summary
  const money = moneyOf(exposure)
  const checked = words.checked(grouped(summary.conversations), grouped(summary.agentMessages))
  if (findings.error === 0)
    return h('p', { class: 'conclusion' }, checked, h('b', { class: 'good' }, words.clean))

  const costs = [
    ...(exposure.points > 0 ? [words.points(grouped(exposure.points))] : []),
    ...(money > 0 ? [words.money(grouped(money))] : []),
  ]
  const nearest = Object.entries(exposure.ledgers)
    .filter(([, { points, distance }]) => points > 0 && distance !== null)
    .sort(([, a], [, b]) => a.distance! - b.distance!)[0]
  return h(
    'p',
    { class: 'conclusion' },
    checked,
    h('b', {}, words.found(grouped(findings.error))),
    words.ifUpheld,
    costs.length === 0
      ? words.free
      : costs.flatMap((cost, i) => [i > 0 && words.join, h('b', { class: 'bad' }, cost)]),
    words.stop,
    nearest && words.next(nearest[0], nearest[1].distance!, nearest[1].nextNode!),
  )
}
