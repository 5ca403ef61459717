/** The settings of a run, folded away: nobody needs them for a first look. */

import { schedules } from '../../linter.js'
import type { AuditTexts } from '../../messages/audit-page.js'
import { type Messages, textFor } from '../../messages/index.js'
import { ENCODINGS } from '../../read/decode.js'
import { choice, count, tick } from '../fields.js'
import { h } from '../report/dom.js'
import type { Settings } from './settings.js'

/** The names under which people know them. */
const SHOWN_ENCODINGS = ['utf-8', 'gb18030', 'gbk', 'utf-16le', 'utf-16be'].filter(
  (name) => name in ENCODINGS,
)

export function optionFields(settings: Settings, t: Messages, words: AuditTexts): HTMLElement {
  const ledgers = [...new Set(schedules.flatMap((schedule) => Object.keys(schedule.ledgers)))]
  const group = (name: string, ...fields: HTMLElement[]) =>
    h('fieldset', { class: 'group' }, h('legend', {}, name), fields)
  const fact = (name: keyof AuditTexts['facts']) =>
    choice(
      words.facts[name],
      [
        ['', words.unknown],
        ['yes', words.yes],
        ['no', words.no],
      ],
      settings.facts[name] === undefined ? '' : settings.facts[name] ? 'yes' : 'no',
      (value) => {
        settings.facts[name] = value === '' ? undefined : value === 'yes'
      },
    )
  return h(
    'details',
    { class: 'audit-options' },
    h('summary', {}, words.options),
    group(
      words.shopGroup,
      fact('cashOnDelivery'),
      fact('deliveryInstall'),
      ...ledgers.map((ledger) =>
        count(words.held(ledger), settings.points[ledger] ?? 0, (points) => {
          settings.points[ledger] = points
        }),
      ),
    ),
    group(
      words.costGroup,
      choice(
        words.schedule,
        schedules.map(({ id, title }) => [id, textFor(t, title)] as const),
        settings.schedule,
        (id) => {
          settings.schedule = id
        },
      ),
      tick(words.worstCase, settings.worstCase, (on) => {
        settings.worstCase = on
      }),
    ),
    group(
      words.inputGroup,
      choice(
        words.encoding,
        [['', words.automatic], ...SHOWN_ENCODINGS.map((name) => [name, name] as const)],
        settings.encoding ?? '',
        (name) => {
          settings.encoding = name === '' ? undefined : name
        },
      ),
      tick(words.mask, settings.mask, (on) => {
        settings.mask = on
      }),
    ),
  )
}
