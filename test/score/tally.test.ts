import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { depositBetween, LISTED_NODES, nextNode, nodesBetween } from '../../src/score/nodes.js'
import { createTally } from '../../src/score/tally.js'
import { exposureOf, type Fault, marked, note, platform } from './helpers.js'

const QQ: Fault = { rule: 'contact/qq' }
const CARD: Fault = { rule: 'payment/credit-card-refusal' }
const LEAK: Fault = { rule: 'privacy/buyer-data-leak' }
const LATE = 'delivery/guaranteed-date'

describe('totals', () => {
  it('are nothing for nothing', () => {
    expect(createTally(note).exposure()).toEqual({
      points: 0,
      worstPoints: 0,
      deposit: 0,
      payout: 0,
      payoutUpTo: 0,
      atRisk: {},
      ledgers: { A: { held: 0, points: 0, nextNode: 12, distance: 12, nodes: [] } },
    })
  })

  it('take the deposit from the violations under note', () => {
    expect(exposureOf(note, [[undefined, [QQ, QQ, { rule: 'invoice/refusal' }]]])).toMatchObject({
      points: 12,
      deposit: 20000,
      ledgers: { A: { points: 12, nextNode: 24, nodes: [{ at: 12, deposit: 0 }] } },
    })
  })

  it('take the deposit from the nodes under platform', () => {
    const once = exposureOf(platform, [[undefined, [QQ]]])
    expect(once).toMatchObject({ points: 6, deposit: 0, ledgers: { A: { nextNode: 12, distance: 6 } } })
    const twice = exposureOf(platform, [
      [undefined, [QQ]],
      [undefined, [QQ]],
    ])
    expect(twice).toMatchObject({
      points: 12,
      deposit: 10000,
      ledgers: { A: { nextNode: 24, distance: 12 } },
    })
    expect(twice.ledgers.A!.nodes).toEqual([platform.ledgers.A!.nodes[0]])
  })

  it('keep known payouts and upper bounds apart, without drift', () => {
    const talks = Array.from({ length: 10 }, (_, i): [undefined, Fault[]] => [
      undefined,
      [{ rule: LATE, conversation: `c${i}`, order: { amount: 0.33 } }],
    ])
    expect(exposureOf(note, [...talks, [undefined, [{ rule: LATE }]]])).toMatchObject({
      payout: 1,
      payoutUpTo: 500,
    })
    expect(exposureOf(note, [[undefined, [{ rule: 'delivery/install-refusal' }]]]).payout).toBe(200)
  })

  it('show the higher figure, and count it in the worst case', () => {
    const talks: [undefined, Fault[]][] = [[undefined, [CARD, { rule: 'payment/cod-offer' }]]]
    const usual = exposureOf(note, talks)
    expect(usual).toMatchObject({ points: 8, worstPoints: 12, ledgers: { A: { points: 8, distance: 4 } } })
    const worst = exposureOf(note, talks, { worstCase: true })
    expect(worst).toMatchObject({ points: 12, worstPoints: 12, ledgers: { A: { points: 12, nextNode: 24 } } })
  })
})

describe('ledgers', () => {
  it('add up apart', () => {
    const { points, deposit, ledgers } = exposureOf(platform, [
      [undefined, [QQ, LEAK]],
      [undefined, [LEAK, { rule: 'order/close-without-consent' }]],
    ])
    expect({ points, deposit }).toEqual({ points: 19, deposit: 20000 })
    expect(ledgers).toMatchObject({
      A: { points: 7, nextNode: 12, distance: 5, nodes: [] },
      B: { points: 12, nextNode: 24, distance: 12, nodes: [{ at: 12, deposit: 20000 }] },
    })
  })

  it('start from the points that the shop holds', () => {
    const held = { points: { A: 6, B: 12 } }
    expect(exposureOf(platform, [[undefined, [QQ]]], held)).toMatchObject({
      points: 6,
      deposit: 10000,
      ledgers: {
        A: { held: 6, points: 6, nextNode: 24, distance: 12, nodes: [{ at: 12 }] },
        B: { held: 12, points: 0, nextNode: 24, distance: 12, nodes: [] },
      },
    })
  })

  it('show a ledger that the schedule does not know, without nodes', () => {
    expect(exposureOf(note, [], { points: { B: 7, C: Number.NaN } }).ledgers).toEqual({
      A: { held: 0, points: 0, nextNode: 12, distance: 12, nodes: [] },
      B: { held: 7, points: 0, nextNode: null, distance: null, nodes: [] },
    })
  })

  it('end at expulsion where nodes do not repeat', () => {
    expect(exposureOf(platform, [[undefined, [LEAK]]], { points: { B: 42 } }).ledgers.B).toMatchObject({
      nextNode: null,
      distance: null,
      nodes: [{ at: 48, deposit: 0 }],
    })
  })
})

