/** Whatever is sent, the service answers, and nothing is its own fault. */

import { connect } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { audit, post, refusal, startInProcess } from './helpers.js'

/** Records that are nearly right: every field may hold anything. */
const any = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, '__proto__', '2026-13-45', '没有的', -1, 1e308),
)
const field = <T>(right: fc.Arbitrary<T>) =>
  fc.option(fc.oneof({ weight: 9, arbitrary: right }, any), { nil: undefined })
const text = fc.constantFrom('有没有发票', '没有的', '', '\u0000', '\ud800', '微信转账给我吧', '13800000000')
const message = fc.record({
  role: field(fc.constantFrom('buyer', 'agent', 'system')),
  text: field(text),
  time: field(fc.constantFrom('2026-11-01T10:00:00', 'soon', '')),
  sender: field(text),
  kind: field(fc.constantFrom('text', 'image', 'constructor')),
})
const order = fc.record({
  id: field(text),
  buyer: field(text),
  amount: field(fc.double({ min: 0, max: 1e6, noNaN: true })),
  status: field(fc.constantFrom('unpaid', 'paid', 'closed')),
  services: field(fc.array(text)),
})
const record = fc.record({
  id: field(text),
  messages: field(fc.array(message, { maxLength: 6 })),
  buyer: field(text),
  shop: field(
    fc.record({ id: field(text), points: field(fc.dictionary(fc.constantFrom('A', 'B', '__proto__'), any)) }),
  ),
  order: field(order),
  orders: field(fc.array(order, { maxLength: 2 })),
  lacks: field(fc.array(fc.constantFrom('buyerText', 'time'))),
  source: any,
})

test('any context of a check', async () => {
  const { url, faults } = await startInProcess()
  const statuses = new Set<number>()
  await fc.assert(
    fc.asyncProperty(record, async (context) => {
      const { status } = await post(`${url}/v1/check`, { draft: '没有的', context })
      statuses.add(status)
      return status === 200 || status === 422
    }),
    { numRuns: 400 },
  )
  expect([...statuses].sort()).toEqual([200, 422])
  expect(faults).toEqual([])
}, 120_000)

test('any records of an audit', async () => {
  const { url, faults } = await startInProcess()
  await fc.assert(
    fc.asyncProperty(fc.array(record, { maxLength: 8 }), async (records) => {
      const sent = [...records.map((each) => `${JSON.stringify(each)}\n`), refusal('last')]
      const { lines } = await audit(url, sent.join(''))
      expect(lines.at(-1)).toMatchObject({ type: 'summary' })
      expect(
        lines.filter(({ type, conversation }) => type === 'finding' && conversation === 'last'),
      ).toHaveLength(1)
    }),
    { numRuns: 150 },
  )
  expect(faults).toEqual([])
}, 120_000)

test('any bytes of a check', async () => {
  const { url, faults } = await startInProcess()
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const headers = { 'Content-Type': 'application/json' }
      const body = Uint8Array.from(bytes)
      const { status } = await fetch(`${url}/v1/check`, { method: 'POST', headers, body })
      return status === 400 || status === 422
    }),
  )
  expect(faults).toEqual([])
}, 120_000)

test('JSON nested without end', async () => {
  const { url, faults } = await startInProcess()
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  const { status } = await post(`${url}/v1/check`, `{"draft": "x", "context": {"remark": ${deep}}}`)
  expect([status, faults]).toEqual([200, []])
})

test.each([
  ['no HTTP at all', 'hello\r\n\r\n'],
  ['no Host', 'GET /healthz HTTP/1.1\r\n\r\n'],
  ['a Host of its own making', 'GET /healthz HTTP/1.1\r\nHost: a/b?c\r\n\r\n'],
  ['an address of its own making', 'GET http://%%% HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'],
  ['headers without end', `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(1 << 17)}\r\n\r\n`],
])('%s gets a 4xx, and others are answered', async (_, bytes) => {
  const { url, faults } = await startInProcess()
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => {})
  const answer = new Promise<string>((resolve) => socket.once('data', (chunk) => resolve(String(chunk))))
  socket.write(bytes)
  expect(await answer).toMatch(/^HTTP\/1\.1 4\d\d/)
  socket.destroy()
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  expect(faults).toEqual([])
})
