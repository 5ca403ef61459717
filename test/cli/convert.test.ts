import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { formatNames } from '../../src/read/index.js'
import { fixture, kefulint } from './run.js'

const sample = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url))
const lines = (out: string) =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

describe('convert: chats', () => {
  test('to records, which read the same again', async () => {
    const first = await kefulint(['convert', sample('formats/messages.csv'), '--no-mask'])
    expect(first.code).toBe(0)
    expect(first.err).toContain('columns not used: 满意度')
    const again = await kefulint(['convert', '-', '--no-mask'], first.out)
    const without = (records: { source: unknown }[]) => records.map(({ source: _, ...rest }) => rest)
    expect(without(lines(again.out))).toEqual(without(lines(first.out)))
    const audited = await kefulint(['audit', '-', '--format', 'json'], first.out)
    expect(JSON.parse(audited.out).findings[0]).toMatchObject({
      conversation: 's-1',
      rule: 'invoice/refusal',
    })
  })

  test('masked by default: accounts, orders, numbers in texts', async () => {
    const chat =
      '会话,买家,发送者,内容,订单号,订单状态\nc,小满2016,小满2016,我是小满2016 电话13800000000,1234000000000001,已付款\n'
    const { out } = await kefulint(['convert', '-'], chat)
    expect(out).not.toMatch(/小满2016|13800000000|1234000000000001/)
    const [record] = lines(out)
    expect(record.messages[0].text).toHaveLength('我是小满2016 电话13800000000'.length)
    expect((await kefulint(['convert', '-', '--no-mask'], chat)).out).toMatch(/小满2016 电话13800000000/)
  })

  test('every sample of every format gives records', async () => {
    for (const name of [
      'chats.csv',
      'chats.xlsx',
      'client.json',
      'customers.zip',
      'dialogues.json',
      'jd.json',
      'pdd.jsonl',
      'rows.json',
      'top-chatlog.json',
      'window.txt',
    ]) {
      const { code, out } = await kefulint(['convert', sample(`formats/${name}`)])
      expect([name, code]).toEqual([name, 0])
      expect(lines(out)[0].messages.length).toBeGreaterThan(1)
    }
  })

  test('--output holds all or nothing', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'convert-')), 'out.ndjson')
    const result = await kefulint(['convert', fixture('good.ndjson'), '--output', file])
    expect([result.code, result.out, result.cleanups]).toEqual([0, '', 0])
    expect(lines(readFileSync(file, 'utf8'))).toHaveLength(2)
    const other = join(mkdtempSync(join(tmpdir(), 'convert-')), 'out.ndjson')
    await kefulint(['convert', fixture('nowhere'), '--output', other])
    expect(existsSync(other)).toBe(false)
  })

  test.each([
    ['nothing readable', [fixture('prose.md'), '--kind', 'chat'], 2, 'unknown-format'],
    ['an archive without chats', [fixture('binary.dat')], 2, 'binary'],
    ['an unknown kind', [fixture('good.ndjson'), '--kind', 'x'], 2, 'bad-flag'],
    ['an unknown encoding', [fixture('good.ndjson'), '--encoding', 'x'], 2, 'bad-flag'],
    ['no files', [], 2, 'no-input'],
    ['a bad line beside good ones', [fixture('not-json.ndjson')], 0, 'not-json'],
    ['the same, strictly', [fixture('not-json.ndjson'), '--strict-input'], 2, 'not-json'],
  ])('%s', async (_, args, code, trouble) => {
    const result = await kefulint(['convert', ...args])
    expect([result.code, result.err]).toEqual([code, expect.stringContaining(`[${trouble}]`)])
  })

  test('the same id twice is said, and both are written', async () => {
    const record = '{"id":"a","messages":[{"role":"agent","text":"亲"}]}\n'
    const { out, err } = await kefulint(['convert', '-'], record + record)
    expect(lines(out)).toHaveLength(2)
    expect(err).toContain('<stdin>:2: 1 conversation with an id seen before')
  })
})

