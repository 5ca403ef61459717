import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { SHEET_LIMITS, xlsxSheets } from '../../src/read/xlsx-rows.js'
import { ZIP_LIMITS, zipEntries } from '../../src/read/zip.js'
import { bytes, codes, ids, readAll, sample, told } from './helpers.js'
import { cell, workbook } from './workbook.js'

const CHAT = strToU8('{"user":"b","chats":[{"time":"2026-10-12 09:14:02","sender":"b","text":"在吗"}]}')
const HEADER = `<row r="1">${cell('A1', '角色')}${cell('B1', '内容')}</row>`
const ANSWER = `${cell('A9', '客服')}${cell('B9', '在的')}`

const read = (archive: Uint8Array) => readAll(['-'], { stdin: bytes(archive) })

/** What a reader reports, by code and arguments. */
function collector() {
  const said: string[] = []
  return {
    said,
    onProblem: (code: string, _: object, ...args: unknown[]) => void said.push([code, ...args].join(' ')),
  }
}

describe('archives', () => {
  test('a bomb is stopped as it expands, whatever its directory says', async () => {
    const { said, onProblem } = collector()
    const bomb = zipSync({ 'a.json': new Uint8Array(40 << 20) })
    // The directory claims ten bytes.
    const directory = Buffer.from(bomb).indexOf(Buffer.from('PK\x01\x02'))
    new DataView(bomb.buffer).setUint32(directory + 24, 10, true)
    const entries = []
    for await (const entry of zipEntries(bytes(bomb), () => true, onProblem, {
      ...ZIP_LIMITS,
      entry: 1 << 20,
    }))
      entries.push(entry)
    expect([entries, said]).toEqual([[], [`over-limit entry ${1 << 20}`]])
  })

  test('many files that together expand too far, or are too many', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 50 }, (_, i) => [`${i}.json`, new Uint8Array(1000)]),
    )
    for (const [limit, expected] of [
      [{ expanded: 20_000 }, 'over-limit expanded 20000'],
      [{ entries: 20 }, 'over-limit entries 20'],
    ] as const) {
      const { said, onProblem } = collector()
      let count = 0
      for await (const _ of zipEntries(bytes(zipSync(files)), () => true, onProblem, {
        ...ZIP_LIMITS,
        ...limit,
      }))
        count++
      expect([count, said]).toEqual([20, [expected]])
    }
  })

  test('a path that leads out is refused, the other files are read', async () => {
    const { conversations, problems } = await read(
      zipSync({
        '../../etc/x.json': CHAT,
        'C:\\x.json': CHAT,
        '/x.json': CHAT,
        'good/b.json': CHAT,
        'note.doc': CHAT,
        '__MACOSX/._b.json': CHAT,
      }),
    )
    expect(conversations.map(told)).toEqual([['buyer: 在吗']])
    expect(codes(problems).sort()).toEqual([
      'entry-skipped:',
      'entry-skipped:',
      'zip-path:',
      'zip-path:',
      'zip-path:',
    ])
  })

  test('cut short, damaged, or with a file of another shape', async () => {
    const whole = zipSync({ 'a.json': CHAT })
    expect(codes((await read(whole.subarray(0, 60))).problems)).toContain('bad-zip:')
    const other = await read(
      zipSync({ 'a.json': strToU8('{"x":1}'), 'b.json': strToU8('{"x'), 'c.json': CHAT }),
    )
    expect(codes(other.problems)).toEqual(['missing-field:1', 'cut-short:1'])
    expect(other.problems.map(({ file }) => file.split('!')[1])).toEqual(['a.json', 'b.json'])
    expect(other.conversations).toHaveLength(1)
  })

  test('each file in it is read as it would be outside, in its own encoding', async () => {
    const names = ['formats/messages.csv', 'formats/chats.xlsx', 'encodings/gbk.txt', 'formats/window.txt']
    const files = Object.fromEntries(names.map((name) => [name, readFileSync(sample(name))]))
    const { conversations, problems } = await read(zipSync(files))
    const alone = await readAll(names.map(sample))
    expect(conversations.map(told)).toEqual(alone.conversations.map(told))
    expect(codes(problems)).toEqual(codes(alone.problems))
    expect(new Set(conversations.map(({ source }) => source!.file))).toEqual(
      new Set(names.map((name) => `<stdin>!${name}`)),
    )
  })

  test('the same customer in two files of one day is two conversations', async () => {
    const { conversations } = await read(zipSync({ 'a/b.json': CHAT, 'c/b.json': CHAT }))
    expect(new Set(ids(conversations)).size).toBe(2)
  })

  test('a workbook that goes over a limit ends the archive; no archive in an archive', async () => {
    const wide = workbook(
      `<row r="1">${cell('XFD1', '内容')}</row><row r="1048576">${cell('A1048576', 'x')}</row>`,
    )
    const bombs = await read(zipSync({ 'a.xlsx': wide, 'b.xlsx': wide, 'c.json': CHAT }))
    expect([codes(bombs.problems), bombs.conversations]).toEqual([['over-limit:'], []])
    const nested = zipSync({ 'inner.json': CHAT })
    for (const name of ['inner.zip', 'inner.json']) {
      const { conversations, problems } = await read(zipSync({ [name]: nested, 'c.json': CHAT }))
      expect(conversations).toHaveLength(1)
      expect(codes(problems)).toContain('entry-skipped:')
    }
  })
})

