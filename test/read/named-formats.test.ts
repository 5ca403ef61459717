import { describe, expect, test } from 'vitest'
import { formatNames } from '../../src/read/index.js'
import { FORMAT_NAMES } from '../../src/read/names.js'
import { codes, ids, readAll, sample, told } from './helpers.js'

const QUESTION = 'buyer: 有发票吗'
const ANSWER = 'agent: 没有的'

/** Reads a sample, which must be recognised as the format without being told. */
async function read(name: string, format: string) {
  const notes: string[] = []
  const result = await readAll([sample(`formats/${name}`)], { onNote: (note) => notes.push(note) })
  expect(notes.find((note) => note.startsWith('format '))).toContain(`format ${format}:`)
  return { ...result, chats: result.conversations.map(told) }
}

test('names for the help texts are those of the registry', () => {
  expect([...FORMAT_NAMES].sort()).toEqual([...formatNames].sort())
})

test('window copy: several buyers, a time without a date, words on the line of the name', async () => {
  const { chats, conversations, problems } = await read('window.txt', 'window-text')
  expect(problems).toEqual([])
  expect(chats).toEqual([
    ['buyer: 有发票吗\n急用', ANSWER, 'agent: 还有别的问题吗'],
    ['buyer: 在吗', 'agent: 在的'],
  ])
  expect(conversations[0]!.messages[2]!.time).toBe('2026-10-12T09:15:01')
  expect(conversations[0]!.buyer).toBe('小满2016')
})

test('workbook: one customer a row, and rows that the exporter could not fill', async () => {
  const { chats, conversations, problems } = await read('chats.xlsx', 'xlsx')
  expect(chats).toEqual([[QUESTION, ANSWER]])
  expect(conversations[0]!.messages[1]).toMatchObject({
    sender: '青禾灯具旗舰店:小禾',
    time: '2026-05-09T10:00:09',
  })
  expect(codes(problems)).toEqual(['no-chat:3'])
})

test('workbook: one message a row, with dates of the sheet', async () => {
  const { chats, conversations } = await read('messages.xlsx', 'xlsx')
  expect(chats).toEqual([[QUESTION, ANSWER]])
  expect(conversations[0]!.messages.map(({ time }) => time)).toEqual([
    '2026-10-12T09:14:02',
    '2026-10-12T09:14:20',
  ])
})

test('archive of JSON, one file a customer', async () => {
  const { chats, conversations, problems } = await read('customers.zip', 'zip')
  expect([chats, problems]).toEqual([[[QUESTION, ANSWER, 'buyer image: ']], []])
  expect(conversations[0]!.source!.file).toMatch(/customers\.zip!小满2016\.json$/)
})

test('the same JSON alone', async () => {
  const { chats } = await read('customer.json', 'customer-json')
  expect(chats).toEqual([[QUESTION, ANSWER, 'buyer image: ']])
})

test('client JSON: who the client is logged in as is the shop; times in three units; an item card', async () => {
  const { chats, conversations } = await read('client.json', 'client-json')
  expect(chats).toEqual([[QUESTION, ANSWER, 'agent card: 吸顶灯 客厅 三色']])
  expect(conversations[0]!.messages.map(({ time }) => time)).toEqual([
    '2025-10-12T09:14:02',
    '2025-10-12T09:14:20',
    '2025-10-12T09:14:30',
  ])
})

test('open platform chat log: a lone message comes as an object', async () => {
  const { chats, conversations } = await read('top-chatlog.json', 'top-json')
  expect(chats).toEqual([[QUESTION, ANSWER], ['agent: 亲,在的']])
  expect(conversations[0]!.lacks).toBeUndefined()
  expect(conversations[0]!.messages[1]!.sender).toBe('青禾灯具旗舰店:小禾')
})

test('the log that gives the seller only: UTC, and the record says what it lacks', async () => {
  const { chats, conversations } = await read('top-seller-only.json', 'top-json')
  expect(chats).toEqual([['buyer withheld: ', ANSWER]])
  expect(conversations[0]!.lacks).toEqual(['buyerText'])
  expect(conversations[0]!.messages[1]!.time).toBe('2026-10-12T09:14:20')
})

test('JD rows: sessions, withdrawn messages, pictures', async () => {
  const { chats, conversations } = await read('jd.json', 'jd-rows')
  expect(chats).toEqual([[QUESTION, ANSWER, 'agent withdrawn: 说错了', 'buyer image: ']])
  expect([ids(conversations), conversations[0]!.buyer]).toEqual([['sid-1'], 'jd_小满2016'])
})

test("Pinduoduo pushes: chats interleaved, cards, withdrawals that are nobody's", async () => {
  const { chats } = await read('pdd.jsonl', 'pdd-push')
  expect(chats).toEqual([
    [QUESTION, ANSWER, 'buyer item: [商品]'],
    ['buyer: 在吗', 'system withdrawn: 对方撤回了一条消息'],
  ])
})

test.each(['dialogues.json', 'session.json'])('QA services: %s', async (name) => {
  const { chats, conversations } = await read(name, 'dialogues')
  expect(chats).toEqual([[QUESTION, ANSWER]])
  expect(conversations[0]!.lacks).toEqual(['time'])
})

test.each(['rows.ndjson', 'rows.json'])('any JSON with one message an object: %s', async (name) => {
  const { chats, conversations } = await read(name, 'json-rows')
  expect(chats[0]).toEqual([QUESTION, ANSWER])
  expect(ids(conversations)[0]).toBe('r-1')
})

describe('ids of readers', () => {
  test('show no account, and are the same for the same buyer and day whatever the format', async () => {
    const found = await Promise.all(
      ['window.txt', 'customer.json', 'top-chatlog.json'].map(async (name) => {
        const { conversations } = await readAll([sample(`formats/${name}`)])
        return conversations[0]!.id
      }),
    )
    expect(new Set(found).size).toBe(1)
    expect(found[0]).toMatch(/^2026-10-12-[0-9a-f]{10}$/)
  })
})

test('where nobody is named, the same chat in two files is two', async () => {
  const { conversations } = await readAll([sample('formats/dialogues.json'), sample('formats/session.json')])
  expect(new Set(ids(conversations)).size).toBe(2)
})

test('an object of another shape in the list is named and the rest is read', async () => {
  const text = '[{"fromid":{"nick":"b"},"toid":{"nick":"s:1"},"originalData":{"text":"hi"}},{"other":1}]'
  const stdin = (async function* () {
    yield new TextEncoder().encode(text)
  })()
  const { conversations, problems } = await readAll(['-'], { stdin })
  expect([conversations.map(told), codes(problems)]).toEqual([[['buyer: hi']], ['other-shape:1']])
})
