/** The JSON Schemas that editors use: current, and telling right from wrong as the program does. */

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import { default as formats } from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { schemaFiles } from '../../scripts/schemas.js'

const root = join(import.meta.dirname, '..', '..')

function validator(name: string) {
  const schema = JSON.parse(readFileSync(join(root, 'schema', `${name}.schema.json`), 'utf8'))
  const ajv = new Ajv({ allErrors: true, strict: false })
  formats.default(ajv)
  return ajv.compile(schema)
}

const yamlUnder = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => [join(folder, path), parse(readFileSync(join(root, folder, path), 'utf8'))] as const)

test('are current: npm run schemas writes them', () => {
  const written = readdirSync(join(root, 'schema')).map((name) => [
    name,
    readFileSync(join(root, 'schema', name), 'utf8'),
  ])
  expect(Object.fromEntries(written)).toEqual(schemaFiles())
})

describe('accept every file of ours', () => {
  const packs = ['tmall', 'extension', 'service'].flatMap((name) => yamlUnder(`rules/${name}`))
  const rules = packs.filter(([path]) => !path.endsWith('pack.yaml'))
  test.each([
    ['rule', rules, 20],
    ['pack', packs.filter(([path]) => path.endsWith('pack.yaml')), 3],
    ['lexicon', yamlUnder('rules/lexicon'), 5],
    [
      'rule',
      [['own', parse(readFileSync(join(root, 'fixtures/input/packs/good/lifetime.yaml'), 'utf8'))]],
      1,
    ],
  ] as const)('%s', (name, files, atLeast) => {
    const valid = validator(name)
    for (const [path, data] of files)
      expect(valid(data), `${path} ${JSON.stringify(valid.errors)}`).toBe(true)
    expect(files.length).toBeGreaterThanOrEqual(atLeast)
  })
})

test('every file of ours names, for editors, the schema that it satisfies', () => {
  const files = ['tmall', 'extension', 'service', 'lexicon']
    .flatMap((name) => yamlUnder(`rules/${name}`))
    .map(([path, data]) => {
      const [first] = readFileSync(join(root, path), 'utf8').split('\n')
      const [, schema = ''] = /^# yaml-language-server: \$schema=(.*)$/.exec(first!) ?? []
      const ajv = new Ajv({ strict: false })
      formats.default(ajv)
      return [path, ajv.validate(JSON.parse(readFileSync(join(root, dirname(path), schema), 'utf8')), data)]
    })
  expect(files.filter(([, valid]) => valid !== true)).toEqual([])
  expect(files.length).toBeGreaterThan(35)
})

describe('refuse', () => {
  test.each([
    ['config', { severity: {} }],
    ['config', { failOn: 'points' }],
    ['config', { severities: { 'contact/qq': 'fatal' } }],
    ['config', { suppressions: [{ rule: 'contact/qq', text: 'a', reason: 'b', expires: '2027-01-01' }] }],
    [
      'suppressions',
      { suppressions: [{ fingerprint: 'x', reason: 'a', approver: 'b', expires: '2027-01-01' }] },
    ],
    ['suppressions', {}],
    ['rule', { id: 'invoice/refusal' }],
    ['lexicon', { concept: {} }],
    ['pack', { name: 'Shop' }],
  ])('%s %j', (name, data) => {
    expect(validator(name)(data)).toBe(false)
  })
})

test('accept a whole configuration', () => {
  const valid = validator('config')
  const config = {
    shop: { id: 's', cashOnDelivery: false, points: { A: 6 }, openSundays: true },
    packs: ['tmall'],
    rules: ['my-shop'],
    severities: { 'contact/qq': 'off' },
    schedule: 'platform',
    worstCase: true,
    failOn: 'points=12',
    input: { encoding: 'gb18030', format: 'csv', columns: { text: '内容' }, roles: { agent: '^山鹿' } },
    suppressions: [{ fingerprint: '0123456789abcd', reason: 'a', approver: 'b', expires: '2027-01-01' }],
    baseline: 'known.json',
  }
  expect([valid(config), valid.errors]).toEqual([true, null])
})
