/** The built program as a service: run `npm run build` first. */

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { kefulint } from '../cli/run.js'
import { JSON_BODY, NDJSON_BODY, openAudit, post, refusal, startProcess } from './helpers.js'

const TOKEN = 'test-token-0123456789'

test('says where it is, answers, and ends when asked to', async () => {
  const { url, out, child, exit } = await startProcess()
  expect(out()).toMatch(/^kefulint \S+ is ready: http:\/\/127\.0\.0\.1:\d+\n$/)
  const { body } = await post(`${url}/v1/check`, { draft: '我们不开发票' })
  expect(body.findings).toMatchObject([{ rule: 'invoice/refusal' }])
  child.kill('SIGTERM')
  expect(await exit).toBe(0)
})

test('in Chinese where the environment is', async () => {
  const { url, out } = await startProcess([], { LANG: 'zh_CN.UTF-8' })
  expect(out()).toContain('已就绪')
  expect((await post(`${url}/v1/check`, {})).body.error.what).toMatch(/缺少字段 draft/)
})

describe('stopping', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s: takes nothing new and finishes what has begun',
    async (signal) => {
      const { url, child, err, exit } = await startProcess()
      // A connection that is kept open must not hold it up.
      await (await fetch(`${url}/healthz`)).text()
      const { request, line } = await openAudit(url)
      request.write(refusal('c1'))
      expect(await line()).toMatchObject({ type: 'meta' })
      expect(await line()).toMatchObject({ type: 'finding', conversation: 'c1' })

      child.kill(signal)
      await expect.poll(err).toContain('stopping')
      await expect.poll(() => fetch(`${url}/healthz`).catch(() => 'refused')).toBe('refused')

      request.write(refusal('c2'))
      expect(await line()).toMatchObject({ type: 'finding', conversation: 'c2' })
      request.end()
      expect(await line()).toMatchObject({ type: 'summary', conversations: 2 })
      const end = Date.now()
      expect(await exit).toBe(0)
      expect(Date.now() - end).toBeLessThan(4000)
    },
  )

  test('interrupted again it ends at once', async () => {
    const { url, child, err, exit } = await startProcess()
    const { request, line } = await openAudit(url)
    request.write(refusal('c1'))
    await line()
    child.kill('SIGINT')
    await expect.poll(err).toContain('stopping')
    child.kill('SIGINT')
    expect(await exit).toBe(130)
  })
})

test('the log tells method, path, status, time and counts, and nothing that was said', async () => {
  const { url, child, out, err, exit } = await startProcess()
  const secret = '密语'
  const hidden = encodeURIComponent(secret)
  const conversation = refusal('c1').replace('有没有发票', `有没有发票 ${secret} 13800000000`)
  const posts: [string, unknown, Record<string, string>][] = [
    [`/v1/check`, { draft: `我们不开发票 ${secret}` }, JSON_BODY],
    [`/v1/check?mask=false&note=${hidden}`, { draft: secret, context: { id: secret } }, JSON_BODY],
    [`/v1/check`, `{"draft": ${secret}}`, JSON_BODY],
    [`/v1/check`, { [secret]: 1, draft: 'x' }, JSON_BODY],
    [`/v1/check`, { draft: 'x', context: { order: { status: secret } } }, JSON_BODY],
    [`/v1/check/${hidden}`, {}, JSON_BODY],
    [`/v1/check`, {}, { 'Content-Type': `text/${hidden}` }],
  ]
  for (const [path, body, headers] of posts) await post(`${url}${path}`, body, headers)
  await (
    await fetch(`${url}/v1/audit`, {
      method: 'POST',
      headers: NDJSON_BODY,
      body: `${conversation}${secret}\n`,
    })
  ).text()
  await (await fetch(`${url}/v1/rules/${hidden}/${hidden}`)).text()
  await (await fetch(`${url}/${hidden}`)).text()
  child.kill('SIGTERM')
  expect(await exit).toBe(0)
  expect(err()).not.toMatch(new RegExp(`${secret}|${hidden}|13800000000|发票`, 'i'))
  expect(out()).not.toContain(secret)
  const logged = err().trim().split('\n').slice(0, -1)
  expect(logged.map((line) => line.replace(/\d+ms/, 'ms'))).toEqual([
    'POST /v1/check 200 ms findings=1',
    'POST /v1/check 200 ms findings=0',
    'POST /v1/check 400 ms',
    'POST /v1/check 422 ms',
    'POST /v1/check 422 ms',
    'POST /v1/* 404 ms',
    'POST /v1/check 415 ms',
    'POST /v1/audit 200 ms conversations=1 findings=1 problems=1',
    'GET /v1/rules/:topic/:name 404 ms',
    'GET /* 404 ms',
  ])
})

