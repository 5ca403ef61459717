import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fixture, kefulint } from './run.js'

const audit = (...args: string[]) => kefulint(['audit', ...args])

test('what GBK could not hold is understood all the same', async () => {
  const { out } = await audit(fixture('../encodings/gbk.txt'), '--format', 'json')
  const found = JSON.parse(out).findings.map(({ rule, text }: { rule: string; text: string }) => [rule, text])
  expect(found).toContainEqual(['contact/wechat', '加?V'])
})

test('what is wrong with the input quotes no personal data on standard error either', async () => {
  const record = '{"id":"a","messages":[{"role":"13800000000","text":"亲"}]}'
  const hidden = await kefulint(['audit', '-', '--format', 'json'], record)
  expect(hidden.err).toContain('138****0000')
  expect(hidden.err).not.toContain('13800000000')
  expect((await kefulint(['audit', '-', '--format', 'json', '--no-mask'], record)).err).toContain(
    '13800000000',
  )
})

describe('exit codes', () => {
  test.each([
    ['violations', [fixture('good.ndjson')], 1],
    ['below the threshold', [fixture('good.ndjson'), '--fail-on', 'none'], 0],
    ['points reached', [fixture('good.ndjson'), '--fail-on', 'points=6'], 1],
    ['points not reached', [fixture('good.ndjson'), '--fail-on', 'points=7'], 0],
    ['money reached', [fixture('good.ndjson'), '--fail-on', 'yuan=10000'], 1],
    ['money not reached', [fixture('good.ndjson'), '--fail-on', 'yuan=10001'], 0],
    ['a warning', [fixture('qianniu.txt'), '--fail-on', 'warn'], 1],
    ['a bad line beside good ones', [fixture('not-json.ndjson'), '--fail-on', 'none'], 0],
    ['the same, strictly', [fixture('not-json.ndjson'), '--fail-on', 'none', '--strict-input'], 2],
    ['nothing but an empty file', [fixture('empty.ndjson')], 2],
    ['no agent message', [fixture('only-buyer.ndjson')], 2],
    ['missing file', [fixture('nowhere')], 2],
    ['glob without match', [fixture('*.nothing')], 2],
    ['binary data', [fixture('binary.dat')], 2],
    ['no files', [], 2],
    ['unknown flag', [fixture('good.ndjson'), '--nonsense'], 2],
    ['flag without value', [fixture('good.ndjson'), '--format'], 2],
    ['unknown format', [fixture('good.ndjson'), '--format', 'xml'], 2],
    ['unknown threshold', [fixture('good.ndjson'), '--fail-on', 'points'], 2],
    ['unknown schedule', [fixture('good.ndjson'), '--schedule', 'x'], 2],
    ['bad number of threads', [fixture('good.ndjson'), '--threads', '0'], 2],
  ])('%s', async (_, args, code) => {
    const result = await audit(...args)
    expect(result.code).toBe(code)
    if (code === 2) expect(result.err + result.out).toMatch(/\[[a-z-]+\]\n {2,4}→ /)
    expect(result.err).not.toMatch(/^ {4}at /m)
    expect(result.cleanups).toBe(0)
  })

  test('a record over the limit is 3 where it decides', async () => {
    const long = `{"id":"a","messages":[{"role":"agent","text":"${'x'.repeat(10_000_000)}"}]}\n`
    const result = await kefulint(['audit', '-', '--input-format', 'ndjson', '--format', 'json'], long)
    expect(result.code).toBe(3)
    expect(result.err).toContain('<stdin>:1: ')
    const good = '{"id":"b","messages":[{"role":"agent","text":"x"}]}\n'
    expect((await kefulint(['audit', '-', '--input-format', 'ndjson'], long + good)).code).toBe(0)
  })
})

