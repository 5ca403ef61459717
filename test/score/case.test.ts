import { describe, expect, it } from 'vitest'
import { exposureOf, type Fault, finding, marked, note } from './helpers.js'

const QQ = 'contact/qq'
const CLOSE = 'order/close-without-consent'
const counted = (faults: Fault[]) => marked(note, faults).map((found) => found.counted)

describe('markCounted', () => {
  it('counts a rule once in a conversation', () => {
    expect(counted([{ rule: QQ }, { rule: QQ, message: 3 }, { rule: 'invoice/refusal' }])).toEqual([
      true,
      false,
      true,
    ])
  })

  it('counts it again in another conversation', () => {
    expect(counted([{ rule: QQ }, { rule: QQ, conversation: 'c2' }])).toEqual([true, true])
  })

  it('never counts warn and info', () => {
    expect(counted([{ rule: QQ, severity: 'warn' }, { rule: QQ, severity: 'info' }, { rule: QQ }])).toEqual([
      false,
      false,
      true,
    ])
  })

  it('counts by order where the schedule says so and the order is known', () => {
    const one = { id: '1' }
    const two = { id: '2' }
    expect(
      counted([
        { rule: CLOSE, order: one },
        { rule: CLOSE, order: two },
        { rule: CLOSE, order: one },
      ]),
    ).toEqual([true, true, false])
    expect(
      counted([
        { rule: QQ, order: one },
        { rule: QQ, order: two },
      ]),
    ).toEqual([true, false])
  })

  it('counts once in a conversation where the order is not known', () => {
    expect(counted([{ rule: CLOSE }, { rule: CLOSE }])).toEqual([true, false])
  })

  it('counts one payout for rules that share a case', () => {
    expect(counted([{ rule: 'delivery/unhedged-date' }, { rule: 'delivery/guaranteed-date' }])).toEqual([
      true,
      false,
    ])
  })

  it('keeps cases apart whatever characters the ids hold', () => {
    expect(
      counted([
        { rule: CLOSE, conversation: 'a","b', order: { id: 'c' } },
        { rule: CLOSE, conversation: 'a', order: { id: 'b","c' } },
      ]),
    ).toEqual([true, true])
  })

  it('leaves its input as it was, and is the same when run again', () => {
    const input = Object.freeze([Object.freeze(finding(note, { rule: QQ }))])
    const once = marked(note, [{ rule: QQ }, { rule: QQ }])
    expect(input[0]!.counted).toBe(false)
    expect(marked(note, [{ rule: QQ }, { rule: QQ }])).toEqual(once)
  })
})

describe('what is at risk', () => {
  const unhedged: Fault = { rule: 'delivery/unhedged-date', severity: 'warn', order: { amount: 800 } }

  it('is shown, not counted, once a case', () => {
    expect(exposureOf(note, [[undefined, [unhedged, { ...unhedged, message: 2 }]]])).toMatchObject({
      payout: 0,
      atRisk: { payout: 240 },
    })
  })

  it('does not double what a guarantee already charges, in either order', () => {
    const guaranteed: Fault = { rule: 'delivery/guaranteed-date', order: { amount: 800 } }
    for (const faults of [
      [unhedged, guaranteed],
      [guaranteed, unhedged],
    ])
      expect(exposureOf(note, [[undefined, faults]])).toMatchObject({ payout: 240, atRisk: {} })
  })

  it('adds up over conversations, with upper bounds apart', () => {
    const unknown: Fault = { rule: 'delivery/unhedged-date', severity: 'warn' }
    const lessSure: Fault = { rule: 'contact/wechat', severity: 'warn' }
    expect(
      exposureOf(note, [
        [undefined, [unhedged]],
        [undefined, [unknown, lessSure]],
      ]).atRisk,
    ).toEqual({ payout: 240, payoutUpTo: 500, points: 6, deposit: 10000 })
  })

  it('leaves out advice', () => {
    expect(exposureOf(note, [[undefined, [{ rule: QQ, severity: 'info' }]]])).toMatchObject({
      points: 0,
      atRisk: {},
    })
  })
})
