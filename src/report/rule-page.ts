/** What there is to say about one rule; the terminal and the documentation say the same. */

import type { Example, RuleInfo } from '../engine/types.js'
import { type Messages, textFor } from '../messages/index.js'
import { costOf, figureOf } from '../score/cost.js'
import type { Charge, Schedule } from '../score/types.js'
import { costText, yuan } from './money.js'

export interface RulePage {
  title: string
  sections: Section[]
}

export interface Section {
  title: string
  /** Paragraphs. */
  text?: string[]
  /** Conversations, line by line. */
  chats?: string[][]
}

export function rulePage(rule: RuleInfo, schedules: readonly Schedule[], messages: Messages): RulePage {
  const { rules: t, report, severities } = messages
  const say = (text: RuleInfo['title']) => textFor(messages, text).trim()
  const where = [severities[rule.severity], t.basis[rule.basis], t.pack(rule.pack)].join(' · ')
  return {
    title: say(rule.title),
    sections: [
      { title: t.meaning, text: [say(rule.explanation)] },
      { title: report.clause, text: [say(rule.clause), where] },
      ...schedules.map((schedule) => ({
        title: `${report.cost} · ${say(schedule.title)} (${schedule.id})`,
        text: costLines(rule, schedule, messages),
      })),
      { title: report.suggestion, text: [say(rule.suggestion)] },
      { title: t.violates, chats: rule.examples.violates.map((example) => chatOf(example, messages)) },
      { title: t.complies, chats: rule.examples.complies.map((example) => chatOf(example, messages)) },
    ],
  }
}

function costLines(rule: RuleInfo, schedule: Schedule, messages: Messages): string[] {
  const { rules: t, report } = messages
  const cost = costText(costOf(schedule, rule.id, undefined), messages)
  const figure = figureOf(schedule, rule.id)
  if (figure === undefined) return [cost]
  const charged = figure.figure === 'none' ? [] : chargeLines(figure, schedule, messages)
  return [
    rule.severity === 'error' ? cost : `${cost} (${report.atRiskOnly})`,
    ...charged,
    t.source(figure.source, figure.date, t.confidence[figure.confidence]),
    ...(figure.note === undefined ? [] : [textFor(messages, figure.note).trim()]),
  ]
}

function chargeLines(figure: Charge, schedule: Schedule, messages: Messages): string[] {
  const { rules: t } = messages
  const { payout, points, ledger, per } = figure
  const pool = schedule.ledgers[ledger ?? schedule.ledger]
  return [
    ...(points > 0 && pool !== undefined ? [t.ledger(textFor(messages, pool.title))] : []),
    ...(payout !== null && 'share' in payout
      ? [
          t.share(
            Math.round(payout.share * 100),
            t.base[payout.base],
            payout.floor === 0 ? '' : yuan(payout.floor),
            yuan(payout.cap),
          ),
        ]
      : []),
    ...(points > 0 || figure.deposit > 0 || payout !== null ? [t.per[per]] : []),
  ]
}

function chatOf({ chat, facts, at }: Example, { roles, rules: t }: Messages): string[] {
  const names: Record<string, string> = { B: roles.buyer, A: roles.agent, S: roles.system }
  const lines = chat.map((line, index) => {
    const named = line.replace(/^([BAS]): ?/, (_, who: string) => `${names[who]}: `)
    return index === at ? `${named}  ← ${t.judged}` : named
  })
  return facts === undefined ? lines : [`(${factsIn(facts).join(', ')})`, ...lines]
}

function factsIn(facts: object, path = ''): string[] {
  return Object.entries(facts).flatMap(([name, fact]) =>
    typeof fact === 'object' && fact !== null && !Array.isArray(fact)
      ? factsIn(fact, `${path}${name}.`)
      : [`${path}${name} = ${[fact].flat().join('|')}`],
  )
}
