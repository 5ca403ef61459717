/** What the draft would cost, beside where it is written. */

import type { AppMessages } from '../../../messages/app.js'
import { costText, exposureText } from '../../../report/money.js'
import { h, replace } from '../../report/dom.js'
import { draftCard, titleOf } from './card.js'
import type { Play } from './play.js'

export function draftPanel(
  play: Play,
  t: AppMessages,
  { take, announce }: { take(reply: string): void; announce(text: string): void },
): HTMLElement {
  const { draft: words } = t.app
  const body = h('div', { class: 'draft-body' })
  const stage = h('span', { class: 'stage' })
  const panel = h(
    'section',
    { class: 'draft', 'aria-labelledby': 'draft-title' },
    h('header', {}, h('h2', { id: 'draft-title' }, words.title), stage),
    body,
  )
  let heard = ''

  function draw() {
    const { verdict } = play
    const findings = verdict?.findings ?? []
    panel.dataset.verdict = verdict === undefined ? 'none' : (findings[0]?.severity ?? 'clean')
    stage.textContent = verdict === undefined ? '' : t.stages[verdict.stage]
    if (verdict === undefined) replace(body, h('p', { class: 'empty' }, words.idle))
    else
      replace(
        body,
        findings.length === 0 &&
          verdict.cannotJudge.length === 0 &&
          h('p', { class: 'good clean' }, words.clean),
        findings.map((finding) => draftCard(play, finding, t, take)),
        verdict.cannotJudge.map(({ why }) =>
          h(
            'p',
            { class: 'notice' },
            t.report.cannotJudge,
            t.lang === 'en' ? ': ' : '：',
            t.report.missing(why),
          ),
        ),
        findings.some(({ counted }) => counted) &&
          h('p', { class: 'hint if-sent' }, words.ifSent(exposureText(verdict.exposure, t))),
      )
    // each verdict once, not at every key
    const now = findings
      .map((finding) => `${titleOf(play, finding, t)} ${costText(finding.cost, t)}`)
      .join(t.lang === 'en' ? '; ' : '；')
    if (now !== heard && now !== '') announce(words.heard(findings.length, now))
    if (now === '' && heard !== '' && verdict !== undefined) announce(words.clean)
    heard = now
  }

  play.on('draft', draw)
  draw()
  return panel
}
