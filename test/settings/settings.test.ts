import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fixture, kefulint } from '../cli/run.js'

/** A folder with this configuration; commands run in it, or in a folder beneath. */
function folderWith(config: string, file = 'kefulint.config.yaml') {
  const folder = mkdtempSync(join(tmpdir(), 'kefulint-config-'))
  writeFileSync(join(folder, file), config)
  const beneath = join(folder, 'a', 'b')
  mkdirSync(beneath, { recursive: true })
  const run = (args: string[], cwd = folder) => kefulint(args, '', { LANG: 'en_US.UTF-8' }, cwd)
  return { folder, beneath, run }
}

const invoice = ['check', '没有的', '--question', '有没有发票']
const chats = ['audit', fixture('good.ndjson')]

describe('the configuration', () => {
  test('is found from the working directory upwards', async () => {
    const { run, beneath } = folderWith('severities: { invoice/refusal: off }')
    expect((await run(invoice)).code).toBe(0)
    expect((await run(invoice, beneath)).code).toBe(0)
    expect((await run(invoice, tmpdir())).code).toBe(1)
  })

  test('--config names another', async () => {
    const { run, folder } = folderWith('severities: { invoice/refusal: warn }', 'other.yaml')
    expect((await run(invoice)).code).toBe(1)
    expect((await run([...invoice, '--config', 'other.yaml'])).code).toBe(0)
    expect((await run([...invoice, '--config', join(folder, 'other.yaml')], tmpdir())).code).toBe(0)
    const missing = await run([...invoice, '--config', 'nowhere.yaml'])
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('nowhere.yaml: no such file')])
  })

  test('may be empty, or hold nothing but comments', async () => {
    expect((await folderWith('').run(invoice)).code).toBe(1)
    expect((await folderWith('# nothing yet\n').run(invoice)).code).toBe(1)
  })

  test('shop facts hold where a conversation states none', async () => {
    const { run } = folderWith('shop: { cashOnDelivery: true, points: { A: 20 } }')
    const { code } = await run(['check', '可以的', '--question', '可以货到付款吗'])
    expect(code).toBe(0)
    const { summary } = JSON.parse((await run([...chats, '--format', 'json'])).out)
    expect(summary.exposure.ledgers.A).toMatchObject({ held: 20, points: 6 })
  })

  test('packs, schedule, worst case and threshold', async () => {
    expect((await folderWith('packs: [service]').run(chats)).code).toBe(0)
    expect((await folderWith('failOn: points=7').run(chats)).code).toBe(0)
    expect((await folderWith('failOn: points=6').run(chats)).code).toBe(1)
    // what the flag takes the file takes too
    expect((await folderWith('failOn: yuan=9999.5').run(chats)).code).toBe(1)
    expect((await folderWith('failOn: yuan=10000.5').run(chats)).code).toBe(0)
    expect((await folderWith('input: { encoding: utf8 }').run(chats)).code).toBe(1)
    const { run } = folderWith('schedule: platform\nworstCase: true')
    expect(JSON.parse((await run([...chats, '--format', 'json'])).out).schedule).toBe('platform')
  })

  test('rules of one’s own stand beside it', async () => {
    const { run, folder, beneath } = folderWith('rules: [mine/lifetime.yaml]')
    mkdirSync(join(folder, 'mine'))
    const { copyFileSync } = await import('node:fs')
    copyFileSync(fixture('packs/good/lifetime.yaml'), join(folder, 'mine', 'lifetime.yaml'))
    const { code, out } = await run(['check', '终身质保的亲'], beneath)
    expect([code, out]).toEqual([1, expect.stringContaining('shop/no-lifetime-warranty')])
    const again = await run(['check', '终身质保的亲', '--rules', 'mine/lifetime.yaml'])
    expect(again.code).toBe(1)
  })

  test('flags win', async () => {
    const { run } = folderWith('packs: [service]\nfailOn: none\nschedule: platform')
    expect((await run([...chats, '--pack', 'tmall', '--fail-on', 'error'])).code).toBe(1)
    const { out } = await run([...chats, '--schedule', 'note', '--format', 'json'])
    expect(JSON.parse(out).schedule).toBe('note')
  })

  test('the format of the input', async () => {
    const { run } = folderWith('input: { format: qianniu-text }')
    expect((await run(chats)).code).toBe(2)
    expect((await run([...chats, '--input-format', 'ndjson'])).code).toBe(1)
  })

  test('columns, roles and encoding of the input', async () => {
    const { run, folder } = folderWith(
      'input:\n  columns: { conversation: 房间, sender: 谁, text: 话 }\n  roles: { agent: ^小 }\n',
    )
    writeFileSync(join(folder, 'a.csv'), '房间,谁,话\n1,阿秋,有没有发票\n1,小北,没有的\n')
    const { code, out, err } = await run(['audit', join(folder, 'a.csv'), '--format', 'json'])
    expect([code, err]).toEqual([1, ''])
    expect(JSON.parse(out).findings).toMatchObject([{ rule: 'invoice/refusal', message: 1 }])
    const converted = await run(['convert', join(folder, 'a.csv')])
    expect(JSON.parse(converted.out)).toMatchObject({ messages: [{ role: 'buyer' }, { role: 'agent' }] })
    writeFileSync(join(folder, 'before.csv'), '房间,谁,话\n1,阿秋,有没有发票\n')
    const context = ['check', '没有的', '--context', join(folder, 'before.csv')]
    expect((await run(context)).code).toBe(1)
    writeFileSync(join(folder, 'kefulint.config.yaml'), 'input: { encoding: utf-16le }\n')
    expect((await run(['audit', join(folder, 'a.csv')])).code).toBe(2)
  })

  test('a wrong pattern or format of the input is named with its place', async () => {
    const { run, folder } = folderWith('input:\n  roles: { agent: (a+)+$ }\n')
    for (const command of ['audit', 'convert', 'gate']) {
      const { code, err } = await run([command, fixture('good.ndjson')])
      expect([code, err]).toEqual([2, expect.stringMatching(/^kefulint\.config\.yaml:2:\d+: .*for agent/)])
    }
    writeFileSync(join(folder, 'kefulint.config.yaml'), 'input: { format: word }\n')
    const { code, err } = await run(chats)
    expect([code, err]).toEqual([2, expect.stringMatching(/^kefulint\.config\.yaml:1:\d+: .*word/)])
  })

  test('a rule’s own examples are judged without it', async () => {
    const { run } = folderWith('shop: { cashOnDelivery: true }\nseverities: { contact/qq: off }')
    expect(await run(['test'])).toEqual(await run(['test'], tmpdir()))
  })
})