describe('convert: quick replies, told apart by content', () => {
  test.each([
    'agiso.csv',
    'api.json',
    'feiniu.xlsx',
    'intents.json',
    'library.yaml',
    'lines.txt',
    'list.md',
    'qianniu-gbk.csv',
    'sections.md',
    'yiwaiwai.csv',
  ])('%s', async (name) => {
    const { code, out } = await kefulint(['convert', sample(`replies/${name}`)])
    expect(code).toBe(0)
    for (const record of lines(out)) {
      expect(typeof record.text).toBe('string')
      expect(Object.keys(record).every((key) => ['code', 'text', 'group'].includes(key))).toBe(true)
    }
  })

  test('--kind decides', async () => {
    const { out } = await kefulint(['convert', sample('formats/window.txt'), '--kind', 'replies'])
    expect(lines(out)[1]).toEqual({ text: '有发票吗' })
  })
})

describe('--explain-input', () => {
  test('hides customers’ names, which files in an archive bear', async () => {
    const args = ['convert', sample('formats/customers.zip'), '--explain-input']
    expect((await kefulint(args)).err).toContain('customers.zip!小')
    expect((await kefulint(args)).err).not.toContain('小满2016')
    expect((await kefulint([...args, '--no-mask'])).err).toContain('小满2016')
  })

  test.each([
    ['audit', sample('formats/chats.csv'), 'format csv: its header has columns of a chat'],
    ['audit', sample('encodings/gbk.txt'), 'encoding gb18030: the content decodes so'],
    ['gate', sample('replies/yiwaiwai.csv'), '标题 → code, 内容 → text, 分组 → group'],
    ['convert', sample('replies/api.json'), 'taken for quick replies: reads like quick replies'],
  ])('%s %s', async (command, file, note) => {
    const { err } = await kefulint([command, file, '--explain-input'])
    expect(err).toContain(`${file}: `)
    expect(err).toContain(note)
  })

  test('without it nothing is said', async () => {
    expect((await kefulint(['audit', sample('formats/chats.csv')])).err).toBe('')
  })
})

describe('audit', () => {
  test('notices tell, and decide nothing even when strict', async () => {
    const args = [sample('formats/messages.csv'), '--format', 'json', '--fail-on', 'none', '--strict-input']
    const { code, out } = await kefulint(['audit', ...args])
    expect(code).toBe(0)
    expect(JSON.parse(out).problems).toMatchObject([{ code: 'unknown-columns' }])
  })

  test('an id seen before is said once, on one thread as on two', async () => {
    const record = '{"id":"a","messages":[{"role":"agent","text":"本店不开发票"}]}\n'
    const { out } = await kefulint(['audit', '-', '--format', 'json', '--threads', '1'], record.repeat(3))
    const { problems, summary } = JSON.parse(out)
    expect(summary.conversations).toBe(3)
    expect(problems).toMatchObject([{ code: 'duplicate-id', line: 2, what: expect.stringMatching(/^2 /) }])
  })

  test('records out of order are sorted and said', async () => {
    const said = (text: string, role: string, time: string) => ({
      role,
      text,
      time: `2026-10-12T10:00:0${time}`,
    })
    const record = { id: 'a', messages: [said('没有的', 'agent', '5'), said('有发票吗', 'buyer', '1')] }
    const { out } = await kefulint(['audit', '-', '--format', 'json'], `${JSON.stringify(record)}\n`)
    const { findings, problems } = JSON.parse(out)
    expect(findings).toMatchObject([{ rule: 'invoice/refusal', message: 1 }])
    expect(problems).toMatchObject([{ code: 'out-of-order', line: 1 }])
  })

  test('the seller alone: what depends on the question cannot be judged', async () => {
    const { out } = await kefulint(['audit', sample('formats/top-seller-only.json'), '--format', 'json'])
    const { findings, cannotJudge } = JSON.parse(out)
    expect(findings).toEqual([])
    expect(cannotJudge).toContainEqual(expect.objectContaining({ rule: 'invoice/refusal', why: 'buyerText' }))
  })

  test('a limit that was hit is 3 where nothing could be judged', async () => {
    const wide = await import('../read/workbook.js')
    const archive = wide.workbook(
      `<row r="1">${wide.cell('XFD1', 'x')}</row><row r="1048576">${wide.cell('A1048576', 'y')}</row>`,
    )
    const file = join(mkdtempSync(join(tmpdir(), 'limit-')), 'wide.xlsx')
    ;(await import('node:fs')).writeFileSync(file, archive)
    const { code, out } = await kefulint(['audit', file])
    expect([code, out]).toEqual([3, expect.stringContaining('[over-limit]')])
  })
})

