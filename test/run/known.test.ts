import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { kefulint } from '../cli/run.js'

type Found = { rule: string; severity: string; counted: boolean; suppressed?: { kind: string } }

function shop(files: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'kefulint-known-'))
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  for (const [name, text] of Object.entries(files)) write(name, text)
  const run = (...args: string[]) => kefulint(args, '', { LANG: 'en' }, folder)
  const json = async (...args: string[]) => {
    const { code, out, err } = await run(...args, '--format', 'json')
    const { findings, summary } = JSON.parse(out) as { findings: Found[]; summary: Summary }
    return { code, err, findings, summary }
  }
  return { folder, write, run, json, path: (name: string) => join(folder, name) }
}

interface Summary {
  findings: Record<string, number>
  exposure: { points: number }
  suppressed?: Record<string, number>
}

const chat = (id: string, ...answers: string[]) =>
  `${JSON.stringify({
    id,
    messages: answers.flatMap((text) => [
      { role: 'buyer', text: '有没有发票' },
      { role: 'agent', text },
    ]),
  })}\n`

describe('a baseline', () => {
  const adopt = async () => {
    const s = shop()
    s.write('a.ndjson', chat('a1', '没有的') + chat('a2', '本店不开发票'))
    const baseline = ['--baseline', s.path('known.json')]
    const first = await s.json('audit', s.path('a.ndjson'), ...baseline, '--update-baseline')
    return { ...s, baseline, first }
  }

  test('is written by a run that then passes', async () => {
    const { first, path, folder } = await adopt()
    expect(first).toMatchObject({ code: 0, summary: { findings: { error: 0 }, suppressed: { baseline: 2 } } })
    const { version, audit } = JSON.parse(readFileSync(path('known.json'), 'utf8'))
    expect([version, Object.values(audit)]).toEqual([
      1,
      [
        { rule: 'invoice/refusal', count: 1 },
        { rule: 'invoice/refusal', count: 1 },
      ],
    ])
    expect(readdirSync(folder).sort()).toEqual(['a.ndjson', 'known.json'])
  })

  test('hides what it knows from counts, exposure and exit code, but json tells it', async () => {
    const { json, path, baseline } = await adopt()
    const { code, findings, summary } = await json('audit', path('a.ndjson'), ...baseline)
    expect(code).toBe(0)
    expect(summary).toMatchObject({ findings: { error: 0 }, exposure: { points: 0 } })
    expect(findings.map(({ suppressed, counted }) => [suppressed, counted])).toEqual([
      [{ kind: 'baseline' }, false],
      [{ kind: 'baseline' }, false],
    ])
  })

  test('survives moved lines, other files and another order', async () => {
    const { json, path, baseline, write } = await adopt()
    write('z.ndjson', chat('later', '在的', '没有的'))
    write('b.ndjson', `${chat('clean', '有的')}\n\n${chat('moved', '本店不开发票')}`)
    expect((await json('audit', path('z.ndjson'), path('b.ndjson'), ...baseline)).code).toBe(0)
  })

  test('does not hide what is new, nor what is there more often', async () => {
    const { json, path, baseline, write } = await adopt()
    write('a.ndjson', chat('a1', '没有的') + chat('a2', '没有的'))
    const { code, summary } = await json('audit', path('a.ndjson'), ...baseline)
    expect([code, summary.findings.error, summary.suppressed?.baseline]).toEqual([1, 1, 1])
  })

  test('where the first of a case is known, the next one is charged', async () => {
    const { json, path, baseline, write } = await adopt()
    write('a.ndjson', chat('a1', '没有的', '开不了发票的'))
    const { findings, summary } = await json('audit', path('a.ndjson'), ...baseline)
    expect(findings.map(({ counted }) => counted)).toEqual([false, true])
    expect(summary.exposure.points).toBe(6)
  })

  test('pretty leaves it out and says how many', async () => {
    const { run, path, baseline } = await adopt()
    const { out } = await run('audit', path('a.ndjson'), ...baseline)
    expect(out).not.toContain('invoice/refusal')
    expect(out).toContain('neither listed nor counted: 2 in the baseline, 0 approved')
  })

  test('the gate has a section of its own', async () => {
    const { json, path, baseline, write } = await adopt()
    write('replies.txt', '本店不开发票\n')
    expect((await json('gate', path('replies.txt'), ...baseline)).code).toBe(1)
    expect((await json('gate', path('replies.txt'), ...baseline, '--update-baseline')).code).toBe(0)
    expect((await json('gate', path('replies.txt'), ...baseline)).code).toBe(0)
    expect((await json('audit', path('a.ndjson'), ...baseline)).code).toBe(0)
  })

  test('the configuration can name it', async () => {
    const { json, path, write } = await adopt()
    write('kefulint.config.yaml', 'baseline: known.json\n')
    expect((await json('audit', path('a.ndjson'))).code).toBe(0)
  })

  test('a run that judged nothing writes none', async () => {
    const s = shop({ 'empty.ndjson': '' })
    const known = ['--baseline', s.path('known.json'), '--update-baseline']
    expect((await s.run('audit', s.path('empty.ndjson'), ...known)).code).toBe(2)
    expect(existsSync(s.path('known.json'))).toBe(false)
  })

  test.each([
    ['missing', ['--baseline', 'nowhere.json'], 'no-baseline'],
    ['not named', ['--update-baseline'], 'no-baseline-file'],
    [
      'of a narrowed run',
      ['--baseline', 'x', '--update-baseline', '--since', '2026-01-01'],
      'narrowed-baseline',
    ],
    ['damaged', ['--baseline', 'damaged.json'], 'bad-setting'],
    ['half merged', ['--baseline', 'merged.json'], 'unknown-setting'],
    ['that cannot be written', ['--baseline', 'no/such/folder', '--update-baseline'], 'cannot-write'],
  ])('%s is refused', async (_, flags, code) => {
    const s = shop({
      'a.ndjson': chat('a', '没有的'),
      'damaged.json': '{\n"version": 1,\n"audit": { "0123456789abcd": {"rule": "a/b"} }\n}\n',
      'merged.json': '{\n"version": 1,\n<<<<<<< HEAD\n"audit": {}\n}\n',
    })
    const result = await s.run('audit', s.path('a.ndjson'), ...flags)
    expect([result.code, result.err]).toEqual([2, expect.stringContaining(`[${code}]`)])
  })
})