describe('a mistake is named with file, line, column and what was expected', () => {
  test.each([
    [
      'a key that means nothing',
      'shop: {}\nseverity: {}\n',
      '2:1',
      'there is no "severity"',
      'did you mean severities?',
    ],
    [
      'one further in',
      'input:\n  colums: {}\n',
      '2:3',
      'there is no "colums" in input',
      'did you mean columns?',
    ],
    [
      'a wrong value',
      'severities:\n  contact/qq: fatal\n',
      '2:15',
      'contact/qq',
      'one of error, warn, info, off',
    ],
    ['a wrong threshold', 'failOn: points\n', '1:9', 'failOn', 'expected one of error, warn, points=N'],
    ['a wrong type', 'worstCase: maybe\n', '1:12', 'worstCase', 'true or false'],
    [
      'a bad pattern',
      'input: { roles: { agent: "(" } }\n',
      '1:26',
      'input.roles.agent',
      'regular expression',
    ],
    ['not YAML', 'shop: {\n', '1:7', 'never closed', ''],
    ['an unknown rule', 'severities:\n  invoice/refuse: off\n', '2:19', 'invoice/refuse', 'invoice/refusal'],
    ['an unknown pack', 'packs: [tmal]\n', '1:8', 'tmal', 'extension'],
    ['an unknown format', 'input: { format: xls }\n', '1:18', 'xls', 'ndjson'],
    [
      'no reason',
      `suppressions:\n  - fingerprint: 0123456789abcd\n    approver: 李店长\n    expires: 2099-01-01\n`,
      '2:5',
      'suppressions (item 1).reason is missing',
      'a text',
    ],
    [
      'no approver',
      `suppressions:\n  - { rule: contact/qq, text: a, reason: b, expires: 2099-01-01 }\n`,
      '2:5',
      'approver is missing',
      'a text',
    ],
    [
      'no such day',
      `suppressions:\n  - { rule: contact/qq, text: a, reason: b, approver: c, expires: 2099-02-30 }\n`,
      '2:67',
      'expires',
      'a date such as',
    ],
    [
      'a rule without text',
      `suppressions:\n  - { rule: contact/qq, reason: b, approver: c, expires: 2099-01-01 }\n`,
      '2:5',
      'suppressions (item 1)',
      'rule and text',
    ],
  ])('%s', async (_, config, at, ...parts) => {
    const { code, err } = await folderWith(config).run(chats)
    expect(code).toBe(2)
    expect(err).toContain(`kefulint.config.yaml:${at}: `)
    for (const part of parts) expect(err).toContain(part)
    expect(err).not.toMatch(/^ {4}at /m)
  })

  test('in Chinese too', async () => {
    const { folder } = folderWith('worstCase: maybe\n')
    const { err } = await kefulint([...chats, '--lang', 'zh-CN'], '', {}, folder)
    expect(err).toMatch(/^kefulint\.config\.yaml:1:12: worstCase 写的是“maybe”，应当是 true 或 false/)
  })
})

describe('--print-config', () => {
  test('shows each value and where it comes from', async () => {
    const { run, folder } = folderWith(
      'failOn: warn\nseverities:\n  contact/qq: warn\n  contact/phone: off\nrules: [mine]\nshop: { points: { A: 6 } }\n',
    )
    const { code, out } = await run(['audit', '--print-config', '--schedule', 'platform', '--rules', 'more'])
    expect(code).toBe(0)
    const lines = out.split('\n')
    expect(lines).toContain('failOn: warn # kefulint.config.yaml:1')
    expect(lines).toContain('  contact/phone: off # kefulint.config.yaml:4')
    expect(lines).toContain(`  - ${join(folder, 'mine')} # kefulint.config.yaml:5`)
    expect(lines).toContain(`  - ${join(folder, 'more')} # --rules`)
    expect(lines).toContain('    A: 6 # kefulint.config.yaml:6')
    expect(lines).toContain('schedule: platform # --schedule')
    expect(lines).toContain('worstCase: false # default')
    expect(lines).toContain('suppressions: [] # default')
  })

  test('works without a configuration', async () => {
    const { out } = await kefulint(['gate', '--print-config'], '', { LANG: 'en' }, tmpdir())
    expect(out).toMatch(/^packs:\n {2}- tmall # default\n/)
  })
})