test('--quiet writes no log', async () => {
  const { url, child, err, exit } = await startProcess(['--quiet'])
  await post(`${url}/v1/check`, { draft: 'x' })
  child.kill('SIGTERM')
  await exit
  expect(err()).not.toContain('/v1/check')
})

describe('the token', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kefulint-test-'))
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const status = async (url: string, token?: string) =>
    (await fetch(`${url}/v1/rules`, { headers: token ? { Authorization: `Bearer ${token}` } : {} })).status

  test('is demanded of any address but that of this machine', async () => {
    for (const host of ['0.0.0.0', '::', '192.0.2.1', '', 'shop.example']) {
      const { code, err } = await kefulint(['serve', '--port', '0', '--host', host])
      expect([code, err]).toEqual([2, expect.stringContaining('[token-needed]')])
    }
  })

  test('comes from a file, and then any address will do', async () => {
    const { url } = await startProcess(['--host', '0.0.0.0', '--token-file', file('token.txt', `${TOKEN}\n`)])
    const { port } = new URL(url)
    expect(await status(`http://127.0.0.1:${port}`)).toBe(401)
    expect(await status(`http://127.0.0.1:${port}`, TOKEN)).toBe(200)
  })

  test('or from the environment, and holds on this machine too', async () => {
    const { url } = await startProcess([], { KEFULINT_TOKEN: TOKEN })
    expect([await status(url), await status(url, TOKEN)]).toEqual([401, 200])
  })

  test('is not taken where it is weak, empty or not there', async () => {
    const serve = async (flags: string[], env: Record<string, string> = {}) => {
      const { code, err } = await kefulint(['serve', '--port', '0', ...flags], '', { LANG: 'en', ...env })
      return [code, /\[(.*?)\]/.exec(err)?.[1]]
    }
    expect(await serve(['--token-file', file('short', 'short')])).toEqual([2, 'bad-token'])
    expect(await serve(['--token-file', file('empty', '\n')])).toEqual([2, 'bad-token'])
    expect(await serve(['--token-file', file('odd', `${TOKEN} ${TOKEN}`)])).toEqual([2, 'bad-token'])
    expect(await serve(['--token-file', join(folder, 'missing')])).toEqual([2, 'missing-file'])
    expect(await serve([], { KEFULINT_TOKEN: '' })).toEqual([2, 'bad-token'])
    expect(await serve(['--token', TOKEN])).toEqual([2, 'unknown-flag'])
  })
})

describe('what keeps it from starting', () => {
  test('a port that is taken', async () => {
    const { url } = await startProcess()
    const { code, err } = await kefulint(['serve', '--port', new URL(url).port])
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/cannot listen on 127\.0\.0\.1:\d+ \(EADDRINUSE\)/),
    ])
  })

  test.each(['x', '-1', '65536', '8620.5', ''])('--port %j', async (port) => {
    const { code, err } = await kefulint(['serve', `--port=${port}`])
    expect([code, err]).toEqual([2, expect.stringContaining('--port')])
  })

  test('a configuration that is wrong, or a baseline that is not there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kefulint-test-'))
    const serve = async (config: string) => {
      writeFileSync(join(folder, 'kefulint.config.yaml'), config)
      const { code, err } = await kefulint(['serve', '--port', '0'], '', undefined, folder)
      return [code, /\[(.*?)\]/.exec(err)?.[1]]
    }
    expect(await serve('shcedule: note')).toEqual([2, 'unknown-setting'])
    expect(await serve('severities: { no/rule: warn }')).toEqual([2, 'unknown-setting'])
    expect(await serve('baseline: missing.json')).toEqual([2, 'no-baseline'])
  })
})
