import { describe, expect, test } from 'vitest'
import { agentLoads, dearestSentences, repeatedReplies } from '../../../src/page/report/groups.js'
import { rowsSaid } from './helpers.js'

describe('sentences to retrain', () => {
  test('are one though punctuation, spaces and numbers differ', () => {
    const groups = dearestSentences(
      rowsSaid([{ text: '运费要补25元哦' }, { text: '运费要补 80 元哦~' }, { text: '没有发票' }]),
      false,
    )
    expect(groups.map(({ rows }) => rows.length)).toEqual([2, 1])
  })

  test('stand by what they cost, not by how often they were said', () => {
    const dear = {
      cost: { points: 12, deposit: 0, payout: null, payoutUpTo: null, disputed: null, ledger: 'A' },
    }
    const cheap = { cost: { ...dear.cost, points: 1 } }
    const groups = dearestSentences(
      rowsSaid([
        { text: '甲', found: cheap },
        { text: '甲', found: cheap },
        { text: '乙', found: dear },
      ]),
      false,
    )
    expect(groups.map(({ rows }) => rows[0]!.text)).toEqual(['乙', '甲'])
  })

  test('of the same words are two under two rules', () => {
    const rows = rowsSaid([{ text: '可以的' }, { text: '可以的', found: { rule: 'payment/cod-offer' } }])
    expect(dearestSentences(rows, false)).toHaveLength(2)
  })

  test('leave advice out', () => {
    expect(dearestSentences(rowsSaid([{ found: { severity: 'info' } }]), false)).toEqual([])
  })
})

describe('quick replies', () => {
  const text = '不好意思亲，我们是工厂价，没有发票的哦'

  test('are whole texts sent three times', () => {
    expect(repeatedReplies(rowsSaid([{ text }, { text }]), false)).toEqual([])
    expect(repeatedReplies(rowsSaid([{ text }, { text }, { text }]), false)).toMatchObject([{ sent: 3 }])
  })

  test('are not what one types by hand', () => {
    expect(repeatedReplies(rowsSaid(Array(5).fill({ text: '没有的' })), false)).toEqual([])
  })
})

describe('agents', () => {
  test('stand by points for each 1,000 messages; those with few messages come last', () => {
    const rows = rowsSaid([{ agent: '甲' }, { agent: '甲' }, { agent: '乙' }, { agent: '丙' }])
    const loads = agentLoads(
      rows,
      [
        { name: '甲', messages: 1000 },
        { name: '乙', messages: 200 },
        { name: '丙', messages: 5 },
        { name: '丁', messages: 300 },
      ],
      false,
    )
    expect(loads.map(({ agent, rate }) => [agent, rate])).toEqual([
      ['乙', 30],
      ['甲', 12],
      ['丁', 0],
      ['丙', 1200],
    ])
  })

  test('without a count of messages have no rate', () => {
    expect(agentLoads(rowsSaid([{}]), [], false)[0]!.rate).toBeUndefined()
  })

  test('are charged once a case', () => {
    const rows = rowsSaid([{}, { found: { counted: false } }])
    expect(agentLoads(rows, [], false)[0]!.sums).toMatchObject({ errors: 2, points: 6 })
  })
})
