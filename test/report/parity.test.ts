import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse as parseCsv } from 'csv-parse/sync'
import { XMLParser } from 'fast-xml-parser'
import { marked } from 'marked'
import readXlsxFile, { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import type { ReportData } from '../../src/report/html-data.js'
import { type ReportFormat, reportFormats } from '../../src/report/index.js'
import { kefulint } from '../cli/run.js'

const path = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url))
const inputs = [path('report/personal.ndjson'), path('input/qianniu.txt'), path('demo/山鹿家居-聊天记录.txt')]

/** What was said: conversation, message, rule, severity, text. */
type Told = [conversation: string, message: number, rule: string, severity: string, text: string]

const LEVELS: Record<string, string> = { error: 'error', warning: 'warn', note: 'info', notice: 'info' }
const GITLAB: Record<string, string> = { critical: 'error', minor: 'warn', info: 'info' }
/** `c1 #4 …: “text” …` */
const IN_LINE = /(\S+) #(\d+)\b.*?“(.*?)”/s

const json = (out: Buffer) => JSON.parse(out.toString())
const lines = (out: Buffer) => out.toString().trim().split('\n')
const tolds = (items: { [key: string]: unknown }[]) =>
  items.map((f) => [f.conversation, f.message, f.rule, f.severity, f.text] as Told)

/** How each format is read back. */
const readers: Partial<Record<ReportFormat, (out: Buffer) => Told[] | Promise<Told[]>>> = {
  json: (out) => tolds(json(out).findings),
  ndjson: (out) =>
    tolds(
      lines(out)
        .map((line) => JSON.parse(line))
        .filter(({ type }) => type === 'finding'),
    ),
  sarif: (out) =>
    // biome-ignore lint/suspicious/noExplicitAny: as it comes
    json(out).runs[0].results.map(({ ruleId, level, properties: p }: any) => [
      p.conversation,
      p.message,
      ruleId,
      LEVELS[level],
      p.text,
    ]),
  junit(out) {
    const always = ['testsuite', 'testcase']
    const options = { ignoreAttributes: false, isArray: (name: string) => always.includes(name) }
    const { testsuite } = new XMLParser(options).parse(out.toString()).testsuites
    // biome-ignore lint/suspicious/noExplicitAny: as it comes
    const cases = testsuite.flatMap((suite: any) => suite.testcase)
    // biome-ignore lint/suspicious/noExplicitAny: as it comes
    return cases.flatMap((each: any) => {
      if (each.failure === undefined) return []
      const [, conversation, message] = /^(\S+) #(\d+)/.exec(each['@_name'])!
      const [, text] = /“(.*?)”/s.exec(each.failure['@_message'])!
      return [[conversation, Number(message), each['@_classname'], each.failure['@_type'], text]]
    })
  },
  github: (out) =>
    lines(out).flatMap((line) => {
      const [, command, rule, message] = /^::(\w+) .*?title=(\S+).*?::(.*)$/.exec(line)!
      const [, conversation, at, text] = IN_LINE.exec(message!) ?? []
      return conversation === undefined
        ? []
        : [[conversation, Number(at), rule, LEVELS[command!], text] as Told]
    }),
  gitlab: (out) =>
    json(out).flatMap(({ description, check_name, severity }: Record<string, string>) => {
      if (check_name!.startsWith('input/')) return []
      const [, conversation, message, text] = IN_LINE.exec(description!)!
      return [[conversation, Number(message), check_name, GITLAB[severity!], text]]
    }),
  markdown(out) {
    const html = marked.parse(out.toString(), { async: false })
    const codes = (part: string) =>
      [...part.matchAll(/<code>(.*?)<\/code>/g)].map(([, code]) =>
        code!
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'"),
      )
    return html
      .split('<strong>')
      .slice(1)
      .map((part) => {
        const [rule, where] = codes(part)
        const [, conversation, message] = /^(\S+) #(\d+)$/.exec(where!)!
        const [text] = codes(part.slice(part.indexOf('<ul>')))
        return [conversation!, Number(message), rule!, part.slice(0, part.indexOf('<')), text!]
      })
  },
  html(out) {
    const [, rest] = out.toString().split('<script type="application/json" id="report-data">')
    const { chats } = JSON.parse(rest!.slice(0, rest!.indexOf('</script'))) as ReportData
    return chats.flatMap(({ id, messages, findings }) =>
      findings.map(({ message, rule, severity, span }) => {
        const { text } = messages.find(({ index }) => index === message)!
        return [id, message, rule, severity, text.slice(span.start, span.end)] as Told
      }),
    )
  },
  csv: (out) => rowsOf(parseCsv(out, { bom: true })),
  xlsx: async (out) => rowsOf(await readSheet(out)),
}