describe('workbooks', () => {
  test('more empty rows than may hold something cost little, and rows keep their numbers', async () => {
    const styled = Array.from(
      { length: 80_000 },
      (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="1"/></row>`,
    )
    const empty = Array.from({ length: 320_000 }, (_, i) => `<row r="${i + 80_002}"/>`)
    const last = `<row r="400002">${cell('A400002', '客服')}${cell('B400002', '本店不开发票')}</row>`
    const { conversations, problems } = await read(workbook(HEADER + styled.join('') + empty.join('') + last))
    expect([conversations.map(told), problems]).toEqual([[['agent: 本店不开发票']], []])
    expect(conversations[0]!.source!.line).toBe(400_002)
    expect(styled.length + empty.length).toBeGreaterThan(SHEET_LIMITS.rows)
  })

  test('a sheet spread over all cells, or with too many rows, is refused before it is built', async () => {
    const wide = workbook(
      `<row r="1">${cell('XFD1', '内容')}</row><row r="1048576">${cell('A1048576', 'x')}</row>`,
    )
    expect(codes((await read(wide)).problems)).toContain('over-limit:')
    const { said, onProblem } = collector()
    const rows = `${HEADER}<row r="9">${ANSWER}</row>`
    expect(await xlsxSheets(bytes(workbook(rows)), onProblem, { ...SHEET_LIMITS, rows: 1 })).toEqual([])
    expect(said).toEqual(['over-limit rows 1'])
  })

  test.each([
    ['rows', '<row '],
    ['cells', '<c'],
    ['cells with something in them', '<c><f>'],
  ])('one of %s that are never closed', async (_, open) => {
    const { conversations } = await read(workbook(HEADER + open.repeat(60_000)))
    expect(conversations).toEqual([])
  })

  test('formulas: the saved result counts, and one without a result is said', async () => {
    const rows = `${HEADER}<row r="9">${cell('A9', '客服')}<c r="B9" t="str"><f>A1&amp;"x"</f><v>在的</v></c></row>
      <row r="10">${cell('A10', '客服')}<c r="B10"><f>HYPERLINK("http://x.example","x")</f></c></row>`
    const { conversations, problems } = await read(workbook(rows))
    expect(conversations.map(told)).toEqual([['agent: 在的']])
    expect(codes(problems)).toEqual(['formula-cells:10', 'empty-message:10'])
  })

  test.each([
    ['html named .xlsx', 'html.xlsx', 'html-file:'],
    ['the old binary format', 'old.xls', 'old-excel:'],
    ['text named .xlsx', 'prose.xlsx', 'bad-xlsx:'],
  ])('%s', async (_, name, trouble) => {
    const { conversations, problems } = await readAll([sample(`input/${name}`)])
    expect([conversations, codes(problems)]).toEqual([[], [trouble]])
  })

  test('an archive that is no workbook though its name says so', async () => {
    const { said, onProblem } = collector()
    expect(await xlsxSheets(bytes(zipSync({ 'a.json': CHAT })), onProblem)).toEqual([])
    expect(said[0]).toMatch(/^bad-xlsx /)
  })
})
