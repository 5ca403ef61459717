import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { JSON_BODY, openAudit, post, refusal, startInProcess } from './helpers.js'

const DRAFT = { draft: '没有的' }

/** A check whose body is sent by hand. */
function openCheck(url: string, headers: Record<string, string | number> = {}) {
  const sent = request(`${url}/v1/check`, { method: 'POST', headers: { ...JSON_BODY, ...headers } })
  const answer = new Promise<{ status: number; body: { error: { code: string } } }>((resolve, reject) => {
    sent.on('error', reject)
    sent.on('response', async (response) => {
      let text = ''
      for await (const chunk of response) text += chunk
      resolve({ status: response.statusCode!, body: JSON.parse(text) })
    })
  })
  return { sent, answer }
}

describe('the size of a body', () => {
  const check = { size: 1000 }

  test('up to the limit it is taken', async () => {
    const { url } = await startInProcess({ check })
    const draft = (length: number) => ({ draft: 'x'.repeat(length - JSON.stringify({ draft: '' }).length) })
    expect((await post(`${url}/v1/check`, draft(1000))).status).toBe(200)
    expect(await post(`${url}/v1/check`, draft(1001))).toMatchObject({
      status: 413,
      body: { error: { code: 'body-too-large', what: expect.stringContaining('1000 bytes') } },
    })
  })

  test('announced or not', async () => {
    const { url } = await startInProcess({ check })
    const { sent, answer } = openCheck(url, { 'Transfer-Encoding': 'chunked' })
    sent.write('{"draft": "')
    sent.write('x'.repeat(2000))
    expect(await answer).toMatchObject({ status: 413, body: { error: { code: 'body-too-large' } } })
    sent.destroy()
  })

  test('the limits that hold by themselves: 256 KB for a draft with its context, 8,000 characters for the draft', async () => {
    const { url } = await startInProcess()
    const context = { messages: [{ role: 'system', kind: 'image', text: 'x'.repeat(1 << 18) }] }
    expect((await post(`${url}/v1/check`, { ...DRAFT, context })).status).toBe(413)
    expect(await post(`${url}/v1/check`, { draft: '亲'.repeat(8001) })).toMatchObject({
      status: 413,
      body: { error: { code: 'draft-too-long' } },
    })
  })
})

describe('the time that a body may take', () => {
  test('a check that does not come to its end', async () => {
    const { url } = await startInProcess({ check: { idle: 2000, total: 2000 } })
    const { sent, answer } = openCheck(url)
    const start = Date.now()
    sent.write('{"draft": ')
    expect(await answer).toMatchObject({ status: 408, body: { error: { code: 'too-slow' } } })
    expect(Date.now() - start).toBeGreaterThan(1900)
    sent.destroy()
  })

  test('nor by dripping', async () => {
    const { url } = await startInProcess({ check: { idle: 2000, total: 1000 } })
    const { sent, answer } = openCheck(url)
    let answered = false
    const told = answer.then((value) => {
      answered = true
      return value
    })
    for (let i = 0; i < 50 && !answered; i++) {
      sent.write(' ')
      await wait(100)
    }
    expect(await told).toMatchObject({ status: 408 })
    sent.destroy()
  })
})

describe('requests at once', () => {
  test('beyond the limit they are sent away, and told when to come again', async () => {
    const { url } = await startInProcess({ audit: { atOnce: 2 } })
    const first = await openAudit(url)
    const second = await openAudit(url)
    const third = await openAudit(url)
    expect([third.response.statusCode, third.response.headers['retry-after']]).toEqual([503, '1'])
    expect(await third.line()).toMatchObject({ error: { code: 'busy', what: expect.stringContaining('2') } })
    // Neither checks nor health wait for audits.
    expect((await post(`${url}/v1/check`, DRAFT)).status).toBe(200)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)

    first.request.end(refusal('c1'))
    for (let next = await first.line(); next !== undefined; next = await first.line());
    const fourth = await openAudit(url)
    expect(fourth.response.statusCode).toBe(200)

    // A client that goes away makes room too.
    second.request.destroy()
    fourth.request.destroy()
    await expect
      .poll(async () => {
        const next = await openAudit(url)
        next.request.destroy()
        return next.response.statusCode
      })
      .toBe(200)
  })

  test('checks that are refused or fail make room', async () => {
    const { url } = await startInProcess({ check: { atOnce: 1, idle: 300 } })
    for (const body of ['{', '{}', '{"draft": 3}'])
      expect((await post(`${url}/v1/check`, body)).status).toBeLessThan(500)
    const { sent, answer } = openCheck(url)
    sent.write('{')
    await wait(100)
    expect((await post(`${url}/v1/check`, DRAFT)).status).toBe(503)
    expect((await answer).status).toBe(408)
    sent.destroy()
    expect((await post(`${url}/v1/check`, DRAFT)).status).toBe(200)
  })
})
