import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { ReportFormat } from '../../src/report/index.js'
import { fixture, kefulint } from './run.js'

const folder = mkdtempSync(join(tmpdir(), 'kefulint-test-'))
const demo = fileURLToPath(new URL('../../fixtures/demo/山鹿家居-聊天记录.txt', import.meta.url))
const personal = fileURLToPath(new URL('../../fixtures/report/personal.ndjson', import.meta.url))

async function saved(name: string, format: ReportFormat, ...args: string[]): Promise<string> {
  const file = join(folder, name)
  await kefulint(['audit', ...args, '--format', format, '--output', file])
  return file
}

const report = (...args: string[]) => kefulint(['report', ...args])
const asJson = async (...files: string[]) => {
  const { out, code } = await report(...files, '--format', 'json')
  return { code, ...JSON.parse(out) }
}

describe('saved findings', async () => {
  const lines = await saved('demo.ndjson', 'ndjson', demo)
  const whole = await saved('demo.json', 'json', demo)
  const other = await saved('personal.ndjson', 'ndjson', personal)

  test.each(['json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'csv', 'pretty'])(
    'as %s, are what the audit itself says',
    async (format) => {
      const direct = await kefulint(['audit', demo, '--format', format])
      for (const file of [lines, whole]) {
        const again = await report(file, '--format', format)
        expect([again.out, again.code]).toEqual([direct.out, direct.code])
      }
    },
  )

  test('of several runs add up; those that were saved twice count once', async () => {
    const [one, two] = [await asJson(lines), await asJson(other)]
    const both = await asJson(lines, other, whole)
    expect(both.findings).toHaveLength(one.findings.length + two.findings.length)
    expect(both.summary.findings.error).toBe(one.summary.findings.error + two.summary.findings.error)
    expect(both.summary.exposure.points).toBe(one.summary.exposure.points + two.summary.exposure.points)
    // The problems of the audits are told again, and do not fail the report.
    expect(both.problems).toHaveLength(2)
    expect(both.code).toBe(1)
    expect((await report(lines, other, '--strict-input')).code).toBe(2)
  })

  test('node deposits come from the sums, not from adding sums', async () => {
    const one = await asJson(lines)
    const { exposure } = (await asJson(lines, other)).summary
    const ledger = exposure.ledgers.A
    expect(ledger.points).toBe(exposure.points)
    expect(ledger.nextNode).toBe(ledger.points + ledger.distance)
    expect(exposure.deposit).toBeGreaterThan(one.summary.exposure.deposit)
  })

  test('of one case, found in several runs, are charged once; messages by agent add up', async () => {
    const said = (role: string, text: string, day: number) => ({
      ...{ role, text, time: `2026-11-0${day}T10:00:00` },
      sender: role === 'agent' ? '山鹿家居:小北' : '阿秋',
    })
    const messages = [1, 2].flatMap((day) => [said('buyer', '有没有发票', day), said('agent', '没有的', day)])
    const chat = join(folder, 'two-days.ndjson')
    writeFileSync(chat, `${JSON.stringify({ id: 'c1', messages })}\n`)
    const days = [
      await saved('day1.ndjson', 'ndjson', chat, '--until', '2026-11-01'),
      await saved('day2.ndjson', 'ndjson', chat, '--since', '2026-11-02'),
    ]
    for (const day of days) expect((await asJson(day)).summary.exposure.points).toBe(6)
    const { findings, summary } = await asJson(...days)
    expect(findings.map(({ counted }: { counted: boolean }) => counted)).toEqual([true, false])
    expect(summary.exposure.points).toBe(6)
    expect(summary.agents).toEqual([{ name: '山鹿家居:小北', messages: 2 }])
  })

  test('the threshold decides the exit code', async () => {
    expect((await report(lines, '--fail-on', 'none')).code).toBe(0)
    expect((await report(lines, '--fail-on', 'points=16')).code).toBe(1)
    expect((await report(lines, '--fail-on', 'points=17')).code).toBe(0)
  })

  test('stay suppressed, and only in formats that say so', async () => {
    const file = join(folder, 'suppressed.ndjson')
    const kept = readFileSync(lines, 'utf8')
      .split('\n')
      .map((line) => line.replace(/^\{"type":"finding"/, '$&,"suppressed":{"kind":"baseline"}'))
    writeFileSync(file, kept.join('\n'))
    expect((await report(file, '--format', 'markdown')).out).not.toContain('`invoice/refusal`')
    const { results } = JSON.parse((await report(file, '--format', 'sarif')).out).runs[0]
    expect(results.map(({ suppressions }: { suppressions: object[] }) => suppressions.length)).toEqual([
      1, 1, 1, 1,
    ])
  })

  test('of another schedule do not add up', async () => {
    const platform = await saved('platform.ndjson', 'ndjson', demo, '--schedule', 'platform')
    expect((await asJson(platform)).schedule).toBe('platform')
    const mixed = await report(lines, platform)
    expect([mixed.code, mixed.err]).toEqual([2, expect.stringContaining('[mixed-schedules]')])
    expect((await report(lines, '--schedule', 'platform')).code).toBe(2)
  })
})

describe('what cannot be used is said', async () => {
  const good = readFileSync(await saved('good.ndjson', 'ndjson', fixture('good.ndjson')), 'utf8')
    .trim()
    .split('\n')
  const given = async (name: string, ...content: string[]) => {
    const file = join(folder, name)
    writeFileSync(file, content.join('\n'))
    return { file, ...(await report(file, '--format', 'json')) }
  }

  test.each([
    ['a line that is no JSON', 'not-json', 2, [good[0]!, '{"type":"finding", nonsense}', ...good.slice(1)]],
    [
      'a field of the wrong type',
      'wrong-field',
      2,
      [good[0]!, good[1]!.replace('"message":1', '"message":"1"'), good[2]!],
    ],
    [
      'a value that is unknown',
      'unknown-value',
      2,
      [good[0]!, good[1]!.replace('"error"', '"fatal"'), good[2]!],
    ],
    [
      'a message number beyond all sense',
      'wrong-field',
      2,
      [good[0]!, good[1]!.replace('"message":1', '"message":1e9'), good[2]!],
    ],
    ['another kind of line', 'not-findings', 3, [good[0]!, good[1]!, '{"type":"__proto__"}', good[2]!]],
    ['a file cut short', 'no-summary', undefined, [good[0]!, good[1]!]],
    ['a summary that counts more than is listed', 'findings-left-out', undefined, [good[0]!, good[2]!]],
  ])('%s', async (name, code, line, content) => {
    const { out, code: exitCode } = await given(`${name}.ndjson`, ...content)
    const { problems } = JSON.parse(out)
    expect(problems[0]).toMatchObject({ code, ...(line === undefined ? {} : { line }) })
    // The rest of the file counts.
    expect([0, 1]).toContain(exitCode)
  })

  test.each([
    ['chats', '{"id":"c1","messages":[]}', 'not-findings'],
    ['a list', '[]', 'not-findings'],
    ['nothing', '', 'empty-file'],
    ['half a report', '{"schemaVersion":1,"findings":[', 'cut-short'],
  ])('%s: nothing to report on', async (name, content, problem) => {
    const { code, err } = await given(`${name}.json`, content)
    expect([code, err]).toEqual([2, expect.stringContaining(`[${problem}]`)])
  })

  test('no file, and a file that is not there', async () => {
    expect((await report()).code).toBe(2)
    expect((await report(join(folder, 'nowhere.ndjson'))).err).toContain('[missing-file]')
  })
})
