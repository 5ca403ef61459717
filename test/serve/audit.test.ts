import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { fixture, kefulint } from '../cli/run.js'
import { audit, NDJSON_BODY, openAudit, post, refusal, root, startInProcess } from './helpers.js'

describe('agrees with kefulint audit', () => {
  const names = readdirSync(fixture('')).filter((name) => name.endsWith('.ndjson'))
  const files = [...names.map(fixture), join(root, 'fixtures/demo/两店一个月.ndjson')]

  test.each(files)('%s', async (file) => {
    const { url, faults } = await startInProcess()
    const flags = ['--format', 'ndjson', '--input-format', 'ndjson', '--encoding', 'utf-8']
    const { out } = await kefulint(['audit', file, ...flags])
    const sent = await audit(url, Uint8Array.from(readFileSync(file)))
    const expected = out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
    expect(sent.status).toBe(200)
    // An empty file is a fault on disk; an empty body is no conversations.
    const onDisk = expected.filter(({ code }) => code !== 'empty-file')
    const elsewhere = onDisk.map((line) =>
      JSON.parse(JSON.stringify(line).replaceAll(JSON.stringify(file), '"<body>"')),
    )
    expect(sent.lines).toEqual(elsewhere)
    expect(sent.lines.map(({ type }) => type)).toContain('summary')
    expect(faults).toEqual([])
  })

  test('of which some hold findings, some cannot be judged, some have problems', () => {
    expect(files.length).toBeGreaterThan(8)
  })
})

test('answers while the conversations still come in', async () => {
  const { url } = await startInProcess()
  const { request, line } = await openAudit(url)
  expect(await line()).toMatchObject({ type: 'meta', tool: expect.stringMatching(/^kefulint /) })
  for (const id of ['c1', 'c2', 'c3']) {
    request.write(refusal(id))
    expect(await line()).toMatchObject({ type: 'finding', conversation: id, rule: 'invoice/refusal' })
  }
  // A record may come in pieces.
  request.write(refusal('c4').slice(0, 30))
  await wait(50)
  request.end(refusal('c4').slice(30))
  expect(await line()).toMatchObject({ type: 'finding', conversation: 'c4' })
  expect(await line()).toMatchObject({ type: 'summary', conversations: 4, findings: { error: 4 } })
  expect(await line()).toBeUndefined()
})

test('a bad line is a problem with its number and does not lose the others', async () => {
  const { url, log } = await startInProcess({ audit: { line: 2000 } })
  const sent = [
    refusal('c1'),
    '{"id": "c2", broken}\n',
    refusal('c3'),
    refusal('long', { remark: 'x'.repeat(3000) }),
    '{"id": "c5", "messages": [{"role": "someone", "text": "x"}]}\n',
    refusal('c6'),
  ]
  const { lines } = await audit(url, sent.join(''))
  const problems = lines.filter(({ type }) => type === 'problem')
  // A record over the limit is told when its end has come, which may be after the next ones.
  expect(problems.map(({ code, file, line }) => [line, code, file]).sort()).toEqual([
    [2, 'not-json', '<body>'],
    [4, 'too-long', '<body>'],
    [5, 'unknown-role', '<body>'],
  ])
  const found = lines.filter(({ type }) => type === 'finding')
  expect(found.map(({ conversation, source }) => [conversation, source.line])).toEqual([
    ['c1', 1],
    ['c3', 3],
    ['c6', 6],
  ])
  expect(lines.at(-1)).toMatchObject({ type: 'summary', conversations: 3 })
  await expect
    .poll(() => log)
    .toEqual([expect.stringMatching(/^POST \/v1\/audit 200 \d+ms conversations=3 findings=3 problems=3$/)])
})

test('masks personal data unless it is asked not to', async () => {
  const { url } = await startInProcess()
  const body = refusal('c1').replace('有没有发票', '有没有发票，我电话 13800000000')
  expect((await audit(url, body)).text).not.toContain('13800000000')
  expect((await audit(url, body, '?mask=false')).text).toContain('13800000000')
  expect((await post(`${url}/v1/audit?mask=0`, body, NDJSON_BODY)).body.error.code).toBe('bad-parameter')
})

test('names conversations that were sent twice', async () => {
  const { url } = await startInProcess()
  const { lines } = await audit(url, refusal('c1') + refusal('c1'))
  expect(lines.filter(({ type }) => type === 'problem')).toMatchObject([{ code: 'duplicate-id', line: 2 }])
})

test('reads no more than the answer is read', async () => {
  const { url } = await startInProcess()
  const { request, line } = await openAudit(url)
  const ALL = 1000
  const tip = { role: 'agent', kind: 'image', text: '欢迎光临，请稍等。'.repeat(400) }
  const messages = [tip, { role: 'buyer', text: '有没有发票' }, tip, { role: 'agent', text: '没有的' }]
  let sent = 0
  const send = () => {
    while (sent < ALL) if (!request.write(`${JSON.stringify({ id: `c${sent++}`, messages })}\n`)) return
    request.end()
  }
  request.on('drain', send)
  send()
  let before = -1
  while (before !== sent) {
    before = sent
    await wait(1500)
  }
  // Some megabytes are on their way in the sockets, not the twenty that are to come.
  expect(sent).toBeLessThan(ALL * 0.7)
  let found = 0
  let last: unknown
  for (let next = await line(); next !== undefined; next = await line()) {
    if (next.type === 'finding') found++
    last = next
  }
  expect(found).toBe(ALL)
  expect(last).toMatchObject({ type: 'summary', conversations: ALL })
}, 120_000)

describe('an audit that is cut off has no summary', () => {
  test('because nothing more comes in', async () => {
    const { url, log } = await startInProcess({ audit: { idle: 300 } })
    const { request, line } = await openAudit(url)
    request.write(refusal('c1'))
    expect(await line()).toMatchObject({ type: 'meta' })
    expect(await line()).toMatchObject({ type: 'finding' })
    expect(await line()).toMatchObject({ type: 'problem', code: 'too-slow' })
    expect(await line()).toBeUndefined()
    request.destroy()
    await expect.poll(() => log).toEqual([expect.stringMatching(/findings=1 problems=0 incomplete=1$/)])
  })

  test('because it is too large', async () => {
    const { url } = await startInProcess({ audit: { size: 20_000 } })
    const { request, line } = await openAudit(url)
    expect(await line()).toMatchObject({ type: 'meta' })
    for (let i = 0; i < 400; i++) request.write(refusal(`c${i}`))
    request.end()
    const types = new Set<unknown>()
    for (let next = await line(); next !== undefined; next = await line()) {
      types.add(next.type)
      if (next.type === 'problem') expect(next).toMatchObject({ code: 'body-too-large' })
    }
    expect([...types]).toEqual(['finding', 'problem'])
  })

  test('because the client went away, which is no fault', async () => {
    const { url, log, faults } = await startInProcess()
    const { request, line } = await openAudit(url)
    request.write(refusal('c1'))
    await line()
    await line()
    request.destroy()
    await expect.poll(() => log).toEqual([expect.stringMatching(/incomplete=1$/)])
    await wait(100)
    expect(faults).toEqual([])
  })
})
