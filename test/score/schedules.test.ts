import { describe, expect, it } from 'vitest'
import { figureOf } from '../../src/score/cost.js'
import { parseSchedule } from '../../src/score/schema.js'
import { note, platform, readYaml } from './helpers.js'

/** Rule, then points, disputed and deposit under `note`, points and disputed under `platform`. */
const FIGURES: [string, number, number | null, number, number, number | null][] = [
  ['invoice/refusal', 6, null, 10000, 6, null],
  ['invoice/surcharge', 6, null, 0, 6, null],
  ['invoice/wrong-item', 6, null, 0, 6, null],
  ['invoice/wrong-amount', 6, null, 0, 6, null],
  ['invoice/no-send-date', 0, null, 0, 0, null],
  ['shipping/broken-free-shipping', 4, null, 0, 4, 6],
  ['shipping/unqualified-free-shipping', 0, null, 0, 0, null],
  ['payment/credit-card-refusal', 4, 6, 0, 6, null],
  ['payment/cod-offer', 4, 6, 0, 4, null],
  ['payment/cod-refusal', 6, null, 0, 6, null],
  ['privacy/buyer-data-leak', 6, null, 0, 6, null],
  ['order/close-without-consent', 1, null, 0, 1, 6],
  ['delivery/install-refusal', 0, null, 0, 0, null],
  ['delivery/guaranteed-date', 0, null, 0, 0, null],
  ['delivery/unhedged-date', 0, null, 0, 0, null],
  ['contact/qq', 6, null, 10000, 6, null],
  ['contact/wechat', 6, null, 10000, 6, null],
  ['contact/phone', 6, null, 10000, 6, null],
  ['contact/offline-store', 6, null, 10000, 6, null],
  ['contact/off-platform-payment', 6, null, 10000, 6, null],
  ['conduct/body-shaming', 0, null, 0, 0, null],
  ['conduct/no-deadline', 0, null, 0, 0, null],
]

describe('the built-in schedules', () => {
  it.each(FIGURES)('%s costs what its sources say', (rule, points, disputed, deposit, points2, disputed2) => {
    expect(figureOf(note, rule)).toMatchObject({ points, disputed, deposit })
    expect(figureOf(platform, rule)).toMatchObject({ points: points2, disputed: disputed2, deposit: 0 })
  })

  it('know the same rules', () => {
    expect(Object.keys(platform.figures)).toEqual(Object.keys(note.figures))
    // Those of the table, with conduct/* as one, and credit-card-surcharge.
    expect(Object.keys(note.figures)).toHaveLength(FIGURES.length)
  })

  it('say so where they have no figure', () => {
    expect(figureOf(note, 'payment/credit-card-surcharge')).toMatchObject({ figure: 'none' })
    expect(figureOf(platform, 'payment/credit-card-surcharge')).toMatchObject({
      points: 6,
      confidence: 'low',
    })
  })

  it('give a source and a date for every figure, and high confidence to none without a first-party page', () => {
    for (const schedule of [note, platform])
      for (const { source, date } of [...Object.values(schedule.figures), ...Object.values(schedule.ledgers)])
        expect([source, date].every(Boolean)).toBe(true)
    const grades = [...Object.values(platform.figures), ...Object.values(platform.ledgers)]
    expect(grades.map(({ confidence }) => confidence)).not.toContain('high')
  })

  it('put leaks in the severe ledger under platform, in the one pool under note', () => {
    expect(figureOf(platform, 'privacy/buyer-data-leak')).toMatchObject({ ledger: 'B' })
    expect(figureOf(note, 'privacy/buyer-data-leak')).toMatchObject({ ledger: null })
    expect(note.ledger).toBe('A')
  })
})

describe('parseSchedule', () => {
  /** The note's schedule with one thing changed. */
  function changed(path: string[], value: unknown): unknown {
    const data = readYaml('note')
    let at = data as Record<string, unknown>
    for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>
    at[path.at(-1)!] = value
    return data
  }

  const QQ = ['figures', 'contact/qq']
  const NODES = ['ledgers', 'A', 'nodes']
  const sanction = { zh: '-', en: '-' }
  const descending = [24, 12].map((at) => ({ at, deposit: 0, sanction }))
  const unknown = { figure: 'none', source: '-', date: 'undated', confidence: 'low' }
  const LATE = ['figures', 'delivery/guaranteed-date', 'payout']

  it.each<[string, string[], unknown, RegExp]>([
    ['an unknown key', [...QQ, 'fine'], 1, /Unrecognized key: .+fine/],
    ['an unknown ledger', [...QQ, 'ledger'], 'C', /no such ledger/],
    ['an unknown default ledger', ['ledger'], 'C', /no such ledger/],
    ['negative points', [...QQ, 'points'], -6, /expected number to be >=0/],
    ['a figure without a source', [...QQ, 'source'], undefined, /"contact\/qq",\s+"source"/],
    ['a date of another form', [...QQ, 'date'], '1 May 2020', /expected YYYY/],
    ['points where there is no figure', [...QQ, 'figure'], 'none', /Unrecognized keys: .+points/],
    ['a payout of no kind', LATE, { share: 0.3 }, /expected fixed, or share, cap/],
    ['a floor above the cap', [...LATE, 'floor'], 501, /floor is above cap/],
    ['a rule id of another form', ['figures', 'QQ'], unknown, /expected a rule id/],
    ['a reset it cannot follow', ['reset'], '06-30T24:00+08:00', /12-31T24:00/],
    ['nodes out of order', NODES, descending, /nodes must ascend/],
    ['repetition of nothing', NODES, [], /no node to repeat/],
    ['deposits on nodes and on figures', [...NODES, '0', 'deposit'], 10000, /not on both/],
  ])('refuses %s', (_, path, value, fault) => {
    expect(() => parseSchedule(changed(path, value))).toThrow(fault)
  })

  it('takes a rule id of the right form', () => {
    expect(parseSchedule(changed(['figures', 'shop/own-rule'], unknown)).figures).toHaveProperty([
      'shop/own-rule',
    ])
  })

  it('fills in what a figure leaves out', () => {
    expect(note.figures['invoice/surcharge']).toMatchObject({
      disputed: null,
      deposit: 0,
      payout: null,
      ledger: null,
      per: 'conversation',
      case: null,
    })
  })
})
