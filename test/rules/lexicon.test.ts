import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { builtIn } from '../../src/generated/builtin.js'
import { CATEGORIES } from '../../src/statements/categories.js'

const { concepts, readings, rules, regions } = builtIn.knowledge
const src = new URL('../../src', import.meta.url).pathname

/** The engine itself may speak of a concept or a reading by its name. */
const sources = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((e) => e.isFile() && e.name.endsWith('.ts') && !e.parentPath.endsWith('generated'))
  .map((e) => ({ path: e.parentPath, text: readFileSync(join(e.parentPath, e.name), 'utf8') }))
const code = sources.map(({ text }) => text).join('\n')
const inCode = (name: string) => code.includes(`'${name}'`)

interface Concept {
  includes?: string[]
  words?: unknown[]
  heard?: unknown[]
  split?: unknown[]
}

function lexiconFiles(): { file: string; concepts: Record<string, Concept> }[] {
  return ['rules/grammar/', 'rules/lexicon/'].flatMap((folder) => {
    const path = new URL(`../../${folder}`, import.meta.url).pathname
    return readdirSync(path).map((file) => {
      const { concepts = {} } = parse(readFileSync(path + file, 'utf8')) as {
        concepts?: Record<string, Concept>
      }
      return { file, concepts }
    })
  })
}

/** Concepts that lend their words to others. */
const lends = new Set(
  lexiconFiles().flatMap(({ concepts }) => Object.values(concepts).flatMap((c) => c.includes ?? [])),
)

/** All that a rule's checks are given: `about:refund>dispatch|arrive`. */
const checks = rules.flatMap((r) =>
  r.match.flatMap((m) => [...m.where, ...[...m.after, ...m.unless].flatMap((h) => h.where)]),
)
const inChecks = new Set(checks.flatMap((c) => c.split(':').slice(1).join(':').split(/[>|,]/)))

test('no two lexicon files give one name to different concepts', () => {
  const folder = new URL('../../rules/lexicon/', import.meta.url).pathname
  const homes = new Map<string, string[]>()
  for (const file of readdirSync(folder)) {
    const { concepts: own = {} } = parse(readFileSync(folder + file, 'utf8')) as { concepts?: object }
    for (const name of Object.keys(own)) homes.set(name, [...(homes.get(name) ?? []), file])
  }
  expect([...homes].filter(([, files]) => files.length > 1)).toEqual([])
})

test('no list of words holds one twice', () => {
  const twice = lexiconFiles().flatMap(({ file, concepts }) =>
    Object.entries(concepts).flatMap(([name, c]) =>
      (['words', 'heard', 'split'] as const).flatMap((part) => {
        const list = (c[part] ?? []).map(String)
        return list.filter((w, i) => list.indexOf(w) !== i).map((w) => `${file} ${name}: ${w}`)
      }),
    ),
  )
  expect(twice).toEqual([])
})

test('every concept is used by a reading, a rule, the grammar or the engine', () => {
  const used = new Set(
    readings.flatMap((r) => r.patterns.flatMap((p) => [...p.needs.flatMap((n) => n.any), ...p.forbids])),
  )
  const unused = concepts.filter(
    (c, i) =>
      !used.has(i) &&
      c.asked === undefined &&
      !(CATEGORIES as readonly string[]).includes(c.name) &&
      !lends.has(c.name) &&
      !inChecks.has(c.name) &&
      !inCode(c.name),
  )
  expect(unused.map((c) => c.name)).toEqual([])
})

test('every concept has words, a shape, or is found by the engine itself', () => {
  const { wordConcepts, heardConcepts, splitConcepts, patterns } = builtIn.knowledge
  const named = new Set([
    ...[...wordConcepts, ...heardConcepts, ...splitConcepts].flat(),
    ...patterns.map((p) => p.concept),
  ])
  const empty = concepts.filter((c, i) => !named.has(i) && !inCode(c.name))
  expect(empty.map((c) => c.name)).toEqual([])
})

test('every reading is named by a rule, harmless, a bare mention, asked about, or used by the engine', () => {
  const says = new Set(
    rules.flatMap((r) => r.match.flatMap((m) => [m, ...m.after, ...m.unless].flatMap((h) => h.says))),
  )
  const asked = new Set(concepts.map((c) => c.asked))
  const unused = readings.filter(
    // a mention only makes its clause speak of the topic, for what comes after it
    ({ id, harmless, rank }) =>
      !harmless && rank >= 0 && !says.has(id) && !inChecks.has(id) && !asked.has(id) && !inCode(id),
  )
  expect(unused.map((r) => r.id)).toEqual([])
})

test('what the engine calls by name is there', () => {
  const ids = new Set([...readings.map((r) => r.id), ...concepts.map((c) => c.name)])
  const heart = sources
    .filter(({ path }) => /src\/(?:statements|dialogue)$/.test(path))
    .map(({ text }) => text)
    .join('\n')
  const called = [
    ...heart.matchAll(/'([a-z]+\.[a-z-]+)'/g),
    ...heart.matchAll(/concept\.get\('(@[a-z-]+)'/g),
    ...heart.match(/const BESIDE = \[.*?\]/s)![0].matchAll(/'(.*?)'/g),
  ].map(([, name]) => name!)
  expect(called.length).toBeGreaterThan(15)
  expect(called.filter((name) => !ids.has(name))).toEqual([])
})

test('what a concept asks about is a reading', () => {
  const ids = new Set(readings.map((r) => r.id))
  expect(concepts.filter((c) => c.asked !== undefined && !ids.has(c.asked)).map((c) => c.name)).toEqual([])
})

test('what checks are given is a reading, a concept or a scope', () => {
  const known = new Set([...readings.map((r) => r.id), ...concepts.map((c) => c.name)])
  const unknown = [...inChecks].filter((n) => n && !known.has(n) && !inCode(n))
  expect(unknown).toEqual([])
})

test('every region of the country has its places', () => {
  expect(regions).toHaveLength(34)
  for (const { name, places } of regions) {
    expect(new Set(places).size, name).toBe(places.length)
    expect(places.join(), name).toContain(name)
  }
})
