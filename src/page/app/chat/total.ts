/** What the whole chat would cost so far, at the foot. */

import type { AppMessages } from '../../../messages/app.js'
import { exposureText } from '../../../report/money.js'
import { h, replace } from '../../report/dom.js'
import type { Play } from './play.js'

export function total(play: Play, t: AppMessages): HTMLElement {
  const { total: words } = t.app
  const foot = h('footer', { class: 'total', 'aria-label': words.label, role: 'region' })

  function draw() {
    const exposure = play.judge.exposure()
    const findings = play.judge.findings()
    const errors = findings.filter(({ severity }) => severity === 'error').length
    const warns = findings.filter(({ severity }) => severity === 'warn').length
    const { atRisk } = exposure
    const next = Object.entries(exposure.ledgers).filter(
      ([, { points, nextNode }]) => points > 0 && nextNode !== null,
    )
    replace(
      foot,
      h(
        'p',
        { class: `sum ${errors > 0 ? 'bad' : 'good'}` },
        errors === 0 ? words.clean : words.said(errors, exposureText(exposure, t)),
      ),
      h(
        'p',
        { class: 'hint' },
        [
          errors > 0 && words.upheld,
          ...next.map(([, { nextNode, distance }]) => t.report.nextNode(nextNode!, distance!)),
          warns > 0 &&
            (Object.keys(atRisk).length > 0 ? words.atRisk(exposureText(atRisk, t)) : words.risky(warns)),
        ]
          .filter(Boolean)
          .join(' · '),
      ),
      h('p', { class: 'hint local' }, t.app.local),
    )
  }

  play.on('chat', draw)
  draw()
  return foot
}
