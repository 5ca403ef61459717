/**
 * Drops each entry of lexicon and grammar in turn, reruns the cases and examples in which it was met, and lists those
 * whose loss changes no verdict or those of one case only: `npm run ablate -- [--list] [--only FILE-OR-CONCEPT]`.
 * Entries met nowhere are counted; `--list` names them. The held-out cases are run like all others, not shown.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { CHECKS } from '../src/engine/checks.js'
import { assemble } from '../src/engine/linter.js'
import { schedules } from '../src/generated/builtin.js'
import type { Conversation, Linter } from '../src/index.js'
import { compileKnowledge } from '../src/rules/compile.js'
import { type PackSource, readPack, type TextFile } from '../src/rules/load.js'
import type { LexiconFile } from '../src/rules/schema.js'
import type { Knowledge } from '../src/rules/types.js'
import { expandWord } from '../src/rules/words.js'
import { readCases } from './cases.js'
import { createMeter, type Met, occurring } from './met.js'

const root = new URL('..', import.meta.url).pathname
const PARTS = ['words', 'heard', 'split'] as const
type Part = (typeof PARTS)[number]

interface Entry {
  file: string
  /** The concept or reading it stands under. */
  of: string
  part: Part | 'shape' | 'reading'
  text: string
  /** The words it stands for. */
  words: string[]
}

const WHAT = ['matters', 'one case', 'no case', 'said twice', 'not met'] as const
interface Outcome {
  what: (typeof WHAT)[number]
  /** The one case. */
  by?: string
}

const filesUnder = (dir: string): TextFile[] =>
  readdirSync(join(root, dir), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && e.name.endsWith('.yaml') && !/orthography|masking/.test(e.name))
    .map((e) => join(e.parentPath, e.name))
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }))

function load(): { files: { path: string; data: LexiconFile }[]; knowledge: Knowledge } {
  const base = readPack([...filesUnder('rules/grammar'), ...filesUnder('rules/lexicon')], 'base')
  const packs = ['tmall', 'extension', 'service'].map(
    (name): PackSource => readPack(filesUnder(`rules/${name}`), name),
  )
  const lexicons = [base, ...packs].flatMap((p) => p.lexicons)
  const rules = packs.flatMap((p) => p.rules)
  const own = rules.flatMap((r) => (r.data.lexicon ? [{ path: r.path, data: r.data.lexicon }] : []))
  return {
    files: [...lexicons, ...own],
    knowledge: compileKnowledge(null, lexicons, rules, Object.keys(CHECKS)),
  }
}

function entriesOf({ path, data }: { path: string; data: LexiconFile }): Entry[] {
  const plain = (of: string, part: Entry['part'], texts: readonly string[]) =>
    texts.map((text): Entry => ({ file: path, of, part, text, words: [] }))
  return [
    ...Object.entries(data.concepts ?? {}).flatMap(([of, c]) =>
      PARTS.flatMap((part) =>
        (c[part] ?? []).map((text) => ({
          file: path,
          of,
          part,
          text,
          words: expandWord(text).map((w) => w.toLowerCase()),
        })),
      ),
    ),
    ...Object.entries(data.patterns ?? {}).flatMap(([of, texts]) => plain(of, 'shape', texts)),
    ...Object.entries(data.readings ?? {}).flatMap(([of, r]) => plain(of, 'reading', r.patterns)),
  ]
}

/** For each concept the concepts that have its words as theirs, itself included. */
function includers(files: readonly { data: LexiconFile }[]): Map<string, Set<string>> {
  const by = new Map<string, Set<string>>()
  const all = files.flatMap((f) => Object.entries(f.data.concepts ?? {}))
  const visit = (name: string, found: Set<string>): Set<string> => {
    if (found.has(name)) return found
    found.add(name)
    for (const [other, c] of all) if (c.includes?.includes(name)) visit(other, found)
    return found
  }
  for (const [name] of all) by.set(name, visit(name, new Set()))
  return by
}

const TABLES = { words: 'wordConcepts', heard: 'heardConcepts', split: 'splitConcepts' } as const

/** The concepts that the word names by this entry alone. */
function lostWith(e: Entry, word: string): number[] {
  return [...included.get(e.of)!]
    .filter((c) => providers.get(key(e.part, word, c)) === 1)
    .map((c) => index.get(c)!)
}

/** What is known without the entry. */
function without(e: Entry): Knowledge {
  if (e.part === 'shape')
    return {
      ...knowledge,
      patterns: knowledge.patterns.filter((p) => p.source !== e.text || nameOf(p.concept) !== e.of),
    }
  if (e.part === 'reading') {
    const readings = knowledge.readings.map((r) =>
      // in its place stays one that nothing can satisfy, so that the order of the others is kept
      r.id === e.of ? { ...r, patterns: r.patterns.map((p) => (p.source === e.text ? nothing(p) : p)) } : r,
    )
    return { ...knowledge, readings }
  }
  const { part } = e
  const lost = new Map(e.words.map((w) => [w, lostWith(e, w)]))
  const words: string[] = []
  const concepts: number[][] = []
  knowledge[part].forEach((w, i) => {
    const kept = knowledge[TABLES[part]][i]!.filter((c) => !lost.get(w)?.includes(c))
    if (kept.length === 0) return
    words.push(w)
    concepts.push(kept)
  })
  return { ...knowledge, [part]: words, [TABLES[part]]: concepts }
}

