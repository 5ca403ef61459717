import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { MAX_ROWS } from '../../src/report/xlsx.js'
import { fixture, kefulint } from '../cli/run.js'
import { findingIn, rendered } from './helpers.js'

const source = { file: 'chats/周一.ndjson', line: 12 }
const text = async (...args: Parameters<typeof rendered>) => (await rendered(...args)).toString()

describe('junit', () => {
  const parse = (out: string) => {
    const isArray = (name: string) => name === 'testsuite' || name === 'testcase'
    return new XMLParser({ ignoreAttributes: false, isArray }).parse(out).testsuites.testsuite
  }

  test('errors and warnings fail, advice passes, what is suppressed is skipped, and all are counted', async () => {
    const suppressed = { kind: 'baseline' } as const
    const severities = ['error', 'warn', 'info'] as const
    const findings = severities.map((severity) => findingIn('没有的', { severity, source }))
    const [suite, totals] = parse(
      await text('junit', { findings: [...findings, findingIn('x', { suppressed })] }),
    )
    const counts = ['tests', 'failures', 'errors', 'skipped'].map((name) => suite[`@_${name}`])
    expect(counts).toEqual(['4', '2', '0', '1'])
    const outcomes = suite.testcase.map((each: object) =>
      Object.keys(each).find((key) => !key.startsWith('@')),
    )
    expect(outcomes).toEqual(['failure', 'failure', 'system-out', 'skipped'])
    expect(suite.testcase[0]).toMatchObject({ '@_file': 'chats/周一.ndjson', '@_line': '12' })
    expect(totals['@_name']).toBe('kefulint')
  })

  test('a clean run has a case too, or tools take the report for broken', async () => {
    expect(parse(await text('junit', { findings: [] }))[0].testcase).toHaveLength(1)
  })
})

describe('gitlab', () => {
  test('an issue as GitLab asks for it; the same words twice have each their own fingerprint', async () => {
    const findings = [findingIn('没有的', { source }), findingIn('没有的', { source, severity: 'warn' })]
    const issues = JSON.parse(await text('gitlab', { findings }))
    expect(issues).toMatchObject([
      {
        description: expect.stringContaining('c1 #0: “没有的”'),
        check_name: 'invoice/refusal',
        fingerprint: 'content',
        severity: 'critical',
        location: { path: 'chats/周一.ndjson', lines: { begin: 12 } },
      },
      { fingerprint: 'content-2', severity: 'minor' },
    ])
  })

  test('nothing found is an empty list', async () => {
    expect(JSON.parse(await text('gitlab', { findings: [] }))).toEqual([])
  })
})

test('github: a path from the working directory, as the change knows it', async () => {
  const finding = findingIn('没有的', { source: { file: `${process.cwd()}/chats/a,b.ndjson`, line: 3 } })
  expect(await text('github', { findings: [finding] })).toMatch(
    /^::error file=chats\/a%2Cb\.ndjson,line=3,title=/,
  )
})

test('xlsx: rows beyond the limit are counted, not lost in silence', async () => {
  const { default: readXlsxFile } = await import('read-excel-file/node')
  const findings = Array.from({ length: MAX_ROWS + 2 }, () => findingIn('x'))
  const [sheet] = await readXlsxFile(await rendered('xlsx', { findings }))
  expect(sheet!.data).toHaveLength(1 + MAX_ROWS + 1)
  expect(sheet!.data.at(-1)![0]).toBe('2 more rows left out; csv and ndjson list everything')
})

describe('on the command line', () => {
  test('xlsx goes to a pipe, never to a terminal', async () => {
    const args = ['audit', fixture('good.ndjson'), '--format', 'xlsx']
    const piped = await kefulint(args)
    expect([piped.code, piped.bytes.subarray(0, 2).toString()]).toEqual([1, 'PK'])
    const shown = await kefulint(args, '', undefined, undefined, { out: true })
    expect([shown.code, shown.out]).toEqual([2, ''])
    expect(shown.err).toContain('[binary-to-terminal]')
  })

  test('a table has no place for problems: standard error has', async () => {
    const args = ['audit', fixture('unknown-role.ndjson'), '--fail-on', 'none', '--format']
    expect((await kefulint([...args, 'csv'])).err).toContain('[unknown-role]')
    expect((await kefulint([...args, 'github'])).err).toBe('')
  })
})