describe('json', () => {
  test('the contract', async () => {
    const { out } = await audit(fixture('unknown-role.ndjson'), '--format', 'json', '--no-mask')
    const report = JSON.parse(out)
    expect(Object.keys(report)).toEqual([
      'schemaVersion',
      'tool',
      'packs',
      'schedule',
      'findings',
      'cannotJudge',
      'problems',
      'summary',
    ])
    expect(report).toMatchObject({ schemaVersion: 1, schedule: 'note' })
    const version = expect.stringMatching(/^\d{4}\.\d{2}$/)
    expect(report.packs).toEqual({ tmall: version, extension: version, service: version })
    expect(report.tool).toMatch(/^kefulint \d/)
    expect(report.findings[0]).toMatchObject({
      conversation: 'c1',
      message: 1,
      rule: 'invoice/refusal',
      source: { line: 1 },
    })
    expect(report.problems).toMatchObject([{ code: 'unknown-role', line: 2 }])
    expect(report.summary).toMatchObject({
      conversations: 1,
      messages: 2,
      agentMessages: 1,
      stages: { 'pre-sale': 1 },
      findings: { error: 1, warn: 0, info: 0 },
      exposure: { points: 6, deposit: 10000 },
    })
  })

  test('nothing else is on standard output, in any language', async () => {
    for (const lang of ['zh-CN', 'en']) {
      const { out } = await audit(fixture('*'), '--format', 'json', '--lang', lang)
      expect(() => JSON.parse(out)).not.toThrow()
    }
  })

  test('ndjson holds the same objects', async () => {
    const { out } = await audit(fixture('good.ndjson'), '--format', 'json')
    const lines = (await audit(fixture('good.ndjson'), '--format', 'ndjson')).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ type }) => type)).toEqual(['meta', 'finding', 'summary'])
    const { type: _, ...finding } = lines[1]
    expect(finding).toEqual(JSON.parse(out).findings[0])
  })
})

describe('formats and files', () => {
  test('the nth format goes to the nth file, the odd one to the screen', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kefulint-test-'))
    const [a, b] = [join(folder, 'a.json'), join(folder, 'b.ndjson')]
    const formats = ['--format', 'json', '--format', 'ndjson', '--format', 'pretty']
    const { out, code } = await audit(fixture('good.ndjson'), ...formats, '--output', a, '--output', b)
    expect(code).toBe(1)
    expect(JSON.parse(readFileSync(a, 'utf8')).findings).toHaveLength(1)
    expect(readFileSync(b, 'utf8')).toContain('"type":"summary"')
    expect(out).toMatch(/^ {2}agent {3}没有的\n {10}\^{4}$/m)
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'b.ndjson'])
  })

  test('a run that fails leaves no file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kefulint-test-'))
    const file = join(folder, 'a.json')
    const result = await audit(
      fixture('good.ndjson'),
      fixture('nowhere'),
      '--format',
      'json',
      '--output',
      file,
    )
    expect(result.code).toBe(2)
    expect(readdirSync(folder)).toEqual([])
    expect(existsSync(file)).toBe(false)
  })

  test.each([
    ['two for the screen', ['--format', 'json', '--format', 'pretty'], 'output-pairing'],
    ['more files than formats', ['--output', 'a', '--output', 'b'], 'output-pairing'],
    ['a folder that is not there', ['--output', '/nowhere/at/all'], 'cannot-write'],
  ])('%s', async (_, args, code) => {
    const result = await audit(fixture('good.ndjson'), ...args)
    expect([result.code, result.err]).toEqual([2, expect.stringContaining(`[${code}]`)])
  })
})

test('ids that readers make stay readable, ids that are numbers of people do not', async () => {
  // The day and the hash of this buyer together have the eleven digits of a mobile.
  const dump = '山鹿家居旗舰店:\n2026-10-13\n'
  const said = [
    ['秋天的风car', '有没有发票'],
    ['山鹿家居旗舰店:小北', '没有的'],
  ]
  const chat = dump + said.map(([who, text]) => `2026-10-13 14:30:01 ${who} ${text}\n`).join('')
  const read = ['audit', '-', '--input-format', 'qianniu-text']
  expect((await kefulint(read, chat)).out).toMatch(/^2026-10-13-361631744a /)
  const record = (id: string) =>
    JSON.stringify({ id, messages: said.map(([, text], i) => ({ role: i ? 'agent' : 'buyer', text })) })
  const audited = (id: string, ...flags: string[]) =>
    kefulint(['audit', '-', '--input-format', 'ndjson', ...flags], record(id))
  expect((await audited('13812345678')).out).toMatch(/^138\*{4}5678 /)
  expect((await audited('13812345678', '--no-mask')).out).toMatch(/^13812345678 /)
})

test('--quiet lists errors only and counts everything', async () => {
  const { out } = await audit(fixture('qianniu.txt'), '--quiet', '--format', 'json')
  const { findings, summary } = JSON.parse(out)
  expect(findings.map(({ severity }: { severity: string }) => severity)).toEqual(['error'])
  expect(summary.findings).toEqual({ error: 1, warn: 1, info: 0 })
})

test('what the rules of a pack get wrong is said with file, line and column', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kefulint-pack-'))
  const { writeFileSync } = await import('node:fs')
  writeFileSync(join(folder, 'one.yaml'), 'id: shop/x\nseverity: error\nwrong: 1\n')
  const result = await audit(fixture('good.ndjson'), '--rules', folder)
  expect(result.code).toBe(2)
  expect(result.err).toContain(`${join(folder, 'one.yaml')}:3:1: `)
})
