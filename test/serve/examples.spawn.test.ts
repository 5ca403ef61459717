/** The examples as they are shipped, against the built program: run `npm run build` first. Needs python3, bash and curl. */

import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { post, refusal, root, spawnServer } from './helpers.js'

const TOKEN = 'test-token-0123456789'

/** For all tests: the service keeps nothing of what it is sent. */
let open: Awaited<ReturnType<typeof spawnServer>>
let guarded: typeof open
beforeAll(async () => {
  ;[open, guarded] = await Promise.all([spawnServer(), spawnServer([], { KEFULINT_TOKEN: TOKEN })])
})
afterAll(() => {
  for (const { child } of [open, guarded]) child.kill('SIGKILL')
})

async function run(
  command: string,
  args: string[],
  { input = '', ...options }: SpawnOptions & { input?: string },
) {
  const child = spawn(command, args, { cwd: root, ...options })
  const done = once(child, 'close')
  let [out, err] = ['', '']
  child.stdout!.on('data', (chunk) => {
    out += chunk
  })
  child.stderr!.on('data', (chunk) => {
    err += chunk
  })
  // a client that is refused may go before it has read what it was given
  child.stdin!.on('error', () => {})
  child.stdin!.end(input)
  const [code] = await done
  return { code, out, err }
}

const env = (url: string, more: Record<string, string> = {}) => ({
  ...process.env,
  KEFULINT_URL: url,
  KEFULINT_TOKEN: '',
  PYTHONUTF8: '1',
  ...more,
})

const clean = `${JSON.stringify({ id: 'clean', messages: [{ role: 'agent', text: '您好，在的' }] })}\n`
const violating = `${refusal('c1')}{broken\n${refusal('c2')}`

function file(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'kefulint-test-')), 'chats.ndjson')
  writeFileSync(path, text)
  return path
}

describe('the Python client', () => {
  const python = (url: string, args: string[], more: Record<string, string> = {}) =>
    run('python3', [join(root, 'examples/clients/kefulint_client.py'), ...args], { env: env(url, more) })

  test('checks one reply', async () => {
    const { url } = open
    const found = await python(url, ['check', '没有的', '--question', '有没有发票'])
    expect(found).toMatchObject({ code: 1, err: '' })
    expect(found.out).toContain('error invoice/refusal 「没有」')
    expect(await python(url, ['check', '没有的', '--question', '有没有红色'])).toEqual({
      code: 0,
      out: '',
      err: '',
    })
    const phone = ['check', '我的电话是 0571-88888888']
    expect((await python(url, phone)).code).toBe(1)
    expect((await python(url, [...phone, '--paid'])).code).toBe(0)
  })

  test('audits a file', async () => {
    const { url } = open
    const { code, out, err } = await python(url, ['audit', file(violating)])
    expect([code, err]).toEqual([1, expect.stringContaining('<body>:2')])
    expect(out.split('\n')).toEqual([
      expect.stringContaining('c1:1 error invoice/refusal'),
      expect.stringContaining('c2:1 error invoice/refusal'),
      '2 conversations, 2 errors, 0 warnings',
      '',
    ])
    expect((await python(url, ['audit', file(clean)])).code).toBe(0)
  })

  test('sends and reads at the same time: more than any buffer holds', async () => {
    const { url } = open
    const tip = { role: 'agent', kind: 'image', text: '欢迎光临，请稍等。'.repeat(400) }
    const messages = [tip, { role: 'buyer', text: '有没有发票' }, tip, { role: 'agent', text: '没有的' }]
    const lines = Array.from({ length: 1000 }, (_, i) => JSON.stringify({ id: `c${i}`, messages }))
    const { code, out } = await python(url, ['audit', file(lines.join('\n'))])
    expect([code, out.trim().split('\n').at(-1)]).toEqual([1, '1000 conversations, 1000 errors, 0 warnings'])
  }, 120_000)

  test('says what the service refuses', async () => {
    const { url } = guarded
    expect(await python(url, ['check', 'x'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('401 no-access'),
    })
    expect(await python(url, ['audit', file(violating)])).toMatchObject({ code: 2 })
    expect(await python(url, ['check', 'x'], { KEFULINT_TOKEN: TOKEN })).toMatchObject({ code: 0, err: '' })
    expect(await python(url, ['audit', file(clean)], { KEFULINT_TOKEN: TOKEN })).toMatchObject({ code: 0 })
  })

  test('and where there is none', async () => {
    expect(await python('http://127.0.0.1:9', ['check', 'x'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('127.0.0.1:9'),
    })
  })
})

describe('the shell client', () => {
  const shell = (url: string, args: string[], input = '', more: Record<string, string> = {}) =>
    run(join(root, 'examples/clients/kefulint.sh'), args, { env: env(url, more), input })

  test('checks one reply', async () => {
    const { url } = open
    const draft = { draft: '没有的', context: { messages: [{ role: 'buyer', text: '有没有发票' }] } }
    const { code, out, err } = await shell(url, ['check'], JSON.stringify(draft))
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out).findings).toMatchObject([{ rule: 'invoice/refusal' }])
  })

  test('audits what comes in', async () => {
    const { url } = open
    const { code, out } = await shell(url, ['audit'], violating)
    const types = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).type)
    expect([code, types]).toEqual([0, ['meta', 'problem', 'finding', 'finding', 'summary']])
  })

  test('lists the rules', async () => {
    const { url } = open
    expect(JSON.parse((await shell(url, ['rules'])).out).rules.length).toBeGreaterThan(10)
  })

  test('fails where it is refused, with the reason', async () => {
    const { url } = guarded
    const refused = await shell(url, ['check'], '{}')
    expect([refused.code, JSON.parse(refused.out).error.code]).toEqual([22, 'no-access'])
    const wrong = await shell(url, ['check'], '{}', { KEFULINT_TOKEN: TOKEN })
    expect([wrong.code, JSON.parse(wrong.out).error.code]).toEqual([22, 'missing-field'])
    expect((await shell(url, ['nothing'])).code).toBe(2)
  })
})