describe('years', () => {
  it('are reset at midnight in China', () => {
    const { points, deposit, ledgers } = exposureOf(
      platform,
      [
        ['2021-01-01T00:00:00+08:00', [QQ]],
        ['2020-12-31T23:59:59+08:00', [QQ]],
      ],
      { points: { A: 5 } },
    )
    expect({ points, deposit }).toEqual({ points: 12, deposit: 0 })
    expect(ledgers.A).toEqual({ held: 5, points: 6, nextNode: 12, distance: 1, nodes: [] })
  })

  it('follow the clock in China for other offsets', () => {
    const late: [string, Fault[]][] = [
      ['2020-12-31T15:59:59Z', [QQ]],
      ['2020-12-31T16:00:00Z', [QQ]],
    ]
    expect(exposureOf(platform, late).ledgers.A!.points).toBe(6)
  })

  it('take findings without a time, or with one that cannot be read, into the latest', () => {
    const talks: [string | undefined, Fault[]][] = [
      [undefined, [QQ]],
      ['2020-06-01', [QQ]],
      ['2021-06-01', []],
      ['soon', [QQ]],
    ]
    expect(exposureOf(platform, talks)).toMatchObject({
      points: 18,
      deposit: 10000,
      ledgers: { A: { points: 12 } },
    })
  })

  it('keep the deposit of nodes that an earlier year reached', () => {
    const talks: [string, Fault[]][] = [
      ['2020-06-01', [QQ]],
      ['2020-07-01', [QQ]],
      ['2021-06-01', [QQ]],
    ]
    const { deposit, ledgers } = exposureOf(platform, talks, { points: { A: 6 } })
    expect(deposit).toBe(20000)
    expect(ledgers.A).toMatchObject({ held: 6, points: 6, nodes: [{ at: 12 }] })
  })
})

describe('nodes', () => {
  it('agree with a walk over every point', () => {
    const points = fc.nat(400)
    fc.assert(
      fc.property(points, points, fc.constantFrom('A', 'B'), (held, added, name) => {
        const ledger = platform.ledgers[name]!
        const isNode = (n: number) => n > 0 && n % 12 === 0 && (name === 'A' || n <= 48)
        const walked: number[] = []
        for (let n = held + 1; n <= held + added; n++) if (isNode(n)) walked.push(n)
        const nodes = nodesBetween(ledger, held, held + added)
        expect(nodes.map(({ at }) => at)).toEqual(walked)
        expect(depositBetween(ledger, held, held + added)).toBe(nodes.reduce((sum, n) => sum + n.deposit, 0))
        const next = nextNode(ledger, held)
        if (next !== null) expect(isNode(next) && next > held && next - held <= 12).toBe(true)
        else expect(name === 'B' && held >= 48).toBe(true)
      }),
    )
  })

  it('list no more than a report can show, and still sum them all', () => {
    const tally = createTally(platform)
    const found = marked(platform, [QQ])
    for (let i = 0; i < 20_000; i++) tally.add(found)
    const { points, deposit, ledgers } = tally.exposure()
    expect({ points, deposit }).toEqual({ points: 120_000, deposit: 100_000_000 })
    expect(ledgers.A!.nodes).toHaveLength(LISTED_NODES)
    expect(ledgers.A!.nextNode).toBe(120_012)
  })
})

describe('for any findings', () => {
  const fault = fc.record({
    rule: fc.constantFrom(...Object.keys(platform.figures), 'shop/own-rule'),
    severity: fc.constantFrom('error' as const, 'warn' as const, 'info' as const),
    order: fc.option(fc.record({ amount: fc.nat(5000), id: fc.constantFrom('1', '2') }), { nil: undefined }),
  })
  const talks = fc.array(fc.array(fault, { maxLength: 8 }), { maxLength: 8 })

  it('totals are the sums over those counted, however the conversations are ordered', () => {
    fc.assert(
      fc.property(talks, fc.constantFrom(note, platform), fc.boolean(), (all, schedule, worstCase) => {
        const results = all.map((faults) => marked(schedule, faults))
        const tally = createTally(schedule, { worstCase })
        const reversed = createTally(schedule, { worstCase })
        for (const found of results) tally.add(found)
        for (const found of results.toReversed()) reversed.add(found)
        const total = tally.exposure()
        expect(reversed.exposure()).toEqual(total)

        const costs = results.flat().flatMap((found) => (found.counted ? [found.cost] : []))
        const worst = costs.reduce((sum, cost) => sum + Math.max(cost.points, cost.disputed ?? 0), 0)
        const usual = costs.reduce((sum, cost) => sum + cost.points, 0)
        expect(total.worstPoints).toBe(worst)
        expect(total.points).toBe(worstCase ? worst : usual)
        expect(Object.values(total.ledgers).reduce((sum, { points }) => sum + points, 0)).toBe(total.points)
        expect(total.payout).toBeCloseTo(costs.reduce((sum, cost) => sum + (cost.payout ?? 0), 0))
        expect(total.payoutUpTo).toBe(costs.reduce((sum, cost) => sum + (cost.payoutUpTo ?? 0), 0))
      }),
    )
  })
})
