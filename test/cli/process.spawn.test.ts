/** The built program as a process: run `npm run build` first. */

import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { fixture } from './run.js'

const bin = fileURLToPath(new URL('../../bin/kefulint.js', import.meta.url))
const env = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' }

function kefulint(args: string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    encoding: 'utf8',
    env,
    input,
    maxBuffer: 1 << 28,
  })
  return { status, stdout, stderr }
}

/** Conversations, some of them bad, in one file of many blocks of 1 MiB: what makes it long is not judged. */
function bigInput(count: number, megabytes: number): string {
  const file = join(mkdtempSync(join(tmpdir(), 'kefulint-test-')), 'big.ndjson')
  const remark = 'x'.repeat((megabytes << 20) / count)
  const lines = Array.from({ length: count }, (_, i) => {
    if (i % 17 === 3) return '{"id": broken'
    const answer = i % 10 === 0 ? '没有的' : '在的'
    return JSON.stringify({
      id: `c${i}`,
      remark,
      messages: [
        { role: 'buyer', text: '有没有发票' },
        { role: 'agent', text: answer },
      ],
    })
  })
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

test('finds, reports, and fails', () => {
  const { status, stdout, stderr } = kefulint(['audit', fixture('good.ndjson'), '--format', 'json'])
  expect(JSON.parse(stdout).findings[0]).toMatchObject({ conversation: 'c1', rule: 'invoice/refusal' })
  expect([status, stderr]).toEqual([1, ''])
})

test('reads standard input', () => {
  const record =
    '{"id":"a","messages":[{"role":"buyer","text":"有没有发票"},{"role":"agent","text":"没有的"}]}'
  expect(kefulint(['audit', '-', '--format', 'json'], record).status).toBe(1)
})

test('no error shows a stack', () => {
  const { status, stderr } = kefulint(['audit', '/nowhere.ndjson'])
  expect([status, stderr]).toEqual([
    2,
    expect.stringMatching(/^\/nowhere\.ndjson: no such file \[missing-file\]\n {2}→ .*\n$/),
  ])
})

describe('threads', () => {
  test('the output does not depend on their number', () => {
    const file = bigInput(150, 9)
    const listed = join(dirname(file), 'list.ndjson')
    const formats = ['--format', 'ndjson', '--output', listed, '--format', 'pretty']
    const [one, two, three] = ['1', '2', '3'].map((threads) => ({
      ...kefulint(['audit', file, fixture('qianniu.txt'), ...formats, '--threads', threads]),
      list: readFileSync(listed, 'utf8'),
    }))
    expect(two).toEqual(one)
    expect(three).toEqual(one)
    expect(one!.list.match(/"type":"(?:finding|problem)"/g)!.length).toBeGreaterThan(20)
  }, 120_000)
})

test('threads know the range, the shop and the baseline', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kefulint-test-'))
  const answers = ['没有的', '可以货到付款的']
  const said = Array.from({ length: 180 }, (_, i) => ({
    text: answers[i % 2]!,
    time: `2026-11-0${1 + (i % 3)}`,
    sender: `s:a${i % 5 === 0 ? 1 : 0}`,
  }))
  const lines = said.map((answer, i) =>
    JSON.stringify({
      id: `c${i}`,
      remark: 'x'.repeat(35_000),
      messages: [
        { role: 'buyer', text: '有没有发票' },
        { role: 'agent', ...answer },
      ],
    }),
  )
  const file = join(folder, 'big.ndjson')
  writeFileSync(file, `${lines.join('\n')}\n`)
  writeFileSync(join(folder, 'config.yaml'), 'shop: { cashOnDelivery: true }\nbaseline: known.json\n')
  const audit = (threads: string, ...flags: string[]) =>
    kefulint([...['audit', file, '--threads', threads, '--config', join(folder, 'config.yaml')], ...flags])
  expect(audit('1', '--update-baseline').status).toBe(0)
  const [one, two] = ['1', '2'].map((threads) =>
    audit(threads, '--format', 'json', '--since', '2026-11-02', '--agent', 'a0'),
  )
  expect(two).toEqual(one)
  const within = said.filter(({ time, sender }) => time >= '2026-11-02' && sender === 's:a0')
  expect(JSON.parse(one!.stdout).summary).toMatchObject({
    agentMessages: within.length,
    findings: { error: 0 },
    suppressed: { baseline: within.filter(({ text }) => text === answers[0]).length },
  })
}, 120_000)

test('a closed pipe ends quietly', async () => {
  const child = spawn(process.execPath, [bin, 'audit', bigInput(4000, 28), '--format', 'ndjson'], { env })
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  child.stdout.once('data', () => child.stdout.destroy())
  const code = await new Promise((resolve) => child.on('exit', resolve))
  expect([code, stderr]).toEqual([0, ''])
}, 60_000)

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)(
  'a run ended by %s exits with %i and leaves no file',
  async (signal, status) => {
    const folder = mkdtempSync(join(tmpdir(), 'kefulint-test-'))
    // Standard input that stays open keeps the run waiting.
    const child = spawn(
      process.execPath,
      [bin, 'audit', '-', '--format', 'json', '--output', join(folder, 'a.json')],
      { env },
    )
    while (readdirSync(folder).length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    child.kill(signal)
    const code = await new Promise((resolve) => child.on('exit', resolve))
    expect([code, readdirSync(folder)]).toEqual([status, []])
  },
  60_000,
)

test('colour only where it is wanted', () => {
  const plain = kefulint(['check', '没有发票']).stdout
  expect(plain).not.toContain('\u001b')
  const forced = (extra: object) =>
    spawnSync(process.execPath, [bin, 'check', '没有发票'], { encoding: 'utf8', env: { ...env, ...extra } })
      .stdout
  expect(forced({ FORCE_COLOR: '1' })).toContain('\u001b[')
  expect(forced({ FORCE_COLOR: '1', NO_COLOR: '1' })).not.toContain('\u001b')
})
