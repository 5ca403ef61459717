/** Compiles rules/ and the character tables to data under src/generated/, so that the library reads no file and no YAML. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parse } from 'yaml'
import type { PackSource, TextFile } from '../src/rules/load.js'

const root = new URL('..', import.meta.url).pathname
const out = join(root, 'src/generated')

function filesUnder(dir: string): TextFile[] {
  return readdirSync(join(root, dir), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && /\.ya?ml$/.test(e.name))
    .map((e) => join(e.parentPath, e.name))
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }))
}

mkdirSync(out, { recursive: true })
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
writeFileSync(join(out, 'version.ts'), `export const VERSION: string = ${JSON.stringify(version)}\n`)
const { generateTables } = await import('./tables.js')
writeFileSync(join(out, 'tables.ts'), generateTables())
const { generateMasking } = await import('./masking.js')
writeFileSync(join(out, 'masking.ts'), generateMasking())
writeFileSync(join(out, 'report-page.ts'), (await import('./report-page.js')).generateReportPage())
writeFileSync(join(out, 'evasion.ts'), (await import('./evasion.js')).generateEvasion())
writeFileSync(join(out, 'page-texts.ts'), (await import('./page-texts.js')).generatePageTexts())
// the engine reads the tables as soon as it is loaded: they must be there first
const { CHECKS } = await import('../src/engine/checks.js')
const { compileKnowledge } = await import('../src/rules/compile.js')
const { readPack } = await import('../src/rules/load.js')
const { parseSchedule } = await import('../src/score/schema.js')
const { shorten } = await import('../src/text/shorten.js')
const { pack } = await import('../src/rules/packed.js')
const shared: PackSource = readPack(
  [
    ...filesUnder('rules/grammar').filter((f) => !/orthography|masking/.test(f.path)),
    ...filesUnder('rules/lexicon'),
  ],
  'base',
)
const packs = ['tmall', 'extension', 'service'].map((name) => readPack(filesUnder(`rules/${name}`), name))
function knowledge() {
  const all = compileKnowledge(
    null,
    shared.lexicons.concat(packs.flatMap((p) => p.lexicons)),
    packs.flatMap((p) => p.rules),
    Object.keys(CHECKS),
  )
  return { packs: Object.fromEntries(packs.map((p) => [p.name, p.version])), knowledge: all }
}

const schedules = filesUnder('rules/schedules').map((f) => parseSchedule(parse(f.text)))
const literal = (value: unknown) => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`
writeFileSync(
  join(out, 'builtin.ts'),
  `import type { Knowledge } from '../rules/types.js'
import type { Schedule } from '../score/types.js'

export const builtIn: { packs: Record<string, string>; knowledge: Knowledge } = ${literal(knowledge())}
export const schedules: Schedule[] = ${literal(schedules)}
`,
)
writeFileSync(
  join(out, 'packed.ts'),
  `import type { Shortened } from '../text/shorten.js'

export const packed: Shortened = ${JSON.stringify(shorten(JSON.stringify(pack(shared, packs, schedules, 'zh'))))}\n`,
)