describe('suppressions', () => {
  const approved = (expires: string, text = '没有的') =>
    `suppressions:\n  - rule: invoice/refusal\n    text: ${text}\n    reason: 样品店\n    approver: 李店长\n    expires: ${expires}\n`
  const chats = { 'a.ndjson': chat('a1', '没有的') + chat('a2', '没有的') }

  test('hide what they name wherever it stands, and say who approved it', async () => {
    const s = shop({ ...chats, 'kefulint.config.yaml': approved('2999-12-31') })
    const { code, findings, summary } = await s.json('audit', s.path('a.ndjson'))
    expect([code, summary.findings.error, summary.suppressed]).toEqual([
      0,
      0,
      { baseline: 0, suppression: 2 },
    ])
    expect(findings[0]?.suppressed).toEqual({
      kind: 'suppression',
      reason: '样品店',
      approver: '李店长',
      expires: '2999-12-31',
    })
  })

  test('a file of their own does the same, for check too by configuration', async () => {
    const s = shop({ ...chats, 'allowed.yaml': approved('2999-12-31') })
    expect((await s.json('audit', s.path('a.ndjson'), '--suppressions', 'allowed.yaml')).code).toBe(0)
    s.write('kefulint.config.yaml', approved('2999-12-31'))
    expect((await s.run('check', '没有的', '--question', '有没有发票')).code).toBe(0)
    expect((await s.run('check', '在的')).out).not.toContain('suppression/')
  })

  test('each stands where it was written, in whichever file', async () => {
    const s = shop({
      ...chats,
      'kefulint.config.yaml': `failOn: none\n${approved('2999-12-31')}`,
      'allowed.yaml':
        approved('2999-12-31', '开不了') + approved('2020-01-31').replace('suppressions:\n', ''),
    })
    const { findings } = await s.json('audit', s.path('a.ndjson'), '--suppressions', 'allowed.yaml')
    expect(findings.filter(({ suppressed }) => suppressed === undefined)).toMatchObject([
      { rule: 'suppression/expired', source: { file: 'allowed.yaml', line: 7 } },
      { rule: 'suppression/unused', source: { file: 'allowed.yaml', line: 2 } },
    ])
  })

  test('an expired one hides nothing and is a finding', async () => {
    const s = shop({ ...chats, 'kefulint.config.yaml': approved('2020-01-31') })
    const { code, findings, summary } = await s.json('audit', s.path('a.ndjson'))
    expect([code, summary.findings]).toEqual([1, { error: 2, warn: 1, info: 0 }])
    expect(findings.at(-1)).toMatchObject({
      rule: 'suppression/expired',
      severity: 'warn',
      cost: { points: 0 },
      source: { file: 'kefulint.config.yaml', line: 2 },
    })
    expect(summary.exposure).toMatchObject({ points: 12, atRisk: {} })
  })

  test('an unused one is a finding that people see', async () => {
    const s = shop({ ...chats, 'kefulint.config.yaml': approved('2999-12-31', '开不了') })
    const { out } = await s.run('audit', s.path('a.ndjson'))
    expect(out).toContain('kefulint.config.yaml:2')
    expect(out).toMatch(/▲ warn {2}suppression\/unused {2}Suppression is not needed/)
    expect((await s.run('audit', s.path('a.ndjson'), '--fail-on', 'warn')).code).toBe(1)
  })

  test('outside the range of a narrowed run nobody can tell', async () => {
    const s = shop({ ...chats, 'kefulint.config.yaml': approved('2999-12-31', '开不了') })
    const said = JSON.stringify({ id: 'x', messages: [{ role: 'agent', text: '在', sender: '小北' }] })
    s.write('a.ndjson', said)
    const { findings } = await s.json('audit', s.path('a.ndjson'), '--agent', '小北')
    expect(findings).toEqual([])
  })

  test('one that is for the gate is not missed in an audit', async () => {
    const s = shop({ ...chats, 'kefulint.config.yaml': `${approved('2999-12-31')}    command: gate\n` })
    const { findings } = await s.json('audit', s.path('a.ndjson'))
    expect(findings.map(({ rule, suppressed }) => [rule, suppressed])).toEqual([
      ['invoice/refusal', undefined],
      ['invoice/refusal', undefined],
    ])
  })
})
