import { describe, expect, test } from 'vitest'
import { layoutOf } from '../../src/read/columns.js'
import { csvRows, csvRowsOf } from '../../src/read/csv-rows.js'
import { bytes, codes, ids, readAll, sample, told } from './helpers.js'

const read = (text: string, options = {}) => readAll(['-'], { stdin: bytes(text), ...options })

describe('one message a row', () => {
  test('chats that go on at once are kept apart; orders, pictures, columns without a meaning', async () => {
    const { conversations, problems } = await readAll([sample('formats/messages.csv')])
    expect(ids(conversations)).toEqual(['s-1', 's-2'])
    expect(told(conversations[0]!)).toEqual(['buyer: 有发票吗', 'agent: 没有的', 'buyer image: [图片]'])
    expect(told(conversations[1]!)).toEqual(['buyer: 灯泡送吗', 'agent: 送的亲,\n一盏灯配一只'])
    expect(conversations[1]).toMatchObject({
      buyer: '阿布爱灯',
      shop: { id: '青禾灯具旗舰店' },
      order: { id: '1234000000000001', status: 'shipped', amount: 129 },
      source: { line: 3 },
    })
    expect(codes(problems)).toEqual(['unknown-columns:1'])
    expect(problems[0]!.what).toBe('columns not used: 满意度')
  })

  test('tabs, roles by name, robots apart, a new buyer begins a new chat', async () => {
    const { conversations } = await readAll([sample('formats/messages.tsv')])
    expect(conversations.map(told)).toEqual([
      ['buyer: 可以货到付款吗', 'agent: 可以的', 'agent robot: 您好,请问有什么可以帮您'],
      ['buyer: 在吗', 'agent: 在的亲'],
    ])
    expect(conversations[0]!.messages[0]!.time).toBe('2026-10-12T09:14:00')
  })

  test('half a day of silence ends a chat that has no name of its own', async () => {
    const rows = [
      '买家,发送者,时间,内容',
      'b,b,2026-10-12 09:00,一',
      'b,b,2026-10-12 20:00,二',
      'b,b,2026-10-13 09:00,三',
    ]
    const { conversations } = await read(rows.join('\n'))
    expect(conversations.map(told)).toEqual([['buyer: 一', 'buyer: 二'], ['buyer: 三']])
    expect(new Set(ids(conversations)).size).toBe(2)
  })

  test('the newest first is sorted, messages of one second stay as they stood, and it is said', async () => {
    const rows = [
      '会话,角色,时间,内容',
      'c,客服,10:02,x',
      'c,客服,2026-10-12 10:01:00,乙',
      'c,买家,2026-10-12 10:00:00,甲',
      'c,客服,2026-10-12 10:01:00,丙',
    ]
    const { conversations, problems } = await read(rows.slice(0, 1).concat(rows.slice(2)).join('\n'))
    expect(told(conversations[0]!)).toEqual(['buyer: 甲', 'agent: 乙', 'agent: 丙'])
    expect(codes(problems)).toEqual(['out-of-order:2'])
  })

  test('times: seconds, milliseconds, microseconds, none, nonsense', async () => {
    const rows = [
      '会话,角色,时间,内容',
      'c,买家,1760231642,一',
      'c,客服,1760231643000,二',
      'c,客服,1760231644000000,三',
      'c,客服,,四',
      'c,客服,昨天,五',
    ]
    const { conversations, problems } = await read(rows.join('\n'))
    expect(conversations[0]!.messages.map(({ time }) => time)).toEqual([
      '2025-10-12T09:14:02',
      '2025-10-12T09:14:03',
      '2025-10-12T09:14:04',
      undefined,
      undefined,
    ])
    expect(codes(problems)).toEqual(['bad-time:6'])
    const none = await read('角色,内容\n买家,在吗\n客服,在的\n')
    expect(none.conversations[0]).toMatchObject({ lacks: ['time'], id: expect.stringMatching(/^undated-/) })
  })

  test('an id seen on rows far apart is one conversation', async () => {
    const rows = Array.from({ length: 1500 }, (_, i) => `c${i},买家,${i}`)
    const { conversations } = await read(['会话id,角色,内容', ...rows, 'c0,客服,好'].join('\n'))
    expect(conversations).toHaveLength(1500)
    expect(told(conversations[0]!)).toEqual(['buyer: 0', 'agent: 好'])
  })
})

describe('one customer a row', () => {
  test('a title above the header, cells with and without times, failed rows', async () => {
    const { conversations, problems } = await readAll([sample('formats/chats.csv')])
    expect(conversations.map(told)).toEqual([
      ['buyer: 有发票吗', 'agent: 没有的\n亲'],
      ['buyer: 在吗', 'agent: 在的 9:30前都在哦'],
    ])
    expect(conversations[0]!.messages[1]).toMatchObject({
      time: '2026-05-09T10:00:09',
      sender: '青禾灯具旗舰店:小禾',
    })
    expect(codes(problems)).toEqual(['no-chat:9'])
  })

  test.each([
    ['sender, time, then the words', '小满 2026-05-09 10:00:01\n有发票吗\n店:甲 2026-05-09 10:00:05\n没有的'],
    [
      'time, sender, words on a line',
      '2026-05-09 10:00:01 小满: 有发票吗\n2026-05-09 10:00:05 店:甲: 没有的',
    ],
    ['the window form', '小满 (2026-05-09 10:00:01):\n有发票吗\n店:甲 (2026-05-09 10:00:05):\n没有的'],
    ['no space after the name', '小满:有发票吗\n店:甲:没有的'],
    ['no times', '小满：有发票吗\n店:甲: 没有的'],
    ['roles for names', '买家: 有发票吗\n客服: 没有的'],
  ])('%s', async (_, chat) => {
    const { conversations, problems } = await read(`客户,聊天记录\n小满,"${chat}"\n`)
    expect([conversations.map(told), problems]).toEqual([[['buyer: 有发票吗', 'agent: 没有的']], []])
  })
})

