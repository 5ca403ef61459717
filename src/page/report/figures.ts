import { moneyOf } from '../../report/money.js'
import type { App } from './app.js'
import { h } from './dom.js'
import { grouped, rounded } from './numbers.js'

/** The four figures that a supervisor is asked for. */
export function figures({ t, data }: App): HTMLElement {
  const { figures: words } = t.page
  const { findings, agentMessages, exposure } = data.summary
  const next = Object.entries(exposure.ledgers)
    .filter(([, { points, held, distance }]) => distance !== null && points + held > 0)
    .sort(([, a], [, b]) => a.distance! - b.distance!)[0]
  const perThousand = agentMessages > 0 ? (findings.error * 1000) / agentMessages : 0
  const disputed = exposure.worstPoints > exposure.points
  const money = [
    exposure.deposit > 0 && t.report.deposit(grouped(exposure.deposit)),
    exposure.payout > 0 && t.report.payout(grouped(exposure.payout)),
    exposure.payoutUpTo > 0 && t.report.payoutUpTo(grouped(exposure.payoutUpTo)),
  ].filter((part) => part !== false)
  return h(
    'dl',
    { class: 'figures' },
    figure(words.errors, grouped(findings.error), words.unit.findings, [
      words.perThousand(rounded(perThousand)),
      ...(findings.warn > 0 ? [words.warns(grouped(findings.warn))] : []),
    ]),
    figure(words.points, grouped(exposure.points), words.unit.points, [
      disputed ? words.worst(grouped(exposure.worstPoints)) : words.notDisputed,
    ]),
    figure(words.money, `¥${grouped(moneyOf(exposure))}`, '', money),
    next === undefined
      ? figure(words.distance, '–', '', [words.noNode])
      : figure(words.distance, grouped(next[1].distance!), words.unit.points, [
          words.ledgerNext(next[0], next[1].nextNode!),
        ]),
  )
}

function figure(name: string, value: string, unit: string, notes: readonly string[]): HTMLElement {
  return h(
    'div',
    {},
    h('dt', {}, name),
    h('dd', { class: 'value' }, value, unit !== '' && h('small', {}, unit)),
    notes.map((note) => h('dd', {}, note)),
  )
}
