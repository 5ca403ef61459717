import { describe, expect, test } from 'vitest'
import { bytes, codes, fixture, ids, readAll, told } from './helpers.js'

describe('records', () => {
  test.each(['good.ndjson', 'bom-crlf.ndjson', 'array.json', 'conversations.json'])('%s', async (name) => {
    const { conversations, problems } = await readAll([fixture(name)])
    expect(problems).toEqual([])
    expect(ids(conversations)).toEqual(['c1', 'c2'])
    expect(conversations[0]!.messages[1]).toEqual({ role: 'agent', text: '没有的' })
    expect(conversations[1]!.source).toEqual({ file: fixture(name), line: name.endsWith('.ndjson') ? 2 : 3 })
  })

  test('one record over several lines', async () => {
    const { conversations, problems } = await readAll([fixture('one.json')])
    expect([ids(conversations), problems]).toEqual([['c1'], []])
  })

  test('JSON cut anywhere into pieces reads the same', async () => {
    const text = `{"a":"]}\\"","conversations" : [ {"id":"x","messages":[{"role":"agent","text":"亲[,]"}]} , {"id":"y","messages":[{"role":"agent","text":"{"}]}]}`
    const all = new TextEncoder().encode(text)
    for (let size = 1; size < 12; size++) {
      const pieces = Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
        all.slice(i * size, (i + 1) * size),
      )
      const { conversations, problems } = await readAll(['-'], {
        stdin: bytes(...pieces),
        inputFormat: 'json',
      })
      expect([ids(conversations), problems]).toEqual([['x', 'y'], []])
    }
  })

  test('standard input, recognised by itself', async () => {
    const record = '{"id":"a","messages":[{"role":"agent","text":"亲"}]}'
    for (const [text, expected] of [
      [record, ['a']],
      [`${record}\n${record}\n`, ['a', 'a']],
      [`[${record}]`, ['a']],
      [`  {"conversations":[${record}]}`, ['a']],
    ] as const) {
      const { conversations, problems } = await readAll(['-'], { stdin: bytes(text) })
      expect([ids(conversations), problems]).toEqual([expected, []])
    }
  })
})

describe('the Qianniu text dump', () => {
  test('sessions, roles, kinds', async () => {
    const { conversations, problems } = await readAll([fixture('qianniu.txt')])
    expect(problems).toEqual([])
    expect(conversations.map(({ buyer, messages }) => [buyer, messages.length])).toEqual([
      ['tb小王', 6],
      ['buyer2', 2],
      ['tb小王', 2],
    ])
    const [first, , last] = conversations
    expect(first!.messages.map(({ role, kind }) => [role, kind].filter(Boolean).join(' '))).toEqual([
      'buyer',
      'system',
      'agent',
      'agent withdrawn',
      'system withdrawn',
      'buyer image',
    ])
    expect(first!.messages[2]).toEqual({
      role: 'agent',
      text: '亲\n没有的哦\n\n还有别的问题吗',
      sender: '好物旗舰店:小美',
      time: '2017-02-21T10:00:09',
    })
    expect(first!.source!.line).toBe(3)
    expect(last!.messages[1]!.time).toBe('2017-02-22T09:00:30')
  })

  test('ids are unique and show no account', async () => {
    const { conversations } = await readAll([fixture('qianniu.txt')])
    expect(new Set(ids(conversations)).size).toBe(3)
    for (const id of ids(conversations)) expect(id).toMatch(/^2017-02-2[12]-[0-9a-f]{10}$/)
  })

  test('a long session is split, and one long message is cut short; both are said', async () => {
    const said = (second: number, text: string) => `2026-10-12 09:14:${10 + second} 山鹿:甲 ${text}\n`
    const dump = [
      '山鹿:\n2026-10-12\n',
      ...Array.from({ length: 9 }, (_, i) => said(i, `第${i}条${'长'.repeat(20)}`)),
    ]
    const long = ['山鹿:\n', said(0, '在'), `${'长'.repeat(30)}\n`.repeat(5), said(1, '好')]
    const read = (text: string[]) =>
      readAll(['-'], { stdin: bytes(text.join('')), inputFormat: 'qianniu-text', limit: 100 })
    const split = await read(dump)
    expect(split.conversations.flatMap(({ messages }) => messages)).toHaveLength(9)
    expect(new Set(ids(split.conversations)).size).toBe(split.conversations.length)
    expect(new Set(codes(split.problems))).toEqual(new Set(['split-chat:8']))
    const cut = await read(long)
    expect(cut.conversations.flatMap((chat) => told(chat).map((text) => text.length))).toEqual([101, 8])
    expect(codes(cut.problems)).toEqual(['long-message:6'])
  })

  test('who speaks: the user’s patterns first, then what begins with the shop’s name', async () => {
    const dump = [
      '山鹿:\n2026-10-12\n',
      '2026-10-12 09:14:10 爱山鹿的小王 有发票吗\n',
      '2026-10-12 09:14:20 小溪客服 没有的\n',
      '2026-10-12 09:14:30 山鹿:甲 在\n',
    ]
    const options = { stdin: bytes(dump.join('')), inputFormat: 'qianniu-text', roles: { agent: '客服$' } }
    const { conversations } = await readAll(['-'], options)
    expect(conversations.map(told)).toEqual([['buyer: 有发票吗', 'agent: 没有的', 'agent: 在']])
  })

  test('without a shop name nobody is an agent', async () => {
    const { conversations, problems } = await readAll([fixture('qianniu-no-shop.txt')])
    expect([conversations, codes(problems)]).toEqual([[], ['no-shop-name:1']])
  })

  test('an agent who speaks of withdrawing is not a withdrawal', async () => {
    const chat = '店:\n2017-02-21 10:00:00 b 嗯\n2017-02-21 10:00:00 店 您刚才撤回了一条消息,是有什么问题吗\n'
    const { conversations } = await readAll(['-'], { stdin: bytes(chat) })
    expect(conversations[0]!.messages[1]!.kind).toBeUndefined()
  })
})
