import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createLinter } from '../../src/index.js'
import { fixture, kefulint } from './run.js'

describe('check', () => {
  test('a draft alone', async () => {
    const { code, out } = await kefulint(['check', '本店不开发票', '--format', 'json'])
    expect(code).toBe(1)
    const { findings, summary } = JSON.parse(out)
    expect(findings[0]).toMatchObject({ conversation: 'draft', message: 0, rule: 'invoice/refusal' })
    expect(summary).toMatchObject({ conversations: 1, messages: 1, agentMessages: 1 })
  })

  test('an answer, which alone says nothing', async () => {
    expect((await kefulint(['check', '没有的'])).code).toBe(0)
    expect((await kefulint(['check', '没有的', '--question', '有没有发票'])).code).toBe(1)
  })

  test('after a context and a question; earlier messages are not judged again', async () => {
    const args = ['--context', fixture('context.json'), '--question', '没有吗', '--format', 'json']
    const { findings } = JSON.parse((await kefulint(['check', '没有的', ...args])).out)
    expect(findings.map(({ message }: { message: number }) => message)).toEqual([3])
  })

  test('from standard input', async () => {
    expect((await kefulint(['check', '-'], '本店不开发票\n')).code).toBe(1)
    expect((await kefulint(['check', '-'], '好的\n')).code).toBe(0)
  })

  test('a context beyond what a record may hold is a limit, as in an audit', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'kefulint-')), 'context.ndjson')
    const long = { id: 'a', messages: [{ role: 'buyer', text: '长'.repeat(3_000_000) }] }
    writeFileSync(file, `${JSON.stringify(long)}\n`)
    const { code, err } = await kefulint(['check', '在的', '--context', file])
    expect([code, err]).toEqual([3, expect.stringContaining('[too-long]')])
  })

  test('--explain shows the statements', async () => {
    const pretty = await kefulint(['check', '本店不开发票', '--explain'])
    expect(pretty.out).toMatch(/invoice\.issue +denied/)
    const json = await kefulint(['check', '本店不开发票', '--explain', '--format', 'json'])
    const { statements } = JSON.parse(json.out)
    expect(statements).toContainEqual(expect.objectContaining({ reading: 'invoice.issue', polarity: -1 }))
  })

  test.each([
    ['empty draft', [' '], 'empty-draft'],
    ['no draft', [], 'missing-argument'],
    ['unquoted draft', ['a', 'b'], 'extra-argument'],
    ['missing context', ['x', '--context', fixture('nowhere')], 'missing-file'],
    ['several contexts', ['x', '--context', fixture('array.json')], 'several-contexts'],
    ['bad context', ['x', '--context', fixture('cut-short.json')], 'cut-short'],
    ['empty context', ['x', '--context', fixture('empty.ndjson')], 'empty-file'],
  ])('%s', async (_, args, code) => {
    const result = await kefulint(['check', ...args])
    expect([result.code, result.err]).toEqual([2, expect.stringContaining(`[${code}]`)])
  })
})

describe('gate', () => {
  test.each([
    ['replies.csv', 0, 0],
    ['phrases.yaml', 1, 1],
    ['phrases.json', 1, 1],
    ['phrases.txt', 1, 1],
  ])('%s', async (name, code, errors) => {
    const result = await kefulint(['gate', fixture(name), '--format', 'json'])
    expect(result.code).toBe(code)
    expect(JSON.parse(result.out).summary.findings.error).toBe(errors)
  })

  test('each reply says where it stands', async () => {
    const { findings } = JSON.parse(
      (await kefulint(['gate', fixture('phrases.json'), '--format', 'json'])).out,
    )
    expect(findings[0]).toMatchObject({
      conversation: 'b',
      message: 0,
      source: { file: fixture('phrases.json'), line: 15 },
    })
  })

  test('replies of one line, or of one code, have ids of their own that stay readable', async () => {
    const ids = async (name: string) => {
      const { out } = await kefulint(['gate', fixture(name), '--format', 'json', '--fail-on', 'none'])
      return JSON.parse(out).findings.map(({ conversation }: { conversation: string }) => conversation)
    }
    expect(await ids('../replies/intents.json')).toEqual(['intents.json:1#2'])
  })

  test('any input problem decides', async () => {
    const result = await kefulint(['gate', fixture('replies.csv'), fixture('replies-bad.yaml')])
    expect(result.code).toBe(2)
  })
})

