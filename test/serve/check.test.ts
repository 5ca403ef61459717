import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createLinter } from '../../src/index.js'
import { conversationOf } from '../../src/rules/examples.js'
import { kefulint } from '../cli/run.js'
import { post, root, startInProcess } from './helpers.js'

const asked = (text: string, more: object = {}) => ({ ...more, messages: [{ role: 'buyer', text }] })

test('judges a draft in its context, and says by what', async () => {
  const { url } = await startInProcess()
  const { status, body } = await post(`${url}/v1/check`, { draft: '没有的', context: asked('有没有发票') })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    schemaVersion: 1,
    tool: expect.stringMatching(/^kefulint \d/),
    packs: { tmall: expect.any(String) },
    schedule: 'note',
    stage: 'pre-sale',
    findings: [
      { conversation: 'draft', message: 1, rule: 'invoice/refusal', severity: 'error', text: '没有' },
    ],
    cannotJudge: [],
  })
  expect((await post(`${url}/v1/check`, { draft: '没有的' })).body.findings).toEqual([])
})

test('the order, the shop and what the source lacks decide as they do elsewhere', async () => {
  const { url } = await startInProcess()
  const check = async (draft: string, context: object) =>
    (await post(`${url}/v1/check`, { draft, context })).body
  const phone = '我的电话是 0571-88888888'
  expect((await check(phone, { order: { status: 'unpaid' } })).findings).not.toEqual([])
  expect((await check(phone, { order: { status: 'paid' } })).findings).toEqual([])
  const cash = '可以货到付款的'
  expect((await check(cash, { shop: { cashOnDelivery: false } })).findings).not.toEqual([])
  expect((await check(cash, { shop: { cashOnDelivery: true } })).findings).toEqual([])
  expect((await check('没有的', { lacks: ['buyerText'] })).cannotJudge).not.toEqual([])
})

