/** The built program as a process: run `npm run build` first. */

import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

/** Many conversations, some of them bad, in one file of many blocks: what makes it long is not judged. */
function bigInput(count: number): string {
  const file = join(mkdtempSync(join(tmpdir(), 'kefulint-test-')), 'big.ndjson')
  const remark = 'x'.repeat(7000)
  const lines = Array.from({ length: count }, (_, i) => {
    if (i % 97 === 3) return '{"id": broken'
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
    const file = bigInput(1200)
    for (const format of ['ndjson', 'pretty']) {
      const [one, two, three] = ['1', '2', '3'].map((threads) =>
        kefulint(['audit', file, fixture('qianniu.txt'), '--format', format, '--threads', threads]),
      )
      expect(two).toEqual(one)
      expect(three).toEqual(one)
    }
  }, 120_000)
})

test('threads know the range, the shop and the baseline', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kefulint-test-'))
  const answers = ['没有的', '可以货到付款的']
  const lines = Array.from({ length: 900 }, (_, i) =>
    JSON.stringify({
      id: `c${i}`,
      remark: 'x'.repeat(7000),
      messages: [
        { role: 'buyer', text: '有没有发票' },
        { role: 'agent', text: answers[i % 2], time: `2026-11-0${1 + (i % 3)}`, sender: `s:a${i % 2}` },
      ],
    }),
  )
  const file = join(folder, 'big.ndjson')
  writeFileSync(file, `${lines.join('\n')}\n`)
  writeFileSync(join(folder, 'config.yaml'), 'shop: { cashOnDelivery: true }\nbaseline: known.json\n')
  const audit = (threads: string, ...flags: string[]) =>
    kefulint([...['audit', file, '--threads', threads, '--config', join(folder, 'config.yaml')], ...flags])
  expect(audit('2', '--update-baseline').status).toBe(0)
  for (const flags of [
    ['--since', '2026-11-02', '--agent', 'a0'],
    ['--agent', 'a1'],
  ]) {
    const [one, two] = ['1', '2'].map((threads) => audit(threads, '--format', 'json', ...flags))
    expect(two).toEqual(one)
    const { summary } = JSON.parse(one!.stdout)
    const whose = flags.at(-1) === 'a0'
    expect(summary).toMatchObject({
      agentMessages: whose ? 300 : 450,
      findings: { error: 0 },
      ...(whose ? { suppressed: { baseline: 300 } } : {}),
    })
  }
}, 120_000)

test('a closed pipe ends quietly', async () => {
  const child = spawn(process.execPath, [bin, 'audit', bigInput(4000), '--format', 'ndjson'], { env })
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  child.stdout.once('data', () => child.stdout.destroy())
  const code = await new Promise((resolve) => child.on('exit', resolve))
  expect([code, stderr]).toEqual([0, ''])
}, 60_000)

test('an interrupted run exits with 130 and leaves no file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kefulint-test-'))
  // Standard input that stays open keeps the run waiting.
  const child = spawn(
    process.execPath,
    [bin, 'audit', '-', '--format', 'json', '--output', join(folder, 'a.json')],
    { env },
  )
  while (readdirSync(folder).length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  child.kill('SIGINT')
  const code = await new Promise((resolve) => child.on('exit', resolve))
  expect([code, readdirSync(folder)]).toEqual([130, []])
}, 60_000)

test('colour only where it is wanted', () => {
  const plain = kefulint(['check', '没有发票']).stdout
  expect(plain).not.toContain('\u001b')
  const forced = (extra: object) =>
    spawnSync(process.execPath, [bin, 'check', '没有发票'], { encoding: 'utf8', env: { ...env, ...extra } })
      .stdout
  expect(forced({ FORCE_COLOR: '1' })).toContain('\u001b[')
  expect(forced({ FORCE_COLOR: '1', NO_COLOR: '1' })).not.toContain('\u001b')
})