describe('rules', () => {
  test('lists', async () => {
    const { out, code } = await kefulint(['rules'])
    expect(code).toBe(0)
    expect(out).toMatch(/✖ invoice\/refusal +Refusing an invoice +6 points · deposit ¥10,000/)
  })

  test('explains one, in the language asked for', async () => {
    const { out } = await kefulint(['rules', 'invoice/refusal', '--lang', 'zh-CN'])
    for (const part of ['违规的说法', '买家: 在吗', '客服: 没有的', '6 分 · 保证金 ¥10,000'])
      expect(out).toContain(part)
  })

  test('an unknown one suggests others', async () => {
    const { code, err } = await kefulint(['rules', 'invoice/refuse'])
    expect(code).toBe(2)
    expect(err).toContain('did you mean: invoice/refusal')
  })
})

describe('test', () => {
  test('whose examples hold', async () => {
    const { code, out } = await kefulint(['test', '--rules', fixture('packs/good')])
    expect([code, out]).toEqual([0, '✔ all 4 examples of 1 rule pass\n'])
  })

  test('whose examples do not, each with its chat', async () => {
    const { code, out } = await kefulint(['test', '--rules', fixture('packs/wrong-examples')])
    expect(code).toBe(4)
    expect(out).toContain('✖ shop/no-lifetime-warranty  should be reported and is not\n    A: 质保三年\n')
    expect(out).toContain('✖ shop/no-lifetime-warranty  is reported and should not be\n    A: 终身质保的亲\n')
    expect(out).toContain('2 of 4 examples fail')
  })

  test('the examples of every built-in rule pass', async () => {
    const { rules } = createLinter()
    const all = rules.flatMap(({ examples }) => [...examples.violates, ...examples.complies]).length
    const { code, out } = await kefulint(['test'])
    expect([code, out]).toEqual([0, `✔ all ${all} examples of ${rules.length} rules pass\n`])
  })
})

describe('help', () => {
  test.each(['audit', 'check', 'gate', 'rules', 'test'])(
    '%s has a purpose and examples, in both languages',
    async (name) => {
      const zh = await kefulint([name, '--help', '--lang', 'zh-CN'])
      expect([zh.code, zh.out]).toEqual([0, expect.stringMatching(/用法[\s\S]*例子\uff1a\n {2}kefulint/)])
      const en = await kefulint([name, '--help'])
      expect([en.code, en.out]).toEqual([0, expect.stringMatching(/Usage:[\s\S]*Examples:\n {2}kefulint/)])
      expect(en.out).not.toMatch(/\p{Script=Han}/u)
    },
  )

  test('no arguments show the help and fail', async () => {
    const { code, out } = await kefulint([])
    expect([code, out]).toEqual([2, expect.stringContaining('audit')])
  })

  test('an unknown language or command is said plainly', async () => {
    expect((await kefulint(['rules', '--lang', 'fr'])).err).toContain('[bad-flag]')
    for (const formats of [['html'], ['json', 'ndjson']]) {
      const flags = formats.flatMap((format) => ['--format', format])
      expect((await kefulint(['rules', ...flags])).err).toContain('pretty | json | ndjson')
    }
    const { code, err } = await kefulint(['--lang', 'en'])
    expect([code, err]).toEqual([2, expect.stringMatching(/audit \| check .*compile.*\[no-command\]/)])
    expect((await kefulint(['auditt'])).err).toContain('[unknown-command]')
  })
})