describe('agrees with kefulint check', () => {
  test('on examples of every rule', async () => {
    const { url } = await startInProcess()
    const folder = mkdtempSync(join(tmpdir(), 'kefulint-test-'))
    let found = 0
    const { rules } = createLinter()
    for (const { examples } of rules) {
      const example = examples.violates[0]!
      const { messages, ...facts } = conversationOf(example)
      const at = example.at ?? messages.length - 1
      const context = { ...facts, messages: messages.slice(0, at) }
      const draft = messages[at]!.text
      const file = join(folder, 'context.json')
      writeFileSync(file, JSON.stringify(context))
      const { out } = await kefulint(['check', draft, '--context', file, '--format', 'json'])
      const { problems: _, summary, ...expected } = JSON.parse(out)
      const { stage, ...body } = (await post(`${url}/v1/check`, { draft, context })).body
      expect(body).toEqual(expected)
      expect(summary.stages).toEqual({ [stage]: 1 })
      found += body.findings.length
    }
    expect(found).toBeGreaterThanOrEqual(rules.length)
  })

  test('under a configuration: shop, severities, schedule, own rules, approvals', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'kefulint-test-'))
    const own = /```yaml\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))![1]!
    writeFileSync(join(cwd, 'lifetime.yaml'), own)
    writeFileSync(
      join(cwd, 'kefulint.config.yaml'),
      [
        'shop: { cashOnDelivery: true }',
        'severities: { invoice/refusal: warn }',
        'schedule: platform',
        'rules: [lifetime.yaml]',
        'suppressions:',
        '  - rule: contact/off-platform-payment',
        '    text: 微信转账给我吧',
        '    reason: 试',
        '    approver: 张三',
        '    expires: 2099-01-01',
      ].join('\n'),
    )
    const { url } = await startInProcess({ cwd })
    const judged: unknown[] = []
    for (const draft of ['可以货到付款的', '我们不开发票', '微信转账给我吧', '这款终身质保的']) {
      const { out } = await kefulint(['check', draft, '--format', 'json'], '', undefined, cwd)
      const { problems: _, summary: __, ...expected } = JSON.parse(out)
      const { stage: ___, ...body } = (await post(`${url}/v1/check`, { draft })).body
      expect(body).toEqual(expected)
      judged.push(...body.findings)
    }
    expect(judged).toMatchObject([
      { rule: 'invoice/refusal', severity: 'warn' },
      { rule: 'contact/off-platform-payment', counted: false, suppressed: { approver: '张三' } },
      { rule: expect.stringContaining('lifetime') },
    ])
  })
})

test('masks personal data unless it is asked not to', async () => {
  const { url } = await startInProcess()
  const draft = { draft: '没有的', context: asked('有没有发票，我电话 13800000000') }
  const said = async (query: string) =>
    (await post(`${url}/v1/check${query}`, draft)).body.findings[0].context[0].text
  expect(await said('')).toBe('有没有发票，我电话 138****0000')
  expect(await said('?mask=true')).toBe('有没有发票，我电话 138****0000')
  expect(await said('?mask=false')).toBe('有没有发票，我电话 13800000000')
  expect(await post(`${url}/v1/check?mask=no`, draft)).toMatchObject({
    status: 400,
    body: { error: { code: 'bad-parameter', what: expect.stringContaining('"no"') } },
  })
})

describe('the language', () => {
  test.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', '开'],
    ['en-GB', 'invoice'],
    ['fr, en;q=0.5, zh;q=0.1', 'invoice'],
    ['*', '开'],
    ['', '开'],
  ])('%j', async (accepted, word) => {
    const { url } = await startInProcess({ lang: 'zh-CN' })
    const headers = { 'Content-Type': 'application/json', 'Accept-Language': accepted }
    const { body } = await post(`${url}/v1/check`, { draft: '我们不开发票' }, headers)
    expect(body.findings[0].suggestion).toContain(word)
    const wrong = await post(`${url}/v1/check`, { draft: ' ' }, headers)
    expect(wrong.body.error.what).toMatch(word === 'invoice' ? /empty/ : /空/)
  })
})

describe('says what is wrong with a request', () => {
  test.each([
    ['', 400, 'body-not-json', 'not valid JSON'],
    ['{"draft": "x"', 400, 'body-not-json', 'not valid JSON'],
    ['[]', 422, 'wrong-field', '{}'],
    ['null', 422, 'wrong-field', '{}'],
    [{}, 422, 'missing-field', 'draft'],
    [{ draft: 3 }, 422, 'wrong-field', 'draft'],
    [{ draft: ' \n' }, 422, 'blank-draft', 'draft'],
    [{ draft: 'x', messages: [] }, 422, 'unknown-field', 'messages'],
    [{ draft: 'x', context: [] }, 422, 'wrong-field', 'context'],
    [{ draft: 'x', context: 'y' }, 422, 'wrong-field', 'context'],
    [{ draft: 'x', context: { id: 3 } }, 422, 'wrong-field', 'context.id'],
    [{ draft: 'x', context: { messages: {} } }, 422, 'wrong-field', 'context.messages'],
    [{ draft: 'x', context: { messages: [{ role: 'a' }] } }, 422, 'unknown-role', 'context.messages[0].role'],
    [
      { draft: 'x', context: { messages: [{ role: 'buyer' }] } },
      422,
      'missing-field',
      'context.messages[0].text',
    ],
    [{ draft: 'x', context: { order: { status: 'lost' } } }, 422, 'unknown-value', 'context.order.status'],
    [{ draft: 'x', context: { order: { amount: '9' } } }, 422, 'wrong-field', 'context.order.amount'],
    [{ draft: 'x', context: { shop: { points: 3 } } }, 422, 'wrong-field', 'context.shop.points'],
  ])('%j → %i %s', async (sent, status, code, named) => {
    const { url, faults } = await startInProcess()
    const answer = await post(`${url}/v1/check`, sent)
    expect(answer).toMatchObject({ status, body: { error: { code, todo: expect.stringMatching(/./) } } })
    expect(answer.body.error.what).toContain(named)
    expect(faults).toEqual([])
  })

  test('with the place of a JSON error where it is known', async () => {
    const { url } = await startInProcess()
    const { body } = await post(`${url}/v1/check`, `{"draft": "${'很长'.repeat(40)}",\n  "context" 3}`)
    expect(body.error).toMatchObject({ code: 'body-not-json', line: 2, column: 13 })
  })

  test('in bytes that are no UTF-8', async () => {
    const { url } = await startInProcess()
    const gbk = new Uint8Array([0x7b, 0xc4, 0xe3, 0xba, 0xc3])
    const headers = { 'Content-Type': 'application/json' }
    const response = await fetch(`${url}/v1/check`, { method: 'POST', headers, body: gbk })
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { error: { code: 'body-not-utf8' } },
    ])
  })
})

test('where a context says it was read from is not taken over', async () => {
  const { url } = await startInProcess()
  const context = asked('有没有发票', { source: { line: 3 } })
  const { status, body } = await post(`${url}/v1/check`, { draft: '没有的', context })
  expect([status, body.findings[0].source]).toEqual([200, undefined])
})
