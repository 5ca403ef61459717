import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCases } from '../../scripts/cases.js'
import { type Conversation, createLinter, loadPack, type Message, type Snapshot } from '../../src/index.js'

const linter = createLinter()
const conversations = readdirSync('fixtures/cases')
  .flatMap((f) => readCases([`fixtures/cases/${f}`]))
  .map((c) => c.conversation)
  .filter((c, i) => i % 3 === 0 && c.messages.length > 2)

const buyer = (text: string): Message => ({ role: 'buyer', text })
const asJson = (snapshot: Snapshot): Snapshot => JSON.parse(JSON.stringify(snapshot))

describe('a session', () => {
  test('begins after the messages of its context', () => {
    const session = linter.session({ messages: [buyer('有QQ吗')] })
    expect(session.draft('有的').findings.map((f) => [f.rule, f.message])).toEqual([['contact/qq', 1]])
  })

  test('a draft changes nothing', () => {
    const session = linter.session({ messages: [buyer('有发票吗')] })
    const before = session.snapshot()
    const first = session.draft('没有的')
    expect(first.findings).toHaveLength(1)
    expect(session.draft('没有的')).toEqual(first)
    expect(session.snapshot()).toEqual(before)
  })

  test('facts that have changed hold for the call they are given with', () => {
    const session = linter.session({ order: { status: 'unpaid' }, messages: [buyer('电话多少')] })
    const draft = '13800000000'
    expect(session.draft(draft).findings.map((f) => f.rule)).toEqual(['contact/phone'])
    expect(session.draft(draft, { order: { status: 'paid' } }).findings).toEqual([])
    expect(session.push({ role: 'agent', text: draft }, { order: { status: 'paid' } }).findings).toEqual([])
    expect(session.draft(draft).findings).toHaveLength(1)
  })

  test('a shop fact as well', () => {
    const session = linter.session({ messages: [buyer('可以货到付款吗')] })
    expect(session.draft('可以的').findings.map((f) => f.rule)).toEqual(['payment/cod-offer'])
    expect(session.draft('可以的', { shop: { cashOnDelivery: true } }).findings).toEqual([])
  })
})

describe('of several orders the first counts', () => {
  const messages: Message[] = [
    buyer('电话多少'),
    { role: 'agent', text: '13800000000' },
    buyer('我付款了'),
    { role: 'agent', text: '好的' },
  ]
  test('its last status does not reach back before the payment', () => {
    for (const order of [
      { order: { status: 'shipped' } },
      { orders: [{ status: 'shipped' }, { status: 'paid' }] },
    ] as const)
      expect(
        linter.checkConversation({ id: 'c', messages, ...order } as Conversation).findings.map((f) => f.rule),
      ).toEqual(['contact/phone'])
  })
  test('what is known now may be given as a list too', () => {
    const session = linter.session({ orders: [{ status: 'unpaid' }], messages: [buyer('电话多少')] })
    expect(session.draft('13800000000').findings).toHaveLength(1)
    expect(session.draft('13800000000', { orders: [{ status: 'paid' }] }).findings).toEqual([])
  })
})

test('a long message that says nothing is judged at once', () => {
  const messages = Array.from(
    { length: 40 },
    (): Message => ({ role: 'agent', text: `${'哈'.repeat(7999)}。` }),
  )
  expect(linter.checkConversation({ id: 'c', messages }).findings).toEqual([])
})

test('a text that is no string, or an unknown role, is refused by every method', () => {
  const wrong = [
    [{ role: 'agent' }, /text must be a string/],
    [{ role: 'customer', text: '在' }, /role is "customer"/],
  ] as const
  for (const [message, said] of wrong) {
    const messages = [message as unknown as Message]
    const order = { status: 'paid' } as const
    expect(() => linter.checkConversation({ id: 'c', messages, order })).toThrow(said)
    expect(() => linter.checkReply('在', { messages })).toThrow(said)
    expect(() => linter.explain('在', { messages })).toThrow(said)
    expect(() => linter.session().push(messages[0]!)).toThrow(said)
  }
})

describe('what is known now', () => {
  test('leaves the other fields of order and shop as they were', () => {
    const session = linter.session({
      shop: { cashOnDelivery: true },
      order: { amount: 88.5, buyer: 'a' },
      messages: [buyer('可以货到付款吗')],
    })
    expect(session.draft('可以的', { shop: { deliveryInstall: true } }).findings).toEqual([])
    const asks = linter.session({ order: { amount: 88.5 }, messages: [buyer('发票能开200吗')] })
    const suggestion = (status: 'paid' | 'unpaid') =>
      asks.draft('可以的', { order: { status } }).findings[0]?.suggestion
    expect(suggestion('paid')).toContain('88.5元')
    expect(suggestion('unpaid')).not.toContain('88.5')
  })
})

