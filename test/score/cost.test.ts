import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costOf } from '../../src/score/cost.js'
import { note, platform } from './helpers.js'

const LATE = 'delivery/guaranteed-date'

describe('costOf', () => {
  it.each([
    ['note', note, 2600, 500],
    ['note', note, 800, 240],
    ['note', note, 10, 3],
    ['platform', platform, 2600, 500],
    ['platform', platform, 800, 240],
    ['platform', platform, 10, 5],
  ])('%s: payout %#', (_, schedule, amount, payout) => {
    expect(costOf(schedule, LATE, { amount })).toMatchObject({ payout, payoutUpTo: null })
    expect(costOf(schedule, 'delivery/unhedged-date', { amount })).toMatchObject({ payout, payoutUpTo: null })
  })

  it('takes freight out of the base under platform only', () => {
    const order = { amount: 820, freight: 20 }
    expect(costOf(note, LATE, order).payout).toBe(246)
    expect(costOf(platform, LATE, order).payout).toBe(240)
    expect(costOf(platform, LATE, { amount: 10, freight: 20 }).payout).toBe(5)
  })

  it.each([undefined, {}, { freight: 5 }, { amount: Number.NaN }, { amount: -1 }, { amount: Infinity }])(
    'gives the upper bound where the amount is not known: %j',
    (order) => {
      expect(costOf(note, LATE, order)).toMatchObject({ payout: null, payoutUpTo: 500 })
    },
  )

  it('takes an amount of 0 as known', () => {
    expect(costOf(note, LATE, { amount: 0 })).toMatchObject({ payout: 0, payoutUpTo: null })
  })

  it.each([
    [33.35, 10.01],
    [0.01, 0],
    [0.05, 0.02],
    [1666.65, 500],
    [19.99, 6],
  ])('rounds to fen, half up: %d', (amount, payout) => {
    expect(costOf(note, LATE, { amount }).payout).toBe(payout)
  })

  it('needs no order for a fixed payout', () => {
    expect(costOf(note, 'delivery/install-refusal', undefined)).toEqual({
      points: 0,
      deposit: 0,
      payout: 200,
      payoutUpTo: null,
      disputed: null,
      ledger: 'A',
    })
  })

  it('gives the figure of a refusal', () => {
    expect(costOf(note, 'invoice/refusal', { amount: 99 })).toEqual({
      points: 6,
      deposit: 10000,
      payout: null,
      payoutUpTo: null,
      disputed: null,
      ledger: 'A',
    })
    expect(costOf(note, 'payment/credit-card-refusal', undefined)).toMatchObject({ points: 4, disputed: 6 })
    expect(costOf(platform, 'privacy/buyer-data-leak', undefined)).toMatchObject({ points: 6, ledger: 'B' })
  })

  it.each(['payment/credit-card-surcharge', 'shop/own-rule', 'nameless', 'constructor', '__proto__', ''])(
    'has no figure for %s',
    (rule) => {
      expect(costOf(note, rule, { amount: 99 })).toEqual({
        points: 0,
        deposit: 0,
        payout: null,
        payoutUpTo: null,
        disputed: null,
        ledger: 'A',
        noFigure: true,
      })
    },
  )

  it('covers the rest of a topic with topic/*', () => {
    expect(costOf(note, 'conduct/hard-sell', undefined)).not.toHaveProperty('noFigure')
    expect(costOf(note, 'conduct/hard-sell', undefined).points).toBe(0)
  })

  it('stays between floor and cap, grows with the amount, and is whole fen', () => {
    const money = fc.double({ min: 0, max: 1e7, noNaN: true })
    fc.assert(
      fc.property(money, money, money, fc.constantFrom(note, platform), (a, b, freight, schedule) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        const floor = schedule === platform ? 5 : 0
        const low = costOf(schedule, LATE, { amount: less, freight }).payout!
        const high = costOf(schedule, LATE, { amount: more, freight }).payout!
        expect(low).toBeGreaterThanOrEqual(floor)
        expect(high).toBeGreaterThanOrEqual(low)
        expect(high).toBeLessThanOrEqual(500)
        expect(high).toBe(Number(high.toFixed(2)))
      }),
    )
  })
})
