import { parse as parseCsv } from 'csv-parse/sync'
import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { marked } from 'marked'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { storable, visibleLines } from '../../src/report/escape.js'
import { visible } from '../../src/report/frame.js'
import { findingIn, hostile, rendered } from './helpers.js'

/** In every place that an input decides. */
function finding(text: string) {
  const source = { file: `a${text}.txt`, line: 3 }
  return findingIn(text, {
    conversation: text,
    source,
    clause: text,
    suggestion: text,
    rule: 'invoice/refusal',
  })
}
const problems = (text: string) => [{ code: 'not-json', file: text, line: 2, what: text, todo: 'do this' }]

describe('whatever is said stays what is said', () => {
  test('github: every line is one command, whose message is the whole text', async () => {
    const unescaped = (text: string) =>
      text.replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%')
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const out = (
          await rendered('github', { findings: [finding(text)], problems: problems(text) })
        ).toString()
        // A runner ends lines at any of these.
        const lines = out.split(/\r\n|\r|\n/)
        expect(lines.pop()).toBe('')
        expect(lines.map((line) => line.slice(0, line.indexOf(' ')))).toEqual([
          '::error',
          '::warning',
          '::notice',
        ])
        const [, properties, message] = /^::error ([^\n]*?)::(.*)$/s.exec(lines[0]!)!
        expect(properties!.split(',').map((each) => each.split('=')[0])).toEqual(['file', 'line', 'title'])
        const said = Buffer.from(visibleLines(text)).toString()
        expect(unescaped(message!)).toContain(`“${said}”`)
      }),
    )
  })

  test('junit: well-formed, and the text comes back', async () => {
    const parser = new XMLParser({ ignoreAttributes: false, htmlEntities: true, trimValues: false })
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const out = (
          await rendered('junit', { findings: [finding(text)], problems: problems(text) })
        ).toString()
        expect(XMLValidator.validate(out)).toBe(true)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        expect(out).not.toMatch(/[\0-\x08\x0b-\x1f\ufffe\uffff]/)
        const [suite, input] = parser.parse(out).testsuites.testsuite
        expect([suite['@_tests'], input['@_name'], input['@_errors']]).toEqual(['1', 'input', '1'])
        expect(suite.testcase.failure['@_message']).toBe(`error: “${storable(text)}”`)
      }),
    )
  })

  test('markdown: the same list whatever the words, which stand in code', async () => {
    const tags = (html: string) => html.match(/<\/?[a-z0-9]+/g)!.join('')
    const plain = tags(await page('x'))
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        fc.pre(visible(text) !== '')
        const html = await page(text)
        expect(tags(html)).toBe(plain)
        const code = [...html.matchAll(/<code>(.*?)<\/code>/gs)].map(([, inside]) => decoded(inside!))
        // Where there is nothing but spaces, they do not matter.
        expect(code[3]!.trim()).toBe(Buffer.from(visible(text)).toString().trim())
      }),
    )
    async function page(text: string) {
      const shown = { ...finding(text), clause: '', suggestion: '' }
      const out = await rendered('markdown', {
        findings: [shown],
        problems: problems(text),
      })
      return marked.parse(out.toString(), { async: false })
    }
  })

  test('csv and xlsx: no cell is a formula, and the text comes back behind an apostrophe', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const shown = { findings: [finding(text)] }
        const rows: string[][] = parseCsv(await rendered('csv', shown), { bom: true })
        expect(rows.map(({ length }) => length)).toEqual([23, 23])
        const sheet = await readSheet(await rendered('xlsx', shown))
        const cells = [...rows[1]!, ...sheet[1]!.filter((cell) => typeof cell === 'string')]
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/)
        expect(rows[1]![3]!.replace(/^'/, '')).toBe(
          Buffer.from(visibleLines(text).replace(/^'/, '')).toString(),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('sarif, gitlab, json: valid JSON', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        for (const format of ['sarif', 'gitlab', 'json'] as const) {
          const out = await rendered(format, { findings: [finding(text)], problems: problems(text) })
          expect(() => JSON.parse(out.toString())).not.toThrow()
        }
      }),
    )
  })
})

test('a text that is the name of something in JavaScript is a text in xlsx', async () => {
  for (const text of ['constructor', '__proto__', 'toString'])
    expect((await readSheet(await rendered('xlsx', { findings: [findingIn(text)] })))[1]![3]).toMatch(text)
})

test.each([
  ['=1+1', "'=1+1"],
  ['+86', "'+86"],
  ['-1', "'-1"],
  ['@SUM', "'@SUM"],
  ['\uff1d1', "'\uff1d1"],
  ['\u200b =1', "'\u200b =1"],
  ['1=1', '1=1'],
])('the cell %s becomes %s', async (text, cell) => {
  const shown = { findings: [findingIn(text)] }
  const rows: string[][] = parseCsv(await rendered('csv', shown), { bom: true })
  expect(rows[1]![3]).toBe(cell)
  expect((await readSheet(await rendered('xlsx', shown)))[1]![3]).toBe(cell)
})

function decoded(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
