import { describe, expect, test } from 'vitest'
import { toGb18030, toUtf16 } from '../../scripts/fixtures.js'
import { detectEncoding, type Encoding, toUtf8 } from '../../src/read/decode.js'
import { bytes, codes, ids, readAll, sample, told } from './helpers.js'

const DUMP = [
  'buyer: 有发票吗',
  'agent: 没有的',
  // What GBK cannot hold arrives as a question mark.
  'agent: 亲加?V shanlu0099 聊',
]

describe('the same dump in every encoding', () => {
  test.each(['utf-8', 'utf-8-bom', 'gbk', 'utf-16le', 'utf-16be'])('%s', async (name) => {
    const { conversations, problems } = await readAll([sample(`encodings/${name}.txt`)])
    expect(problems).toEqual([])
    expect(conversations.map(told)).toEqual([DUMP])
  })

  test('the four-byte characters of GB18030', async () => {
    const { conversations } = await readAll([sample('encodings/gb18030.txt')])
    expect(told(conversations[0]!)).toEqual(['agent: 加➕我'])
  })

  test.each(['gbk.ndjson', 'gbk.json'])('records: %s', async (name) => {
    const { conversations, problems } = await readAll([sample(`encodings/${name}`)])
    expect([ids(conversations), problems]).toEqual([['gb-1', 'gb-2'], []])
    expect(told(conversations[0]!)).toEqual(['buyer: 有发票吗', 'agent: 没有的'])
  })

  test('a table', async () => {
    const { conversations } = await readAll([sample('encodings/gbk.csv')])
    expect(conversations.map(told)).toEqual([['buyer: 有发票吗', 'agent: 没有的']])
  })
})

describe('what does not decode', () => {
  test('is named by line and byte, and does not lose the other lines', async () => {
    const { conversations, problems } = await readAll([sample('encodings/gbk-bad-byte.txt')])
    expect(told(conversations[0]!)).toEqual(['agent: 在的', 'agent: 好的'])
    expect(codes(problems)).toEqual(['undecodable:3'])
    const before = toGb18030('店:\n2026-10-12 09:14:20 店:甲 在的\n2026-10-12 09:14:21 店:甲 坏').length
    expect(problems[0]!.what).toContain(`not gb18030 at byte ${before};`)
  })

  test('half a character of UTF-16', async () => {
    const text = toUtf16('店:\n2026-10-12 09:14:20 店:甲 在的\n2026-10-12 09:14:21 店:甲 好的\n', false)
    const at = text.lastIndexOf(Buffer.from('好', 'utf16le'))
    text.set([0x00, 0xd8], at)
    const { conversations, problems } = await readAll(['-'], { stdin: bytes(text) })
    expect([told(conversations[0]!), codes(problems)]).toEqual([['agent: 在的'], ['undecodable:3']])
    expect(problems[0]!.what).toContain(`byte ${at};`)
  })

  test('mixed encodings: what most lines are decides, the others are named', async () => {
    const line = (id: string) => `{"id":"${id}","messages":[{"role":"agent","text":"亲"}]}\n`
    const gb = await readAll(['-'], {
      stdin: bytes(Buffer.concat([toGb18030(line('a')), Buffer.from(line('b')), toGb18030(line('c'))])),
    })
    // In UTF-8 the one character is three bytes, of which GBK makes one and a half.
    expect([ids(gb.conversations), codes(gb.problems)]).toEqual([['a', 'c'], ['undecodable:2']])
    const utf = await readAll(['-'], {
      stdin: bytes(line('a'), toGb18030(line('b')), line('c')),
    })
    expect([ids(utf.conversations), codes(utf.problems)]).toEqual([['a', 'c'], ['undecodable:2']])
  })
})

describe('detection', () => {
  test.each<[string, Uint8Array, Encoding | undefined]>([
    ['ASCII', Buffer.from('abc'), undefined],
    ['UTF-8', Buffer.from('亲'), 'utf-8'],
    ['UTF-8 cut within a character', Buffer.from('亲亲').subarray(0, 5), 'utf-8'],
    ['GBK', toGb18030('亲,在的'), 'gb18030'],
    ['UTF-16 LE', toUtf16('a', false), 'utf-16le'],
    ['UTF-16 BE', toUtf16('a', true), 'utf-16be'],
  ])('%s', (_, content, encoding) => {
    expect(detectEncoding(content)).toBe(encoding)
  })

  test('a file that begins with 100 kB of ASCII and then proves to be GBK', async () => {
    const ascii = '{"id":"a","messages":[{"role":"agent","text":"ok"}]}\n'.repeat(2000)
    const notes: string[] = []
    const { conversations, problems } = await readAll(['-'], {
      stdin: bytes(ascii, toGb18030('{"id":"z","messages":[{"role":"agent","text":"本店不开发票"}]}\n')),
      onNote: (note) => notes.push(note),
    })
    expect(problems).toEqual([])
    expect(conversations.at(-1)!.messages[0]!.text).toBe('本店不开发票')
    expect(conversations.at(-1)!.source!.line).toBe(2001)
    expect(notes.join('\n')).toMatch(/encoding ASCII[\s\S]*encoding gb18030: the content decodes so/)
  })

  test('--encoding decides where the content would say otherwise', async () => {
    // These bytes are a character in either encoding.
    const text = Buffer.concat([
      Buffer.from('{"id":"a","messages":[{"role":"agent","text":"'),
      toGb18030('模'),
      Buffer.from('"}]}\n'),
    ])
    const guessed = await readAll(['-'], { stdin: bytes(text) })
    expect(guessed.conversations[0]!.messages[0]!.text).not.toBe('模')
    const told = await readAll(['-'], { stdin: bytes(text), encoding: 'gbk' })
    expect(told.conversations[0]!.messages[0]!.text).toBe('模')
    await expect(readAll(['-'], { encoding: 'latin1' })).rejects.toMatchObject({ code: 'bad-flag' })
  })

  test('chunks may end anywhere', async () => {
    const text = '第一行,亲\n第二行 ok\n第三行'
    for (const [encoding, all] of [
      ['gb18030', toGb18030(text)],
      ['utf-16le', toUtf16(text, false)],
      ['utf-16be', toUtf16(text, true)],
    ] as const) {
      for (const size of [1, 2, 3, 5, 7]) {
        const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
          all.subarray(i * size, (i + 1) * size),
        )
        const parts: Uint8Array[] = []
        const fail = () => expect.unreachable()
        for await (const part of toUtf8(bytes(...chunks), encoding, fail, 1000)) parts.push(part)
        expect(Buffer.concat(parts).toString()).toBe(text)
      }
    }
  })

  test('a GBK line over the limit is reported and dropped as it comes', async () => {
    const long = `{"id":"long","messages":[{"role":"agent","text":"${'长'.repeat(3000)}"}]}\n`
    const good = '{"id":"ok","messages":[{"role":"agent","text":"亲"}]}\n'
    const all = toGb18030(good + long + good)
    const chunks = Array.from({ length: Math.ceil(all.length / 500) }, (_, i) =>
      all.subarray(i * 500, (i + 1) * 500),
    )
    const { conversations, problems } = await readAll(['-'], { stdin: bytes(...chunks), limit: 1000 })
    expect([ids(conversations), codes(problems)]).toEqual([['ok', 'ok'], ['too-long:2']])
  })
})
