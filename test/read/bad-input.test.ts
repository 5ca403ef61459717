import { describe, expect, test } from 'vitest'
import { bytes, codes, fixture, ids, readAll } from './helpers.js'

const RECORD = '{"id":"ok","messages":[{"role":"agent","text":"亲"}]}'

describe('one bad line does not lose the others', () => {
  test.each([
    ['not-json.ndjson', ['c1', 'c2'], ['not-json:2']],
    ['cut-short.ndjson', ['c1'], ['cut-short:2']],
    ['cut-short.json', ['c1'], ['cut-short:3']],
    ['unknown-role.ndjson', ['c1'], ['unknown-role:2']],
    ['no-messages.ndjson', ['c1'], ['no-messages:2', 'no-messages:3', 'no-messages:4']],
    ['binary-line.ndjson', ['c1', 'c2'], ['binary:2']],
    ['gbk-line.ndjson', ['c1', 'c2'], ['undecodable:2']],
    [
      'wrong-fields.ndjson',
      ['e'],
      [
        'missing-field:1',
        'wrong-field:2',
        'missing-field:3',
        'wrong-field:4',
        'wrong-field:5',
        'unknown-value:6',
      ],
    ],
  ])('%s', async (name, found, troubles) => {
    const { conversations, problems } = await readAll([fixture(name)])
    expect(ids(conversations)).toEqual(found)
    expect(codes(problems)).toEqual(troubles)
  })

  test('a message names the field, what was expected, and what to do', async () => {
    const { problems } = await readAll([fixture('unknown-role.ndjson')])
    expect(problems[0]).toMatchObject({
      file: fixture('unknown-role.ndjson'),
      what: 'messages[0].role is "客服"; it must be one of: buyer, agent, system',
    })
    expect(problems[0]!.todo).not.toBe('')
  })

  test('the byte that cannot be decoded is named', async () => {
    const bad = Uint8Array.of(0x61, 0xe4, 0xb8, 0x41, 10)
    const { conversations, problems } = await readAll(['-'], {
      stdin: bytes(`${RECORD}\n`, bad, RECORD),
      inputFormat: 'ndjson',
    })
    expect(ids(conversations)).toEqual(['ok', 'ok'])
    expect(problems[0]!.what).toContain(`byte ${new TextEncoder().encode(RECORD).length + 2}`)
  })

  test('a 10 MB message', async () => {
    const long = `{"id":"long","messages":[{"role":"agent","text":"${'长'.repeat(3_500_000)}"}]}`
    for (const inputFormat of ['ndjson', 'json']) {
      const text = inputFormat === 'json' ? `[${RECORD},${long},${RECORD}]` : `${RECORD}\n${long}\n${RECORD}`
      const all = new TextEncoder().encode(text)
      const chunks = Array.from({ length: 11 }, (_, i) => all.slice(i << 20, (i + 1) << 20))
      const { conversations, problems } = await readAll(['-'], { stdin: bytes(...chunks), inputFormat })
      expect(ids(conversations)).toEqual(['ok', 'ok'])
      expect(codes(problems)).toEqual([inputFormat === 'ndjson' ? 'too-long:2' : 'too-long:1'])
    }
  })

  test('a record of very many empty lists', async () => {
    const lists = Array.from({ length: 120_000 }, (_, i) => `"k${i}":[]`).join()
    const all = new TextEncoder().encode(`[{"id":"a",${lists}},${RECORD}]`)
    const stdin = bytes(all.slice(0, 1 << 20), all.slice(1 << 20))
    const { conversations } = await readAll(['-'], { stdin, inputFormat: 'json' })
    expect(ids(conversations)).toEqual(['ok'])
  })

  test('where the limit falls does not depend on the chunks', async () => {
    const text = `${RECORD}\n${'x'.repeat(99)}\n${'y'.repeat(101)}\n${RECORD}`
    for (const size of [1, 7, 50, 1000]) {
      const all = new TextEncoder().encode(text)
      const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
        all.slice(i * size, (i + 1) * size),
      )
      const { problems } = await readAll(['-'], {
        stdin: bytes(...chunks),
        inputFormat: 'ndjson',
        limit: 100,
      })
      expect(codes(problems)).toEqual(['not-json:2', 'too-long:3'])
    }
  })
})

describe('files that cannot be used', () => {
  test.each([
    ['empty.ndjson', 'empty-file:'],
    ['blank.txt', 'empty-file:'],
    ['binary.dat', 'binary:'],
    ['prose.md', 'unknown-format:'],
  ])('%s', async (name, trouble) => {
    const { conversations, problems } = await readAll([fixture(name)])
    expect([conversations, codes(problems)]).toEqual([[], [trouble]])
  })

  test.each([
    ['missing file', [fixture('nowhere.ndjson')], 'missing-file'],
    ['glob without match', [fixture('*.nothing')], 'glob-without-match'],
    ['no input', [], 'no-input'],
  ])('%s', async (_, patterns, code) => {
    await expect(readAll(patterns)).rejects.toMatchObject({ code, exitCode: 2 })
  })

  test('a format nobody knows', async () => {
    await expect(readAll([fixture('good.ndjson')], { inputFormat: 'xml' })).rejects.toMatchObject({
      code: 'bad-flag',
    })
  })
})

test('globs and folders name files in a fixed order', async () => {
  const { conversations } = await readAll([fixture('{good,bom-crlf}.ndjson')])
  expect(conversations.map(({ source }) => source!.file)).toEqual([
    fixture('bom-crlf.ndjson'),
    fixture('bom-crlf.ndjson'),
    fixture('good.ndjson'),
    fixture('good.ndjson'),
  ])
})