describe('gate: a reply as the answer to its group', () => {
  const gate = async (name: string) => {
    const { code, out } = await kefulint(['gate', sample(`replies/${name}`), '--format', 'json'])
    return { code, findings: JSON.parse(out).findings, problems: JSON.parse(out).problems }
  }

  test.each([
    ['feiniu.xlsx', 'hdfk', 'payment/cod-offer', 'question: 货到付款', '可以的'],
    ['api.json', 'xyk', 'payment/credit-card-refusal', 'question: 信用卡', '不支持'],
    ['yiwaiwai.csv', '开票', 'invoice/refusal', 'question: 发票', '没有'],
    ['agiso.csv', 'agiso.csv:3', 'contact/wechat', 'question: 微信', '有'],
  ])('%s: %s', async (name, id, rule, question, text) => {
    const { code, findings } = await gate(name)
    expect(code).toBe(0)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      conversation: id,
      rule,
      severity: 'warn',
      text,
      message: 0,
      counted: false,
    })
    expect(findings[0].assumes).toContain(question)
    expect(findings[0].messageText.slice(findings[0].span.start, findings[0].span.end)).toBe(text)
  })

  test('people read which question was assumed', async () => {
    const { out } = await kefulint(['gate', sample('replies/feiniu.xlsx')])
    expect(out).toContain('the buyer asked "货到付款"')
  })

  test('the question is masked like what is said', async () => {
    const csv = '快捷编码,快捷短语,快捷短语分组\nwx,有的亲,微信13800000000\n'
    for (const args of [
      ['gate', '-', '--format', 'json'],
      ['gate', '-', '--format', 'html'],
      ['convert', '-'],
    ]) {
      expect((await kefulint(args, csv)).out).toContain('微信138****0000')
      expect((await kefulint(args, csv)).out).not.toContain('13800000000')
      expect((await kefulint([...args, '--no-mask'], csv)).out).toContain('13800000000')
    }
  })

  test('what is wrong alone stays an error and is told once', async () => {
    const csv = '快捷编码,快捷短语,快捷短语分组\nfp,本店不开发票,发票\n'
    const { code, out } = await kefulint(['gate', '-', '--format', 'json'], csv)
    expect(code).toBe(1)
    expect(JSON.parse(out).findings).toMatchObject([
      { rule: 'invoice/refusal', severity: 'error', assumes: [] },
    ])
  })

  test('variables are slots: neither their names nor their brackets are said to anyone', async () => {
    const texts = [
      '{买家昵称}您好',
      '订单{订单号}已发出',
      '请看{$提取链接}',
      '{微信号}',
      '[QQ号]',
      '%nick%您好',
    ]
    const { code, out } = await kefulint(
      ['gate', '-', '--format', 'json', '--fail-on', 'warn'],
      texts.join('\n'),
    )
    expect([code, JSON.parse(out).findings]).toEqual([0, []])
  })
})

test('formats lists every format and where it was seen', async () => {
  const { code, out } = await kefulint(['formats'])
  expect(code).toBe(0)
  for (const name of formatNames)
    expect(out).toMatch(new RegExp(`^  ${name} +(?:our own|generic|seen in code|from memory) `, 'm'))
  expect(out).toMatch(/Qianniu CSV/)
})
