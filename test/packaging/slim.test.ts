import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCases } from '../../scripts/cases.js'
import { createLinter, type Linter } from '../../src/index.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const BUILDS = ['browser.js', 'browser.cjs', 'kefulint.global.js']
const cases = readdirSync(`${root}fixtures/cases`)
  .flatMap((f) => readCases([`${root}fixtures/cases/${f}`]))
  .filter((_, i) => i % 3 === 0)

describe('the slim entry', () => {
  it('holds code of the project alone: no YAML, no schema library, nothing of Node', async () => {
    const { metafile } = await build({
      entryPoints: [`${root}src/browser.ts`],
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'neutral',
    })
    const inputs = Object.keys(metafile.inputs)
    expect(inputs.filter((path) => !path.startsWith('src/'))).toEqual([])
    expect(inputs.length).toBeGreaterThan(30)
    expect(Object.values(metafile.outputs).flatMap((o) => o.imports)).toEqual([])
  })

  it.each(BUILDS)('%s stays within its size', (name) => {
    // kB gzipped; what is in it: see docs/embedding.md
    expect(gzipSync(readFileSync(`${root}dist/${name}`), { level: 9 }).length / 1000).toBeLessThan(220)
  })
})

/** What browsers of ES2020 do not have yet: chat tools are built on such. */
const LACKS = `
  for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with']) delete Array.prototype[name]
  for (const name of ['at', 'replaceAll']) delete String.prototype[name]
  delete Object.hasOwn
  delete globalThis.structuredClone
`

describe('the three builds judge as the library does', () => {
  const full = createLinter()
  let judged: string[]
  beforeAll(() => {
    judged = cases.map((c) => JSON.stringify(full.checkConversation(c.conversation)))
  })

  const builds: [string, () => Promise<{ createLinter: () => Linter }>][] = [
    ['browser.js', () => import(`${root}dist/browser.js`)],
    ['browser.cjs', async () => createRequire(import.meta.url)(`${root}dist/browser.cjs`)],
    [
      'kefulint.global.js',
      // a page has no module system: what the script leaves behind is one global
      async () =>
        runInNewContext(`${LACKS}${readFileSync(`${root}dist/kefulint.global.js`, 'utf8')};kefulint`),
    ],
  ]
  it.each(builds)('%s', async (name, load) => {
    const slim = (await load()).createLinter()
    // the three are one bundle in three wrappings: one of them judges everything
    const some = name === 'browser.js' ? 1 : 20
    const differ = cases.filter(
      (c, i) => i % some === 0 && JSON.stringify(slim.checkConversation(c.conversation)) !== judged[i],
    )
    expect(differ.map((c) => c.id)).toEqual([])
    expect(judged.filter((j) => j.includes('"rule"')).length).toBeGreaterThan(300)
  })

  it('goes on from a snapshot where browsers are of ES2020', () => {
    const { createLinter: old } = runInNewContext(
      `${LACKS}${readFileSync(`${root}dist/kefulint.global.js`, 'utf8')};kefulint`,
    ) as { createLinter: typeof createLinter }
    const session = old().session({ messages: [{ role: 'buyer', text: '有发票吗' }] })
    const again = old().session({}, JSON.parse(JSON.stringify(session.snapshot())))
    expect(again.draft('没有的').findings.map((f) => f.rule)).toEqual(['invoice/refusal'])
  })

  it('knows the same rules at the same cost, without examples', async () => {
    const { createLinter: slim } = (await import(`${root}dist/browser.js`)) as {
      createLinter: typeof createLinter
    }
    for (const schedule of ['note', 'platform']) {
      const rules = slim({ schedule }).rules
      expect(rules.map((r) => [r.id, r.severity, r.cost, r.title.zh, r.clause.zh, r.examples])).toEqual(
        createLinter({ schedule }).rules.map((r) => [
          r.id,
          r.severity,
          r.cost,
          r.title.zh,
          r.clause.zh,
          { violates: [], complies: [] },
        ]),
      )
    }
  })
})
