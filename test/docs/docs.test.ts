import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { CHECKS } from '../../src/engine/checks.js'
import { FORMAT_NAMES } from '../../src/read/names.js'
import { reportFormats } from '../../src/report/index.js'
import { lexiconFile, ruleFile } from '../../src/rules/schema.js'
import { kefulint } from '../cli/run.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const text = (name: string) => readFileSync(join(root, name), 'utf8')
const block = (page: string, language: string) =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page)![1]!
/** Where lines break depends on the width of the terminal. */
const unbroken = (lines: string) => lines.replace(/\s+/g, '')

describe.each([
  ['README.md', 'zh_CN.UTF-8'],
  ['README.en.md', 'en_US.UTF-8'],
])('%s', (name, LANG) => {
  const page = text(name)

  test('shows what the demo prints', async () => {
    const demo = 'fixtures/demo/山鹿家居-聊天记录.txt'
    const { out } = await kefulint(['audit', '--fail-on', 'none', demo], '', { LANG }, root)
    const shown = block(page, 'text').split('…\n').filter(Boolean)
    expect(shown.length).toBeGreaterThan(1)
    for (const piece of shown) expect(unbroken(out)).toContain(unbroken(piece))
  })

  test('holds a rule that passes its own examples', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kefulint-'))
    writeFileSync(join(folder, 'lifetime.yaml'), block(page, 'yaml'))
    expect(await kefulint(['test', '--rules', folder])).toMatchObject({ code: 0 })
  })

  test('links only to files that are there', () => {
    for (const [, target] of page.matchAll(/\]\((?!http)([^)#]+)/g)) expect(text(target!)).not.toBe('')
  })
})

test('docs/embedding.md links only to files that are there', () => {
  const links = [...text('docs/embedding.md').matchAll(/\]\((?!http)([^)#]+)/g)].map(([, target]) =>
    join('docs', target!),
  )
  expect(links.filter((target) => !existsSync(join(root, target)))).toEqual([])
  expect(links.length).toBeGreaterThan(4)
})

describe('the code that is shown runs', () => {
  async function run(code: string, names: string) {
    const file = join(mkdtempSync(join(tmpdir(), 'kefulint-docs-')), 'shown.mjs')
    const library = pathToFileURL(join(root, 'dist/index.js')).href
    writeFileSync(file, `${code.replace("from 'kefulint'", `from '${library}'`)}\nexport { ${names} }`)
    return import(file)
  }

  test.each(['README.md', 'README.en.md'])('in %s', async (name) => {
    expect((await run(block(text(name), 'js'), 'findings')).findings).toMatchObject([{ rule: 'contact/qq' }])
  })

  test('in docs/embedding.md, from the first line to the snapshot', async () => {
    const blocks = [...text('docs/embedding.md').matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code!)
    const code = blocks.filter((each) => !each.includes('extraPacks')).join('')
    const { findings, better, again } = await run(code, 'findings, better, again')
    expect(findings).toMatchObject([{ rule: 'contact/qq' }])
    expect(better).toContain('旺旺')
    expect(again.draft('在的').findings).toEqual([])
    expect(blocks).toHaveLength(5)
  })
})

describe('docs/writing-rules.md', () => {
  const page = text('docs/writing-rules.md')

  test.each([
    ['checks', Object.keys(CHECKS)],
    ['keys of a rule', Object.keys(ruleFile.shape)],
    ['keys of a match', Object.keys(ruleFile.shape.when.element.shape)],
    ['scopes', ruleFile.shape.when.element.shape.with.unwrap().element.options],
    ['keys of a reading', Object.keys(lexiconFile.shape.readings.unwrap().valueType.shape)],
    ['keys of a concept', Object.keys(lexiconFile.shape.concepts.unwrap().valueType.shape)],
  ])('explains all %s', (_, names) => {
    for (const name of names) expect(page).toMatch(new RegExp(`\`${name}[\`:]`))
  })

  test('is where a wrong key sends people, in their language', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kefulint-'))
    writeFileSync(join(folder, 'a.yaml'), block(text('README.md'), 'yaml').replace('severity:', 'severty:'))
    const run = (LANG: string) => kefulint(['test', '--rules', folder], '', { LANG })
    expect((await run('zh_CN.UTF-8')).err).toMatch(/a\.yaml:2:1: 没有“severty”[\s\S]*docs\/writing-rules\.md/)
    expect((await run('en_US.UTF-8')).err).toMatch(/there is no "severty"/)
  })
})

test.each([
  ['docs/formats.md', FORMAT_NAMES],
  ['docs/formats.en.md', FORMAT_NAMES],
  ['docs/reports.md', reportFormats],
])('%s names every format', (page, names) => {
  for (const name of names) expect(text(page)).toContain(`\`${name}\``)
})
