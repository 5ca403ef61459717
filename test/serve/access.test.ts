import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { JSON_BODY, NDJSON_BODY, post, startInProcess } from './helpers.js'

const TOKEN = 'test-token-0123456789'
const DRAFT = { draft: '没有的' }

/** What the page of another site cannot set, node:http can. */
function withHost(url: string, host: string, path = '/healthz'): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { headers: { Host: host } }, (response) => {
      response.resume()
      resolve(response.statusCode!)
    })
    sent.on('error', reject).end()
  })
}

describe('without a token only this machine is answered', () => {
  test.each([
    ['127.0.0.1:8620', 200],
    ['localhost', 200],
    ['LOCALHOST:1', 200],
    ['[::1]:8620', 200],
    ['rebound.example:8620', 403],
    ['127.0.0.1.example', 403],
    ['localhost.example', 403],
    ['192.0.2.1', 403],
  ])('Host: %s → %i', async (host, status) => {
    const { url } = await startInProcess()
    expect(await withHost(url, host)).toBe(status)
  })

  test('and is told so', async () => {
    const { url } = await startInProcess()
    expect(await withHost(url, 'rebound.example', '/v1/rules')).toBe(403)
    expect((await fetch(`${url}/v1/rules`)).status).toBe(200)
  })
})

test('a Host header that is none is refused before anything else', async () => {
  const { url } = await startInProcess()
  expect(await withHost(url, 'a b')).toBe(400)
})

describe('with a token', () => {
  const check = (url: string, authorization?: string) =>
    post(`${url}/v1/check`, DRAFT, {
      ...JSON_BODY,
      ...(authorization === undefined ? {} : { Authorization: authorization }),
    })

  test('whoever bears it is answered, under any name', async () => {
    const { url } = await startInProcess({ token: TOKEN })
    expect((await check(url, `Bearer ${TOKEN}`)).status).toBe(200)
    expect((await check(url, `bearer ${TOKEN}`)).status).toBe(200)
    expect(await withHost(url, 'kefulint.example')).toBe(200)
  })

  test.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    `Bearer ${TOKEN}x`,
    `Bearer ${TOKEN.slice(0, -1)}`,
    `Bearer ${TOKEN.toUpperCase()}`,
    `Basic ${TOKEN}`,
    TOKEN,
  ])('%j is refused', async (authorization) => {
    const { url } = await startInProcess({ token: TOKEN })
    const { status, headers, body } = await check(url, authorization)
    expect([status, body.error.code]).toEqual([401, 'no-access'])
    expect(headers.get('WWW-Authenticate')).toMatch(/^Bearer/)
  })

  test('everything that judges or tells the rules demands it, health and page do not', async () => {
    const { url } = await startInProcess({ token: TOKEN })
    const status = async (path: string, method = 'GET') => (await fetch(`${url}${path}`, { method })).status
    expect(
      await Promise.all(['/v1/rules', '/v1/rules/invoice/refusal', '/v1/nothing'].map((p) => status(p))),
    ).toEqual([401, 401, 401])
    expect((await post(`${url}/v1/audit`, '', NDJSON_BODY)).status).toBe(401)
    expect(await status('/healthz')).toBe(200)
    // there is no page in this folder, and no token is asked for to say so
    expect(await status('/')).toBe(404)
  })
})

test('no page of another site may read an answer', async () => {
  const { url } = await startInProcess()
  const headers = { ...JSON_BODY, Origin: 'https://elsewhere.example' }
  const { headers: answered } = await post(`${url}/v1/check`, DRAFT, headers)
  expect(answered.get('Access-Control-Allow-Origin')).toBeNull()
  const preflight = await fetch(`${url}/v1/check`, { method: 'OPTIONS', headers })
  expect(preflight.status).toBe(405)
})
