import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { framesOf } from '../../src/cli/serve.js'
import { createLinter, type Linter } from '../../src/index.js'
import { kefulint } from '../cli/run.js'
import { audit, JSON_BODY, NDJSON_BODY, post, refusal, startInProcess } from './helpers.js'

const get = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(url, { headers })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) }
}

test('GET /healthz tells that it answers, and as what', async () => {
  const { url } = await startInProcess()
  const { status, json } = await get(`${url}/healthz`)
  const { packs } = createLinter()
  expect([status, json()]).toEqual([
    200,
    { status: 'ok', schemaVersion: 1, tool: expect.stringMatching(/^kefulint \d/), packs, schedule: 'note' },
  ])
})

describe('GET /v1/rules', () => {
  test('tells what kefulint rules tells', async () => {
    const { url } = await startInProcess()
    const { rules, packs } = (await get(`${url}/v1/rules`)).json()
    expect(rules).toEqual(JSON.parse((await kefulint(['rules', '--format', 'json'])).out))
    expect(Object.keys(packs)).toEqual(['tmall', 'extension', 'service'])
  })

  test('and one rule', async () => {
    const { url } = await startInProcess()
    const { rule, packs } = (await get(`${url}/v1/rules/invoice/refusal`)).json()
    expect(rule).toEqual(JSON.parse((await kefulint(['rules', 'invoice/refusal', '--format', 'json'])).out))
    expect(packs.tmall).toBeTruthy()
  })

  test('a rule that is none is not found, those near it are named', async () => {
    const { url } = await startInProcess()
    const { status, json } = await get(`${url}/v1/rules/invoice/refuse`)
    expect([status, json()]).toMatchObject([
      404,
      { error: { code: 'unknown-rule', todo: expect.stringContaining('invoice/refusal') } },
    ])
  })

  test('only of the packs that were asked for', async () => {
    const { url } = await startInProcess({ flags: { pack: ['service'], schedule: 'platform' } })
    const { rules, packs, schedule } = (await get(`${url}/v1/rules`)).json()
    expect(new Set(rules.map(({ pack }: { pack: string }) => pack))).toEqual(new Set(['service']))
    expect([Object.keys(packs), schedule]).toEqual([['service'], 'platform'])
  })
})

describe('GET /', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kefulint-test-'))
  const file = join(folder, 'kefulint.html')

  test('shows the page where it was built', async () => {
    const html = '<!doctype html><meta charset="utf-8"><title>客服话术检查</title>'
    writeFileSync(file, html)
    const { url } = await startInProcess({ page: pathToFileURL(file) })
    const { status, headers, text } = await get(url)
    expect([status, headers.get('content-type'), text]).toEqual([200, 'text/html; charset=utf-8', html])
    expect(headers.get('content-security-policy')).toBe("frame-ancestors 'none'")
  })

  test('else says what to do', async () => {
    const { url } = await startInProcess({ page: pathToFileURL(join(folder, 'other.html')) })
    const { status, json } = await get(url)
    expect([status, json()]).toMatchObject([
      404,
      { error: { code: 'no-page', todo: expect.stringContaining('npm run build') } },
    ])
  })
})

describe('what is not there', () => {
  test('an unknown address names those that are', async () => {
    const { url } = await startInProcess()
    for (const path of ['/nothing', '/v1', '/v1/check/', '/v1/rules/invoice', '/v1/check/%E4%BD%A0']) {
      const { status, json } = await get(`${url}${path}`)
      expect([status, json()]).toMatchObject([404, { error: { code: 'no-such-path' } }])
      expect(json().error.todo).toContain('POST /v1/check')
    }
  })

  test.each([
    ['GET', '/v1/check', 'POST'],
    ['PUT', '/v1/audit', 'POST'],
    ['POST', '/v1/rules', 'GET, HEAD'],
    ['DELETE', '/v1/rules/invoice/refusal', 'GET, HEAD'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['POST', '/', 'GET, HEAD'],
  ])('%s %s: only %s', async (method, path, allowed) => {
    const { url } = await startInProcess()
    const response = await fetch(`${url}${path}`, { method })
    expect([response.status, response.headers.get('Allow')]).toEqual([405, allowed])
    expect((await response.json()).error.code).toBe('wrong-method')
  })

  test('HEAD is GET without a body', async () => {
    const { url } = await startInProcess()
    const response = await fetch(`${url}/healthz`, { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })
})

describe('a body of another type is refused', () => {
  test.each([
    ['/v1/check', 'text/plain', 'application/json'],
    ['/v1/check', 'application/x-www-form-urlencoded', 'application/json'],
    ['/v1/audit', 'application/json', 'application/x-ndjson'],
    ['/v1/audit', 'text/plain;charset=UTF-8', 'application/x-ndjson'],
  ])('%s %s', async (path, type, expected) => {
    const { url } = await startInProcess()
    const { status, body } = await post(`${url}${path}`, '{}', { 'Content-Type': type })
    expect([status, body.error.code]).toEqual([415, 'wrong-content-type'])
    expect(body.error.todo).toContain(expected)
  })

  test.each(['/v1/check', '/v1/audit'])('%s compressed', async (path) => {
    const { url } = await startInProcess()
    const headers = { ...(path === '/v1/check' ? JSON_BODY : NDJSON_BODY), 'Content-Encoding': 'gzip' }
    const { status, body } = await post(`${url}${path}`, '{}', headers)
    expect([status, body.error.code]).toEqual([415, 'encoded-body'])
  })
})

test('answers are not to be kept nor guessed at', async () => {
  const { url } = await startInProcess()
  for (const path of ['/healthz', '/v1/rules', '/nothing']) {
    const { headers } = await get(`${url}${path}`)
    expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([
      'no-store',
      'nosniff',
    ])
  }
})

describe('a fault of the program', () => {
  // Stands in for one that nobody knows of yet; like a real one it quotes what was said.
  const broken = (text: string): never => {
    throw new TypeError(`cannot read ${text}`)
  }
  const linter = {
    ...createLinter(),
    checkReply: broken,
    checkConversation: (c) => broken(c.messages[0]!.text),
  } as Linter
  const SAID = '没有的'

  test('is told without a stack and without what was said', async () => {
    const { url, faults } = await startInProcess({ linter })
    const { status, body } = await post(`${url}/v1/check`, { draft: SAID })
    expect([status, body]).toEqual([
      500,
      { error: { code: 'server-fault', what: expect.any(String), todo: expect.any(String) } },
    ])
    expect(JSON.stringify(body)).not.toMatch(/没有的|TypeError|\.ts\b|\bat \S+ \(/)
    expect(faults).toMatchObject([{ name: 'TypeError' }])
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })

  test('in the midst of an audit too', async () => {
    const { url, faults, log } = await startInProcess({ linter })
    const { lines, text } = await audit(url, refusal('c1'))
    expect(lines).toMatchObject([{ type: 'meta' }, { type: 'problem', code: 'server-fault' }])
    expect(text).not.toMatch(/有没有发票|TypeError/)
    expect(faults).toHaveLength(1)
    await expect.poll(() => log).toEqual([expect.stringMatching(/incomplete=1$/)])
  })

  test('shows where it happened on standard error, not what was said', () => {
    try {
      broken(SAID)
    } catch (error) {
      expect(framesOf(error)).toMatch(/^TypeError\n\s+at .*endpoints\.test/)
      expect(framesOf(error)).not.toContain(SAID)
    }
    expect.assertions(2)
  })
})