describe('the middleware', () => {
  async function chatTool(): Promise<string> {
    const server = join(root, 'examples/middleware/server.js')
    const child = spawn(process.execPath, [server], { env: { ...process.env, PORT: '0' } })
    onTestFinished(() => void child.kill('SIGKILL'))
    const [line] = await once(child.stdout, 'data')
    return String(line).trim()
  }

  test('holds a reply back until just its findings are confirmed', async () => {
    const url = `${await chatTool()}/send`
    const held = await post(url, { chat: 'c1', text: '没有的' })
    expect(held).toMatchObject({
      status: 409,
      body: {
        held: true,
        findings: [{ rule: 'invoice/refusal', severity: 'error', suggestion: expect.stringMatching(/./) }],
      },
    })
    const { confirm: confirmed } = held.body
    expect(confirmed).toHaveLength(1)
    const other = await post(url, { chat: 'c1', text: '我们店不开发票', confirmed })
    expect([other.status, other.body.held]).toEqual([409, true])
    expect(await post(url, { chat: 'c1', text: '没有的', confirmed })).toMatchObject({
      status: 200,
      body: { sent: true, messages: 2 },
    })
  })

  test('lets go what violates nothing, with what was said before in view', async () => {
    const url = `${await chatTool()}/send`
    expect(await post(url, { chat: 'c1', text: '有的亲，拍下备注抬头就可以' })).toMatchObject({ status: 200 })
    expect(await post(url, { chat: 'none', text: 'x' })).toMatchObject({ status: 400 })
  })

  test('its page shows the fingerprint that is asked for', async () => {
    const page = readFileSync(join(root, 'examples/middleware/README.md'), 'utf8')
    const { body } = await post(`${await chatTool()}/send`, { chat: 'c1', text: '没有的' })
    expect(page).toContain(`"confirmed": ["${body.confirm[0]}"]`)
  })
})
