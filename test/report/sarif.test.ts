import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import Ajv from 'ajv-draft-04'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fixture, kefulint } from '../cli/run.js'
import { findingIn, hostile, rendered } from './helpers.js'

const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false })
formats.default(ajv)
const valid = ajv.compile(schema)

/** Valid by the schema that its authors published. */
function checked(out: Buffer) {
  const log = JSON.parse(out.toString())
  valid(log)
  expect(valid.errors ?? []).toEqual([])
  return log.runs[0]
}

test('the schema can refuse', () => {
  expect(valid({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false)
})

test('an audit with problems and what could not be judged', async () => {
  const { bytes } = await kefulint(['audit', fixture('*'), '--format', 'sarif', '--fail-on', 'none'])
  const { tool, results, invocations, columnKind } = checked(bytes)
  expect(columnKind).toBe('utf16CodeUnits')
  expect(results.length).toBeGreaterThan(2)
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
  expect(tool.driver.rules[0]).toMatchObject({
    help: { text: expect.stringMatching(/./) },
    properties: { cost: { points: expect.any(Number) } },
  })
  const codes = invocations[0].toolExecutionNotifications.map(
    (n: { descriptor: { id: string } }) => n.descriptor?.id,
  )
  expect(codes).toContain('not-json')
})

test('a file name is percent-encoded, a line stands, a fingerprint and the level too', async () => {
  const finding = findingIn('没有的', { severity: 'warn', source: { file: './山 鹿/聊天#1%.txt', line: 12 } })
  const [result] = checked(await rendered('sarif', { findings: [finding] })).results
  expect(result).toMatchObject({
    ruleId: 'invoice/refusal',
    level: 'warning',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: '%E5%B1%B1%20%E9%B9%BF/%E8%81%8A%E5%A4%A9%231%25.txt' },
          region: { startLine: 12 },
        },
      },
    ],
    partialFingerprints: { 'kefulint/v1': 'content' },
    suppressions: [],
  })
})

test('a suppressed finding is there as such', async () => {
  const suppressed = { kind: 'suppression', reason: '老客户', approver: '李', expires: '2027-01-01' } as const
  const findings = [findingIn('没有的', { suppressed }), findingIn('开不了')]
  const { results } = checked(await rendered('sarif', { findings }))
  expect(results.map((result: { suppressions: unknown }) => result.suppressions)).toEqual([
    [
      {
        kind: 'external',
        status: 'accepted',
        justification: '老客户',
        properties: { kind: 'suppression', approver: '李', expires: '2027-01-01' },
      },
    ],
    [],
  ])
})

test('a rule that is not known here has no index', async () => {
  const [result] = checked(
    await rendered('sarif', { findings: [findingIn('x', { rule: 'shop/own' })] }),
  ).results
  expect([result.ruleId, result.ruleIndex]).toEqual(['shop/own', undefined])
})

test('valid whatever is said and however files are called', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const findings = [findingIn(text, { conversation: text, source: { file: text, line: 1 } })]
      const problems = [{ code: 'not-json', file: text, what: text, todo: text }]
      checked(await rendered('sarif', { findings, problems }))
    }),
  )
})
