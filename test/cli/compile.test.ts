import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createLinter as slim } from '../../src/browser.js'
import { createLinter, loadPack, type Pack } from '../../src/index.js'
import { fixture, kefulint } from './run.js'

const RULE = fixture('packs/good/lifetime.yaml')
const SAYS = '终身质保的亲'

describe('compile', () => {
  const compiled = async () => JSON.parse((await kefulint(['compile', RULE])).out) as Pack

  test('gives JSON from which both builds make the same linter as from the YAML', async () => {
    const fromYaml = createLinter({
      extraPacks: [loadPack([{ path: 'lifetime.yaml', text: readFileSync(RULE, 'utf8') }], 'lifetime')],
    })
    const [verdict] = [fromYaml.checkReply(SAYS)]
    expect(verdict.findings.map((f) => f.rule)).toContain('shop/no-lifetime-warranty')
    expect(createLinter({ extraPacks: [await compiled()] }).checkReply(SAYS)).toEqual(verdict)
    expect(slim({ extraPacks: [await compiled()] }).checkReply(SAYS)).toEqual(verdict)
  })

  test('leaves the examples behind', async () => {
    expect((await compiled()).rules[0]!.data.examples).toEqual({ violates: [], complies: [] })
  })

  test('writes a file where one is named', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'kefulint-compile-')), 'shop.json')
    const result = await kefulint(['compile', RULE, '--output', file])
    expect(result).toMatchObject({ code: 0, out: '', err: '' })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(await compiled())
  })

  test.each([
    ['a file that is not there', 'no-such.yaml'],
    ['a rule that is wrong', ''],
  ])('%s is one error and exit code 2', async (_, name) => {
    const folder = mkdtempSync(join(tmpdir(), 'kefulint-compile-'))
    writeFileSync(join(folder, 'wrong.yaml'), readFileSync(RULE, 'utf8').replace('severity:', 'gravity:'))
    const { code, out, err } = await kefulint(['compile', join(folder, name)])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(name || /wrong\.yaml:\d+/)
    expect(err).not.toMatch(/^ +at /m)
  })

  test.each([
    [{ name: 'mine' }, /pack "mine" is not compiled/],
    [{ name: 'mine', lexicons: [], rules: [{}] }, /pack "mine" is not compiled/],
    [{ name: 'mine', format: 9, lexicons: [], rules: [] }, /pack "mine" has format 9, expected 1/],
  ])('what is no pack of this format is refused by name: %j', (pack, message) => {
    expect(() => slim({ extraPacks: [pack as unknown as Pack] })).toThrow(message)
  })

  test('a name that every object has is no pack', () => {
    expect(() => createLinter({ packs: ['constructor'] })).toThrow(/no pack "constructor"/)
  })
})

test('a rule of an own pack stands in place of the built-in one of that name', () => {
  const text = readFileSync(RULE, 'utf8').replace(/^id: .*$/m, 'id: invoice/refusal')
  const linter = createLinter({ extraPacks: [loadPack([{ path: 'own.yaml', text }], 'own')] })
  expect(linter.rules.filter((r) => r.id === 'invoice/refusal').map((r) => r.pack)).toEqual(['own'])
  expect(linter.checkReply('本店没有发票').findings).toEqual([])
  expect(linter.checkReply(SAYS).findings.map((f) => f.rule)).toEqual(['invoice/refusal'])
})