describe('a case is charged once', () => {
  const refusal = { role: 'agent' as const, text: '没有发票的' }
  const counted = (verdict: { findings: { counted: boolean }[] }) => verdict.findings.map((f) => f.counted)

  test('in a session as in a conversation', () => {
    const messages = [buyer('有发票吗'), refusal, buyer('真的没有吗'), refusal]
    const session = linter.session({ id: 'c' })
    const pushed = messages.flatMap((m) => session.push(m).findings)
    expect(pushed).toEqual(linter.checkConversation({ id: 'c', messages }).findings)
    expect(pushed.map((f) => f.counted)).toEqual([true, false])
  })

  test('and a draft is told so, without being charged', () => {
    const session = linter.session({ messages: [buyer('有发票吗')] })
    expect(counted(session.draft(refusal.text))).toEqual([true])
    session.push(refusal)
    expect(counted(session.draft(refusal.text))).toEqual([false])
    expect(counted(linter.checkReply(refusal.text, { messages: [buyer('有发票吗'), refusal] }))).toEqual([
      false,
    ])
    const other = linter.session({}, asJson(session.snapshot()))
    expect(counted(other.draft(refusal.text))).toEqual([false])
  })
})

describe('a snapshot', () => {
  test('goes on anywhere as the session would have', () => {
    for (const { messages, ...context } of conversations) {
      const session = linter.session(context)
      let other = linter.session(context)
      for (const message of messages) {
        expect(other.push(message)).toEqual(session.push(message))
        other = createdAnew(other.snapshot(), context)
      }
    }
    function createdAnew(snapshot: Snapshot, context: object) {
      return linter.session(context, asJson(snapshot))
    }
  })

  test('is plain JSON', () => {
    const { snapshot } = linter.session({ messages: conversations[0]!.messages })
    expect(asJson(snapshot())).toEqual(snapshot())
  })

  test('does not grow with the chat', () => {
    const session = linter.session()
    const sizes = conversations.map(({ messages }) => {
      for (const m of messages) session.push(m)
      return JSON.stringify(session.snapshot()).length
    })
    expect(Math.max(...sizes.slice(-200))).toBeLessThan(60_000)
  })

  test('nor with very long messages', () => {
    const session = linter.session()
    for (let i = 0; i < 12; i++) {
      session.push(buyer('有发票吗,明天能发货吗?'.repeat(700)))
      session.push({ role: 'agent', text: '发票可以开的,邮费我们出,明天发货。'.repeat(440) })
    }
    expect(JSON.stringify(session.snapshot()).length).toBeLessThan(200_000)
  })

  test('nor where what is to be named has no end', () => {
    const session = linter.session()
    for (let i = 0; i < 100; i++) {
      session.push(buyer(`发票品名写${'甲乙丙丁'.repeat(1900)}`))
      session.push({ role: 'agent', text: '可以' })
    }
    expect(JSON.stringify(session.snapshot()).length).toBeLessThan(200_000)
  })

  test.each([
    { format: 0, state: {} },
    { format: 3, state: null },
    {},
    { format: 3, charged: [], state: { said: [] } },
  ])('of another format is refused: %j', (snapshot) => {
    expect(() => linter.session({}, snapshot as unknown as Snapshot)).toThrow(/not a snapshot of this format/)
  })

  test('made with other packs is refused: its concepts are numbered otherwise', () => {
    const text = readFileSync('fixtures/input/packs/good/lifetime.yaml', 'utf8')
    const own = createLinter({ extraPacks: [loadPack([{ path: 'a.yaml', text }], 'own')] })
    expect(() => linter.session({}, own.session().snapshot())).toThrow(/made with other packs/)
    expect(() => own.session({}, own.session().snapshot())).not.toThrow()
  })
})

describe('a slip of who calls without types is refused', () => {
  const session = linter.session()
  test.each<[string, () => unknown, RegExp]>([
    [
      'a status',
      () => session.draft('在的', { order: { status: 'payed' as 'paid' } }),
      /order\.status is "payed", expected unpaid/,
    ],
    [
      'a role',
      () => session.push({ role: 'seller' as 'agent', text: '在' }),
      /role is "seller", expected buyer, agent, system/,
    ],
    ['no text', () => session.draft(undefined as unknown as string), /text must be a string/],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(TypeError)
    expect(call).toThrow(message)
  })
})

test('every verdict names what made it', () => {
  const maker = { tool: expect.stringMatching(/^kefulint \d/), packs: linter.packs, schedule: 'note' }
  expect(linter.checkReply('在的')).toMatchObject(maker)
  expect(linter.checkConversation({ id: 'c', messages: [] })).toMatchObject(maker)
  expect(linter.session().push(buyer('在吗'))).toMatchObject(maker)
})