describe('who speaks', () => {
  test('where nobody can tell, the chats are not judged, and it is said once', async () => {
    const { conversations, problems } = await read('会话,发送者,内容\n1,甲,你好\n1,乙,好\n2,甲,你好\n')
    expect([conversations, codes(problems)]).toEqual([[], ['no-role:2']])
  })

  test('nobody is guessed from numbers, nor from accounts none of which is the buyer that the table names', async () => {
    for (const text of [
      '客户,方向,内容\na,1,你好\na,0,在的\n',
      '客户ID,发送者,内容\n1001,小王,你好\n1001,小美,在的\n',
    ])
      expect(codes((await read(text)).problems)).toEqual(['no-role:2'])
    const { conversations } = await read('买家,发送人,内容\n小王,小王,在吗\n小王,小美,在的\n')
    expect(conversations.map(told)).toEqual([['buyer: 在吗', 'agent: 在的']])
  })

  test("the user's patterns tell", async () => {
    const text = '会话,发送者,内容\n1,甲,你好\n1,qh_小禾,好\n1,qh_auto,欢迎\n'
    const { conversations } = await read(text, { roles: { agent: '^qh_', robot: 'auto$' } })
    expect(conversations.map(told)).toEqual([['buyer: 你好', 'agent: 好', 'agent robot: 欢迎']])
  })

  test('a pattern that is wrong or slow is refused', async () => {
    for (const agent of ['(', '(a+)+$'])
      await expect(read('x', { roles: { agent } })).rejects.toMatchObject({ code: 'bad-role-pattern' })
  })
})

describe('columns', () => {
  test.each([
    ['Chinese', '会话ID,发送时间,发送者,消息内容', 'conversation time sender text'],
    ['English', 'session_id,Send Time,from,Content', 'conversation time sender text'],
    ['a chat in a cell', '客户ID,聊天记录', 'buyer chat'],
    ['the same name for one message', '发送者,聊天记录', 'sender text'],
    ['remarks in brackets', '时间(北京),角色,内容', 'time role text'],
  ])('%s', (_, header, fields) => {
    expect(Object.keys(layoutOf(header.split(','))!.at).sort()).toEqual(fields.split(' ').sort())
  })

  test('names of the user win', async () => {
    const text = '甲列,乙列,内容\n买家,有发票吗,x\n客服,没有的,y\n'
    const { conversations, problems } = await read(text, {
      columns: { role: '甲列', text: '乙列' },
      inputFormat: 'csv',
    })
    expect(conversations.map(told)).toEqual([['buyer: 有发票吗', 'agent: 没有的']])
    expect(problems[0]!.what).toBe('columns not used: 内容')
  })

  test('a header that tells nothing names what was found and what was expected', async () => {
    const { problems } = await read('甲,乙\n1,2\n', { inputFormat: 'csv' })
    expect(codes(problems)).toEqual(['no-columns:1'])
    expect(problems[0]!.what).toMatch(/甲, 乙; expected are such as: .*角色/)
  })

  test('a header alone', async () => {
    expect(codes((await read('会话,角色,内容\n')).problems)).toEqual(['no-rows:'])
  })

  test('what was taken for what', async () => {
    const notes: string[] = []
    await readAll([sample('formats/chats.csv')], { onNote: (note) => notes.push(note) })
    expect(notes.join('\n')).toContain(
      'one customer a row, the chat in a cell, header on line 2: 客户ID → buyer, 聊天记录 → chat',
    )
  })
})

describe('CSV', () => {
  const fail = () => expect.unreachable()

  test('quotes, line ends and commas in cells, and the line that a row begins on', async () => {
    expect(await csvRowsOf('a,"b ""x"", y"\r\n"1\r\n2",3\r\n\r\nlast,', ',', fail)).toEqual([
      { cells: ['a', 'b "x", y'], line: 1 },
      { cells: ['1\n2', '3'], line: 2 },
      { cells: ['last', ''], line: 5 },
    ])
  })

  test('a quote that is never closed costs its own line only', async () => {
    const text = '角色,内容\n买家,好\n客服,"没有\n买家,在吗\n客服,在\n'
    const { conversations, problems } = await read(text)
    expect(told(conversations[0]!)).toEqual(['buyer: 好', 'buyer: 在吗', 'agent: 在'])
    expect(codes(problems)).toEqual(['bad-csv:3'])
  })

  test('an open quote in a long file holds no more than the limit', async () => {
    const lines = [`x,"open`, ...Array.from({ length: 40_000 }, (_, i) => `${i},row`)]
    async function* all() {
      for (const [i, text] of lines.entries()) yield { text, line: i + 1 }
    }
    const problems: string[] = []
    let rows = 0
    const report = (code: string, at: { line?: number }, ..._: unknown[]) =>
      void problems.push(`${code}:${at.line}`)
    for await (const batch of csvRows(all(), ',', report, 10_000)) rows += batch.length
    expect([rows, problems]).toEqual([40_000, ['bad-csv:1']])
  })

  test('a line without end is dropped as it comes', async () => {
    const text = `角色,内容\n买家,好\n客服,${'长'.repeat(2000)}\n客服,在\n`
    const { conversations, problems } = await read(text, { limit: 1000 })
    expect(told(conversations[0]!)).toEqual(['buyer: 好', 'agent: 在'])
    expect(codes(problems)).toEqual(['too-long:3'])
  })
})
