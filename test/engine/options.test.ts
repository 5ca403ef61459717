import { describe, expect, test } from 'vitest'
import { type Conversation, createLinter } from '../../src/index.js'

const invoice: Conversation = {
  id: 'c',
  messages: [
    { role: 'buyer', text: '有没有发票' },
    { role: 'agent', text: '没有的' },
  ],
}
const cashOnDelivery: Conversation = {
  id: 'c',
  messages: [
    { role: 'buyer', text: '可以货到付款吗' },
    { role: 'agent', text: '可以的' },
  ],
}
const rulesOf = (found: { findings: { rule: string }[] }) => found.findings.map(({ rule }) => rule)

describe('severities', () => {
  test('take the place of the rule’s own', () => {
    const linter = createLinter({ severities: { 'invoice/refusal': 'warn' } })
    expect(linter.checkConversation(invoice).findings).toMatchObject([
      { rule: 'invoice/refusal', severity: 'warn', counted: false },
    ])
    expect(linter.rules.find(({ id }) => id === 'invoice/refusal')?.severity).toBe('warn')
  })

  test('off leaves the rule out', () => {
    const linter = createLinter({ severities: { 'invoice/refusal': 'off' } })
    expect(linter.checkConversation(invoice).findings).toEqual([])
    expect(linter.rules.some(({ id }) => id === 'invoice/refusal')).toBe(false)
  })

  test('of a rule that does not exist are refused; a rule of a pack that is not in use exists', () => {
    expect(() => createLinter({ severities: { 'invoice/refuse': 'off' } })).toThrow(
      /^no rule "invoice\/refuse"; known are .*invoice\/refusal/,
    )
    createLinter({ packs: ['service'], severities: { 'invoice/refusal': 'warn' } })
  })
})

describe('shop', () => {
  const linter = createLinter({ shop: { cashOnDelivery: true, points: { A: 20 } } })

  test('is what holds for conversations that do not state it', () => {
    expect(rulesOf(createLinter().checkConversation(cashOnDelivery))).toEqual(['payment/cod-offer'])
    expect(rulesOf(linter.checkConversation(cashOnDelivery))).toEqual([])
    expect(rulesOf(linter.checkReply('可以的', { messages: cashOnDelivery.messages.slice(0, 1) }))).toEqual(
      [],
    )
    expect(
      rulesOf(linter.checkConversation({ ...cashOnDelivery, shop: { id: 's', cashOnDelivery: null } })),
    ).toEqual([])
  })

  test('gives way to what a conversation states', () => {
    const stated = { ...cashOnDelivery, shop: { cashOnDelivery: false } }
    expect(linter.checkConversation(stated).findings).toMatchObject([
      { rule: 'payment/cod-offer', assumes: [] },
    ])
  })

  test('says which points are held', () => {
    expect(linter.tally().exposure().ledgers.A?.held).toBe(20)
    expect(linter.tally({ A: 3 }).exposure().ledgers.A?.held).toBe(3)
  })
})

test('what is left of a case is counted anew', () => {
  const linter = createLinter()
  const twice = {
    ...invoice,
    messages: [...invoice.messages, { role: 'agent' as const, text: '本店不开发票' }],
  }
  const { findings } = linter.checkConversation(twice)
  expect(findings.map(({ counted }) => counted)).toEqual([true, false])
  expect(linter.count(findings.slice(1)).map(({ counted }) => counted)).toEqual([true])
})
