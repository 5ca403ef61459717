import { describe, expect, test } from 'vitest'
import { messagesFor } from '../../src/messages/index.js'
import type { Problem } from '../../src/model.js'
import type { ReplyColumns } from '../../src/read/reply-columns.js'
import { readQuickReplies } from '../../src/read/reply-files.js'
import { triggersIn } from '../../src/read/reply-triggers.js'
import { bytes, codes, fixture, sample } from './helpers.js'

async function read(name: string, path = fixture(name), replyColumns?: ReplyColumns) {
  const problems: Problem[] = []
  const options = {
    messages: messagesFor('en'),
    onProblem: (problem: Problem) => void problems.push(problem),
    stdin: bytes(),
    ...(replyColumns ? { replyColumns } : {}),
  }
  const replies = await readQuickReplies([path], options)
  return {
    replies: replies.map(({ code, text, group, line }) => [code, text, group, line]),
    problems: codes(problems),
  }
}

describe('quick replies', () => {
  test('columns of other names, as the configuration maps them', async () => {
    const file = fixture('replies-own-columns.csv')
    expect((await read('', file)).problems).toContain('no-text-column:1')
    expect(await read('', file, { text: '怎么回', group: '场景' })).toEqual({
      replies: [[undefined, '没有发票的亲', '发票', 2]],
      problems: [],
    })
  })

  test('CSV with quotes, line ends in cells, and the escapes of one client', async () => {
    expect(await read('replies.csv')).toEqual({
      replies: [
        ['1', '亲,可以开发票的', '发票', 2],
        ['2', '第一行\n第二行"引号"', undefined, 3],
        ['3', '运费,我们出', '运费', 5],
      ],
      problems: [],
    })
  })

  test('YAML: lists under groups, codes with texts', async () => {
    expect(await read('replies.yaml')).toEqual({
      replies: [
        ['fp', '可以开发票的', '发票', 2],
        [undefined, '没有的', '发票', 4],
        ['你好', '亲,在的', undefined, 5],
      ],
      problems: [],
    })
  })

  test('JSON as the client exports it', async () => {
    expect(await read('replies.json')).toEqual({
      replies: [
        ['a', '可以开发票的', '发票', 9],
        ['b', '没有的', '发票', 15],
      ],
      problems: [],
    })
  })

  test('plain lines', async () => {
    expect((await read('replies.txt')).replies).toEqual([
      [undefined, '亲,在的', undefined, 1],
      [undefined, '没有的', undefined, 3],
    ])
  })

  test.each([
    ['replies-open-quote.csv', 'bad-csv:2'],
    ['replies-no-header.csv', 'no-text-column:1'],
    ['empty.ndjson', 'empty-file:'],
  ])('%s', async (name, trouble) => {
    expect((await read(name)).problems).toContain(trouble)
  })

  test('bad YAML names the line', async () => {
    const { problems, replies } = await read('replies-bad.yaml')
    expect(replies).toEqual([])
    expect(problems[0]).toMatch(/^bad-yaml:\d/)
  })
})

describe('libraries as their tools write them', () => {
  const library = (name: string) => read(name, sample(`replies/${name}`))

  test('Qianniu CSV in GBK', async () => {
    expect(await library('qianniu-gbk.csv')).toEqual({
      replies: [
        ['fp', '亲,可以开发票的\n随时可以开', '发票', 2],
        ['hdfk', '可以的', '货到付款', 4],
        ['bz', '{买家昵称}您好,订单{订单号}已发出', undefined, 5],
      ],
      problems: [],
    })
  })

  test('Feiniu workbook with its escapes', async () => {
    expect(await library('feiniu.xlsx')).toEqual({
      replies: [
        ['fp', '亲,可以开发票\n开票请备注抬头', '发票', 2],
        ['hdfk', '可以的', '货到付款', 3],
      ],
      problems: [],
    })
  })

  test('Yiwaiwai columns: levels of groups; columns without a meaning here are no problem', async () => {
    expect(await library('yiwaiwai.csv')).toEqual({
      replies: [
        ['开票', '没有的哦', '售前/发票', 2],
        ['欢迎', '{客户名}您好 很高兴为您服务', '售前', 3],
      ],
      problems: [],
    })
  })

  test('Agiso rows', async () => {
    expect((await library('agiso.csv')).replies.map(([, text]) => text)).toEqual([
      '亲 在的{@转接}',
      '有的 {$提取链接}',
    ])
  })

  test('API JSON: groups and phrases apart', async () => {
    expect((await library('api.json')).replies).toEqual([
      ['xyk', '不支持的亲', '信用卡', 4],
      ['xyk2', '可以的亲', '信用卡', 5],
    ])
  })

  test('JSON of intents with templates', async () => {
    expect((await library('intents.json')).replies.map(([, text, group]) => [text, group])).toEqual([
      ['可以开的 {order_id}', '发票'],
      ['没有的', '发票'],
    ])
  })

  test('Markdown: fenced blocks under headings, the prose between is none', async () => {
    expect((await library('sections.md')).replies).toEqual([
      [undefined, '可以的亲\n[买家昵称]您好', '货到付款', 8],
      [undefined, '在的亲', '问候', 15],
    ])
  })

  test('Markdown without fences: list items', async () => {
    expect((await library('list.md')).replies).toEqual([
      [undefined, '没有的', '发票', 2],
      [undefined, '可以开的亲', '发票', 3],
    ])
  })

  test.each([
    ['html.xlsx', 'html-file:'],
    ['old.xls', 'old-excel:'],
  ])('%s', async (name, trouble) => {
    expect(await read(name)).toEqual({ replies: [], problems: [trouble] })
  })
})

test('trigger words: a comma is or, a plus is and, brackets group', () => {
  expect(triggersIn('在不在,在吗,(您好,你好)+(在不,zai)')).toEqual(['在不在', '在吗', '您好在不'])
  expect(triggersIn('微信、加v；QQ')).toEqual(['微信', '加v', 'QQ'])
})
