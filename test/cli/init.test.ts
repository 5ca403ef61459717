import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { configFile } from '../../src/settings/schema.js'
import { kefulint } from './run.js'

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'kefulint-init-'))

describe.each(['zh-CN', 'en'])('init in %s', (lang) => {
  async function written() {
    const folder = emptyFolder()
    const result = await kefulint(['init', '--lang', lang], '', {}, folder)
    return { folder, result, text: readFileSync(join(folder, 'kefulint.config.yaml'), 'utf8') }
  }

  test('writes a configuration that holds', async () => {
    const { folder, result, text } = await written()
    expect(result.code).toBe(0)
    expect(configFile.parse(parse(text))).toEqual({ schedule: 'note', failOn: 'error' })
    expect((await kefulint(['check', '没有发票'], '', {}, folder)).code).toBe(1)
    expect(readdirSync(folder)).toEqual(['kefulint.config.yaml'])
  })

  test('in which every setting stands, switched off', async () => {
    const { text } = await written()
    const switchedOn = text.replaceAll(/^( *)#(?=\S)/gm, '$1')
    const config = configFile.parse(parse(switchedOn))
    expect(Object.keys(config).sort()).toEqual(Object.keys(configFile.shape).sort())
    expect(Object.keys(config.input!).sort()).toEqual([
      'columns',
      'encoding',
      'format',
      'replyColumns',
      'roles',
    ])
    expect(config.suppressions).toHaveLength(2)
  })

  test('explained in the language asked for', async () => {
    const { text } = await written()
    expect(/\p{Script=Han}/u.test(text)).toBe(lang === 'zh-CN')
    expect(text).toMatch(
      /^# yaml-language-server: \$schema=\.\/node_modules\/kefulint\/schema\/config\.schema\.json\n/,
    )
  })
})

test('what is there is never overwritten', async () => {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'kefulint.config.yaml'), 'failOn: warn\n')
  const { code, err } = await kefulint(['init'], '', { LANG: 'en' }, folder)
  expect([code, err]).toEqual([2, expect.stringContaining('kefulint.config.yaml: the file is there already')])
  expect(readFileSync(join(folder, 'kefulint.config.yaml'), 'utf8')).toBe('failOn: warn\n')
})

test('a folder that is not there', async () => {
  const { code, err } = await kefulint(['init'], '', { LANG: 'en' }, join(emptyFolder(), 'nowhere'))
  expect([code, err]).toEqual([2, expect.stringContaining('[cannot-write]')])
})
