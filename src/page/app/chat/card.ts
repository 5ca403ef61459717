/** A finding in full, beside the draft; and folded, beneath a message that was sent. */

import type { AppMessages } from '../../../messages/app.js'
import { textFor } from '../../../messages/index.js'
import type { Finding } from '../../../model.js'
import { costText } from '../../../report/money.js'
import { type Child, h } from '../../report/dom.js'
import type { Play } from './play.js'
import { suggestionFor } from './suggestion.js'

/** `take` is given the reply to put in the draft's place. */
export function draftCard(
  play: Play,
  finding: Finding,
  t: AppMessages,
  take: (draft: string) => void,
): HTMLElement {
  const { severity } = finding
  const { reply, clause } = suggestionFor(play.linter, finding)
  const button = (name: string, draft: string) =>
    h('button', { type: 'button', class: 'button', on: { click: () => take(draft) } }, name)
  return h(
    'article',
    { class: `finding current ${severity}`, 'aria-label': titleOf(play, finding, t) },
    h(
      'header',
      {},
      h('span', { class: 'tag' }, t.severities[severity]),
      h('h3', {}, titleOf(play, finding, t)),
    ),
    facts(play, finding, t),
    h(
      'div',
      { class: 'take' },
      clause && button(t.app.draft.takeClause, clause.draft),
      button(t.app.draft.take, reply),
    ),
  )
}

export function sentCard(play: Play, finding: Finding, t: AppMessages, open: boolean): HTMLElement {
  const { severity, cost } = finding
  return h(
    'details',
    { class: `finding sent ${severity}`, 'data-id': finding.id, open },
    h(
      'summary',
      {},
      h('span', { class: 'tag' }, t.severities[severity]),
      h('b', {}, titleOf(play, finding, t)),
      h('span', { class: finding.counted ? 'price' : 'price uncounted' }, costText(cost, t)),
    ),
    facts(play, finding, t),
  )
}

function facts(play: Play, finding: Finding, t: AppMessages): HTMLElement {
  const { report } = t
  const rule = ruleOf(play, finding)
  const { reply, english, clause } = suggestionFor(play.linter, finding)
  const line = (name: string, kind: string, ...content: Child[]) =>
    h('div', { class: kind }, h('dt', {}, name), h('dd', {}, content))
  const uncounted =
    finding.counted || finding.severity === 'info'
      ? ''
      : finding.severity === 'warn'
        ? report.atRiskOnly
        : report.notCounted
  const assumed = finding.assumes.map(report.assumption).join(t.lang === 'en' ? ', ' : '，')
  return h(
    'dl',
    {},
    line(report.cost, 'cost', costText(finding.cost, t), uncounted !== '' && h('small', {}, uncounted)),
    line(report.clause, 'clause', rule === undefined ? finding.clause : textFor(t, rule.clause)),
    assumed !== '' && line(report.assumes, 'assumes', assumed),
    clause && line(t.app.draft.clause, 'say', h('span', { lang: 'zh-CN' }, clause.text)),
    line(
      clause ? t.app.draft.reply : report.suggestion,
      'say',
      h('span', { lang: 'zh-CN' }, reply),
      t.lang === 'en' && h('small', {}, english),
    ),
  )
}

const ruleOf = (play: Play, { rule }: Finding) => play.linter.rules.find(({ id }) => id === rule)

export function titleOf(play: Play, finding: Finding, t: AppMessages): string {
  const rule = ruleOf(play, finding)
  return rule === undefined ? finding.rule : textFor(t, rule.title)
}