function nothing<P extends { needs: { any: number[] }[] }>(p: P): P {
  return { ...p, needs: p.needs.map((n) => ({ ...n, any: [] })) }
}

const nameOf = (concept: number) => knowledge.concepts[concept]!.name
const key = (part: string, word: string, concept: string) => `${part} ${word} ${concept}`

const args = process.argv.slice(2)
const only = args.includes('--only') ? args[args.indexOf('--only') + 1]! : ''
const started = performance.now()
const { files, knowledge: everything } = load()
const included = includers(files)
const index = new Map(everything.concepts.map((c, i) => [c.name, i]))
const entries = files.flatMap(entriesOf)
const providers = new Map<string, number>()
for (const e of entries)
  for (const w of new Set(e.words))
    for (const c of included.get(e.of)!)
      providers.set(key(e.part, w, c), (providers.get(key(e.part, w, c)) ?? 0) + 1)

const linterFor = (k: Knowledge): Linter =>
  assemble({ knowledge: k, packs: {}, schedule: schedules[0]!, worstCase: false, lang: 'zh-CN', version: '' })
const verdicts = (linter: Linter, c: Conversation): string =>
  linter
    .checkConversation(c)
    .findings.map((f) => `${f.message} ${f.rule} ${f.severity}`)
    .join('\n')

const fixtures = filesIn('fixtures/cases').map((f) =>
  readCases([f]).map((c) => ({ ...c.conversation, id: c.id })),
)
const cases: Conversation[] = [...fixtures.flat(), ...examples()]
const knowledge = occurring(everything, cases)
const base = linterFor(knowledge)
const before = cases.map((c) => verdicts(base, c))
const met: Met[] = cases.map(createMeter(knowledge))

function filesIn(dir: string): string[] {
  return readdirSync(join(root, dir))
    .filter((f) => f.endsWith('.jsonl'))
    .map((f) => join(root, dir, f))
}

function examples(): Conversation[] {
  const roles = { A: 'agent', B: 'buyer', S: 'system' } as const
  return everything.rules.flatMap((r) =>
    [...r.examples.violates, ...r.examples.complies].map((e, i) => ({
      id: `example ${i + 1} of ${r.id}`,
      ...e.facts,
      messages: e.chat.map((l) => ({ role: roles[l[0] as 'A'], text: l.slice(3) })),
    })),
  )
}

function ablate(e: Entry): Outcome {
  if (e.words.length && e.words.every((w) => lostWith(e, w).length === 0)) return { what: 'said twice' }
  const here = cases.map((_, i) => i).filter((i) => met[i]!(e))
  if (here.length === 0) return { what: 'not met' }
  const linter = linterFor(without(e))
  const changed: number[] = []
  for (const i of here) {
    if (verdicts(linter, cases[i]!) !== before[i]) changed.push(i)
    if (changed.length > 1) return { what: 'matters' }
  }
  return changed.length ? { what: 'one case', by: cases[changed[0]!]!.id } : { what: 'no case' }
}

const chosen = entries.filter((e) => `${e.file} ${e.of}`.includes(only))
const outcomes = new Map(chosen.map((e) => [e, ablate(e)]))
const count = (list: readonly Entry[], what: string) =>
  list.filter((e) => outcomes.get(e)!.what === what).length
const counts = (list: readonly Entry[]) =>
  WHAT.map((w) => [count(list, w), w] as const)
    .filter(([n]) => n > 0)
    .map(([n, w]) => `${n} ${w}`)
    .join(', ')
for (const file of new Set(chosen.map((e) => e.file))) {
  console.log(`\n${file}`)
  for (const of of new Set(chosen.filter((e) => e.file === file).map((e) => e.of))) {
    const own = chosen.filter((e) => e.file === file && e.of === of)
    console.log(`  ${of}: ${counts(own)}`)
    const named = args.includes('--list') ? WHAT.slice(1) : WHAT.slice(1, -1)
    for (const w of named) {
      const list = own.filter((e) => outcomes.get(e)!.what === w)
      const say = (e: Entry) => `${e.text}${e.part === 'heard' || e.part === 'split' ? ` [${e.part}]` : ''}`
      const texts = list.map((e) => `${say(e)}${outcomes.get(e)!.by ? ` (${outcomes.get(e)!.by})` : ''}`)
      if (list.length) console.log(`    ${w}: ${texts.join(list[0]!.words.length ? ', ' : ' ; ')}`)
    }
  }
}
const seconds = Math.round((performance.now() - started) / 1000)
console.log(`\n${chosen.length} entries on ${cases.length} cases in ${seconds} s: ${counts(chosen)}`)