function rowsOf([headers, ...rows]: unknown[][]): Told[] {
  const at = (name: string) => headers!.indexOf(name)
  return rows.map((row) => [
    String(row[at('conversation')]),
    Number(row[at('message')]),
    row[at('rule')] as string,
    row[at('severity')] as string,
    // What begins like a formula stands behind an apostrophe.
    (row[at('trigger')] as string).replace(/^'/, ''),
  ])
}

const audit = (format: ReportFormat, ...flags: string[]) =>
  kefulint(['audit', ...inputs, '--format', format, '--fail-on', 'none', ...flags])

describe('every format tells the same findings', async () => {
  const expected = await readers.json!((await audit('json')).bytes)

  test('of several rules and both severities', () => {
    expect(new Set(expected.map(([, , rule]) => rule)).size).toBeGreaterThan(4)
    expect(new Set(expected.map(([, , , severity]) => severity))).toEqual(new Set(['error', 'warn']))
  })

  test.each(Object.keys(readers) as ReportFormat[])('%s', async (format) => {
    expect(await readers[format]!((await audit(format)).bytes)).toEqual(expected)
  })

  test('pretty, which is for eyes: conversations, rules, severities and triggers in their order', async () => {
    const shown = (await audit('pretty')).out.split('\n')
    const told: string[][] = []
    let conversation = ''
    let marked = ''
    for (const [i, line] of shown.entries()) {
      const [, id] = /^(\S+) {2}pre-sale|^(\S+) {2}(?:mid|after)-sale/.exec(line) ?? []
      conversation = id ?? conversation
      if (/^ +\^+$/.test(line)) marked = shown[i - 1]!
      const [, severity, rule] = /^ {2}[✖▲●] (\w+) {2}(\S+)/.exec(line) ?? []
      if (rule !== undefined) told.push([rule, severity!, marked])
    }
    expect(conversation).not.toBe('')
    expect(told.map(([rule, severity]) => [rule, severity])).toEqual(
      expected.map(([, , rule, severity]) => [rule, severity]),
    )
    for (const [i, [, , , , text]] of expected.entries()) expect(told[i]![2]).toContain(text.slice(0, 8))
  })

  test('no format is forgotten', () => {
    const tested = [...Object.keys(readers), 'pretty']
    expect(reportFormats.filter((format) => !tested.includes(format))).toEqual([])
  })
})

describe('no format shows personal data', async () => {
  const personal = readFileSync(path('report/personal.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const seen = async (format: ReportFormat, ...flags: string[]) => {
    const { bytes } = await audit(format, ...flags)
    const text = format === 'xlsx' ? JSON.stringify(await readXlsxFile(bytes)) : bytes.toString()
    return personal.filter((each) => text.includes(each))
  }

  test('which --no-mask shows, so that the search can find it', async () => {
    expect(await seen('json', '--no-mask')).toEqual(personal)
    // Only findings stand in a table: what a buyer or a bad line says is not there.
    expect((await seen('xlsx', '--no-mask')).length).toBeGreaterThan(20)
  })

  test.each(reportFormats)('%s', async (format) => {
    expect(await seen(format)).toEqual([])
  })
})
