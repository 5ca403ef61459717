import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fixture, kefulint } from '../cli/run.js'

const entry = (expires: string, text = 'text: a, ') =>
  `suppressions:\n  - { rule: contact/qq, ${text}reason: b, approver: c, expires: ${expires} }\n`

/** What the configuration holds, then place, code and a piece of both texts. */
test.each([
  ['faliOn: warn', '1:1', 'unknown-setting', '是不是要写 failOn？', 'did you mean failOn?'],
  ['failon: warn', '1:1', 'unknown-setting', '是不是要写 failOn？', 'did you mean failOn?'],
  ['encoding: gbk', '1:1', 'unknown-setting', '要写在 input 下面', 'belongs under input'],
  [
    'input:\n  columns: { sendr: a }',
    '2:14',
    'unknown-setting',
    '是不是要写 sender？',
    'did you mean sender?',
  ],
  ['worstCase: 是', '1:12', 'bad-setting', '应当是 true 或 false', 'expected true or false'],
  ['worstCase: “true”', '1:12', 'full-width', '改成 true', 'in half width: true'],
  ['failOn: points＝12', '1:9', 'full-width', '改成 points=12', 'in half width: points=12'],
  ['failOn: 12分', '1:9', 'bad-setting', '写成 failOn: points=12', 'write failOn: points=12'],
  ['packs: tmall', '1:8', 'bad-setting', '写成 packs: [tmall]', 'write packs: [tmall]'],
  ['packs: []', '1:8', 'bad-setting', 'packs 是空的', 'packs is empty'],
  [
    'packs: 【tmall，service】',
    '1:8',
    'full-width',
    '改成 [tmall, service]',
    'in half width: [tmall, service]',
  ],
  ['packs: [tmall，service]', '1:8', 'full-width', '改成 tmall, service', 'in half width: tmall, service'],
  ['schedule: Platform', '1:11', 'bad-setting', '是不是要写 platform？', 'did you mean platform?'],
  ['severities:\n  QQ: off', '2:3', 'bad-setting', '“QQ”不能用作名字', '"QQ" cannot be a name'],
  ['shop: { points: { A: -3 } }', '1:22', 'bad-setting', '不小于 0', 'at least 0'],
  ['shop: { points: { A: 十二 } }', '1:22', 'bad-setting', '应当是数字', 'a number'],
  [
    'shop: { colour: [1] }',
    '1:17',
    'bad-setting',
    ' true 或 false 或 一段文字 或 数字',
    'true or false or a text or a number',
  ],
  [entry('2027/01/31'), '2:67', 'bad-setting', '写成 expires: 2027-01-31', 'write expires: 2027-01-31'],
  [entry('２０２７-01-31'), '2:67', 'full-width', '改成 2027-01-31', 'in half width: 2027-01-31'],
  [entry('2027-01-31', ''), '2:5', 'bad-setting', '没有写明放行什么', 'does not say what it allows'],
  ['suppressions:\n  rule: a', '2:3', 'bad-setting', '以短横和空格开头', 'after a dash and a space'],
  [
    'input: { roles: { agent: "(a+)+" } }',
    '1:26',
    'bad-role-pattern',
    '可以无限重复',
    'repeats without limit',
  ],
  ['input：\n  encoding: gbk', '1:1', 'full-width', '改成 input:', 'in half width: input:'],
  ['input:\n\tencoding: gbk', '2:1', 'bad-yaml', 'Tab', 'a tab'],
  ['failOn: warn\nfailOn: none', '2:1', 'bad-yaml', 'failOn 写了两次', 'failOn is written twice'],
  ['failOn:warn\nschedule: note', '1:1', 'bad-yaml', '冒号后面没有空格', 'no space after the colon'],
  ['不要货到付款', '1:1', 'bad-setting', '整个文件 写的是“不要货到付款”', 'the file is "不要货到付款"'],
])('%j', async (config, at, code, zh, en) => {
  const folder = mkdtempSync(join(tmpdir(), 'kefulint-config-'))
  writeFileSync(join(folder, 'mine.yaml'), config)
  for (const [lang, piece] of [
    ['zh-CN', zh],
    ['en', en],
  ] as const) {
    const args = ['audit', fixture('good.ndjson'), '--config', 'mine.yaml', '--lang', lang]
    const { code: exit, out, err } = await kefulint(args, '', {}, folder)
    expect([exit, out]).toEqual([2, ''])
    expect(err).toMatch(new RegExp(`^mine\\.yaml:${at}: .* \\[${code}\\]\\n  → .+\\n$`))
    expect(err).toContain(piece)
  }
})
