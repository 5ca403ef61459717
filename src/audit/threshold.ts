/** What `--fail-on` means: from where on a run fails. */

import { failure, type Messages } from '../messages/index.js'
import type { Summary } from '../model.js'
import { moneyOf, yuan } from '../report/money.js'
import type { Gate } from '../report/types.js'
import { THRESHOLD } from '../values.js'

export type Threshold = (summary: Summary) => Gate

export function parseThreshold(value: string, messages: Messages): Threshold {
  const { report: t } = messages
  const gate = (reached: boolean, why: string): Gate => ({
    passed: !reached,
    threshold: value,
    why: reached ? why : '',
  })
  if (value === 'none') return () => gate(false, '')
  if (value === 'error') return ({ findings }) => gate(findings.error > 0, t.failedCount(findings.error))
  if (value === 'warn') {
    return ({ findings }) =>
      gate(findings.error + findings.warn > 0, t.failedCount(findings.error + findings.warn))
  }
  const [, unit, digits] = THRESHOLD.exec(value) ?? []
  const limit = Number(digits)
  if (unit === undefined)
    throw failure(messages, 'bad-flag', {}, '--fail-on', value, 'error | warn | points=N | yuan=N | none')
  if (unit === 'points')
    return ({ exposure }) => gate(exposure.points >= limit, t.failedPoints(exposure.points))
  return ({ exposure }) => gate(moneyOf(exposure) >= limit, t.failedYuan(yuan(moneyOf(exposure))))
}
