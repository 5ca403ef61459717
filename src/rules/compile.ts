import type { Example } from '../engine/types.js'
import { CATEGORIES } from '../statements/categories.js'
import type { Scope } from '../statements/types.js'
import { fail, near } from './fail.js'
import { compilePattern } from './patterns.js'
import type { HistoryFile, LexiconFile, RuleFile } from './schema.js'
import type { Concept, History, Knowledge, Match, Reading, Rule } from './types.js'
import { fullWidth } from './wide.js'
import { expandWord, WordError } from './words.js'

export interface Sourced<T> {
  path: string
  /** Which folder of rules/ it stands in: sets the default kind of its concepts. */
  grammar: boolean
  data: T
  /** For each regular expression in it the characters one of which every match holds. */
  cues?: Record<string, string>
}

/** Concepts that the engine finds by itself, without words. */
const BUILT_IN = ['@number', '@phone', '@account-digits']

/** What a statement may not be to count, where a rule does not say otherwise. */
const PLAIN: Scope[] = ['question', 'condition', 'quotation', 'third-party', 'warning']
/** What was so and is no more is said of no rule, unless it asks for it. */
const GONE: Scope = 'formerly'

const NOTHING: Knowledge = {
  concepts: [],
  words: [],
  wordConcepts: [],
  heard: [],
  heardConcepts: [],
  split: [],
  splitConcepts: [],
  patterns: [],
  ordinals: [],
  regions: [],
  readings: [],
  rules: [],
}

/** Resolves the files of packs into one body of knowledge, on top of what is known already. */
export function compileKnowledge(
  base: Knowledge | null,
  lexicons: readonly Sourced<LexiconFile>[],
  rules: readonly (Sourced<RuleFile> & { pack: string })[],
  checks: readonly string[],
): Knowledge {
  const own = rules.flatMap((r) => (r.data.lexicon ? [{ ...r, data: r.data.lexicon }] : []))
  const all = [...lexicons, ...own].map(withOrdinals)
  const old = base ?? NOTHING
  const index = new Map(old.concepts.map((c, i) => [c.name, i]))
  const concepts: Concept[] = old.concepts.map((c) => ({ ...c }))
  const add = (name: string, kind: Concept['kind'], asked?: string, transparent?: boolean) => {
    const at = index.get(name)
    if (at === undefined) {
      index.set(name, concepts.length)
      concepts.push({
        name,
        kind,
        ...(asked === undefined ? {} : { asked }),
        ...(transparent ? { transparent } : {}),
        ...(base ? { own: true } : {}),
      })
    } else
      Object.assign(concepts[at]!, asked === undefined ? {} : { asked }, transparent ? { transparent } : {})
  }
  for (const c of BUILT_IN) add(c, 'noun')
  for (const c of CATEGORIES) add(c, 'grammar')
  for (const f of all) {
    for (const [name, c] of Object.entries(f.data.concepts ?? {}))
      add(name, c.kind ?? (f.grammar ? 'grammar' : 'noun'), c.asked, c.transparent)
    for (const name of Object.keys(f.data.patterns ?? {})) add(name, 'noun')
  }
  const find = (name: string, path: string, where: string): number => {
    const at = index.get(name)
    if (at === undefined)
      throw fail(
        fullWidth(name) ?? { code: 'unknown-concept', where, name, near: near(name, index.keys()) },
        path,
        name,
      )
    return at
  }
  checkCycles(all)
  const words = wordTable(all, 'words', find, old.words, old.wordConcepts)
  const heard = wordTable(all, 'heard', find, old.heard, old.heardConcepts)
  const split = wordTable(all, 'split', find, old.split, old.splitConcepts)
  const patterns = all.flatMap((f) =>
    Object.entries(f.data.patterns ?? {}).flatMap(([name, sources]) =>
      sources.map((source) => ({ concept: find(name, f.path, name), source, cue: f.cues?.[source] ?? null })),
    ),
  )
  const merged = mergeReadings(old.readings, all, find)
  const known = new Set(merged.map((r) => r.id))
  const replaced = new Set(rules.map((r) => r.data.id))
  return {
    concepts,
    words: [...words.keys()],
    wordConcepts: [...words.values()],
    heard: [...heard.keys()],
    heardConcepts: [...heard.values()],
    split: [...split.keys()],
    splitConcepts: [...split.values()],
    patterns: [...old.patterns, ...patterns],
    ordinals: [...old.ordinals, ...all.flatMap((f) => f.data.ordinals ?? [])],
    regions: [
      ...old.regions,
      ...all.flatMap((f) => Object.entries(f.data.regions ?? {}).map(([name, places]) => ({ name, places }))),
    ],
    readings: merged,
    // a pack may say anew what a rule before it says
    rules: [
      ...old.rules.filter((r) => !replaced.has(r.id)),
      ...rules.map((r) => compileRule(r, known, checks)),
    ],
  }
}

/** A word of order is a word like others: it stands in one list, with what it points at. */
function withOrdinals(file: Sourced<LexiconFile>): Sourced<LexiconFile> {
  const { ordinals, concepts } = file.data
  if (!ordinals) return file
  const spelled = ordinals.map((o) => ({
    ...o,
    words: o.words.flatMap((w) => spelledOut(w, 'ordinals', file.path)),
  }))
  const words = [...(concepts?.ordinal?.words ?? []), ...spelled.flatMap((o) => o.words)]
  return {
    ...file,
    data: { ...file.data, ordinals: spelled, concepts: { ...concepts, ordinal: { words } } },
  }
}

/** The words that one entry of a file stands for. */
function spelledOut(word: string, name: string, path: string): string[] {
  const wide = fullWidth(word)
  if (wide !== undefined) throw fail(wide, path, word)
  try {
    return expandWord(word)
  } catch (e) {
    if (!(e instanceof WordError)) throw e
    throw fail({ code: 'word-syntax', concept: name, ...e.fault }, path, word)
  }
}

type Part = 'words' | 'heard' | 'split'

function wordTable(
  files: readonly Sourced<LexiconFile>[],
  part: Part,
  find: (name: string, path: string, where: string) => number,
  words: readonly string[],
  concepts: readonly number[][],
): Map<string, number[]> {
  const table = new Map(words.map((w, i) => [w, [...concepts[i]!]]))
  const own = new Map<string, string[]>()
  const includes = new Map<string, string[]>()
  for (const f of files)
    for (const [name, c] of Object.entries(f.data.concepts ?? {})) {
      const list = (c[part] ?? []).flatMap((w) => spelledOut(w, name, f.path))
      own.set(name, [...(own.get(name) ?? []), ...list])
      includes.set(name, [...(includes.get(name) ?? []), ...(c.includes ?? [])])
      for (const i of c.includes ?? []) find(i, f.path, `${name}.includes`)
    }
  // a pack may include a concept that was there before it
  const known = (name: string): string[] => {
    if (words.length === 0) return []
    const at = find(name, '', name)
    return words.filter((_, i) => concepts[i]!.includes(at))
  }
  const included = (name: string): string[] =>
    (includes.get(name) ?? []).flatMap((i) => [...(own.get(i) ?? []), ...known(i), ...included(i)])
  for (const name of own.keys())
    for (const w of [...own.get(name)!, ...included(name)]) {
      const at = find(name, '', name)
      const list = table.get(w.toLowerCase())
      if (!list) table.set(w.toLowerCase(), [at])
      else if (!list.includes(at)) list.push(at)
    }
  return table
}

function checkCycles(files: readonly Sourced<LexiconFile>[]): void {
  const includes = new Map<string, { to: string[]; path: string }>()
  for (const f of files)
    for (const [name, c] of Object.entries(f.data.concepts ?? {}))
      if (c.includes)
        includes.set(name, { to: [...(includes.get(name)?.to ?? []), ...c.includes], path: f.path })
  const visit = (name: string, trail: string[]): void => {
    if (trail.includes(name))
      throw fail({ code: 'cyclic-lexicon', names: [...trail, name] }, includes.get(name)!.path, name)
    for (const next of includes.get(name)?.to ?? []) visit(next, [...trail, name])
  }
  for (const name of includes.keys()) visit(name, [])
}

/** A reading may be spread over several files: packs add ways of saying it, never another meaning. */
function mergeReadings(
  old: readonly Reading[],
  files: readonly Sourced<LexiconFile>[],
  find: (name: string, path: string, where: string) => number,
): Reading[] {
  const merged = new Map(old.map((r) => [r.id, r]))
  for (const f of files)
    for (const [id, r] of Object.entries(f.data.readings ?? {})) {
      const patterns = r.patterns.map((p) => compilePattern(p, (n) => find(n, f.path, `${id}: ${p}`), f.path))
      const known = merged.get(id)
      if (known === undefined) {
        const harmless = r.harmless ?? false
        const sign = r.sign ?? (harmless ? 'yes' : 'head')
        merged.set(id, { id, rank: r.rank ?? 0, sign, harmless, ...(r.by ? { by: r.by } : {}), patterns })
        continue
      }
      for (const key of ['rank', 'sign', 'harmless', 'by'] as const)
        if (r[key] !== undefined && r[key] !== known[key])
          throw fail({ code: 'other-meaning', reading: id, key, was: String(known[key]) }, f.path, id)
      merged.set(id, { ...known, patterns: [...known.patterns, ...patterns] })
    }
  return [...merged.values()]
}

function compileRule(
  r: Sourced<RuleFile> & { pack: string },
  known: ReadonlySet<string>,
  checks: readonly string[],
): Rule {
  const d = r.data
  const says = (s: string | string[]): string[] => {
    const list = typeof s === 'string' ? [s] : s
    for (const x of list)
      if (!known.has(x))
        throw fail(fullWidth(x) ?? { code: 'unknown-reading', name: x, near: near(x, known) }, r.path, x)
    return list
  }
  const named = (list: readonly string[] = []): string[] => {
    for (const x of list)
      if (!checks.includes(x.replace(/^not /, '').split(':')[0]!))
        throw fail(
          fullWidth(x) ?? { code: 'unknown-check', name: x, near: near(x, checks), known: checks },
          r.path,
          x,
        )
    return [...list]
  }
  const sign = (p: 'yes' | 'no' | 'any' | undefined, fallback: 1 | null) =>
    p === 'yes' ? 1 : p === 'no' ? -1 : p === 'any' ? null : fallback
  const past = (h: HistoryFile): History => ({
    by: h.by ?? 'any',
    says: says(h.says),
    polarity: sign(h.polarity, 1),
    with: h.with ?? [],
    without: h.without ?? [],
    in: h.in ?? 'chat',
    where: named(h.where),
  })
  const match: Match[] = d.when.map((m) => ({
    says: says(m.says),
    polarity: sign(m.polarity, 1),
    with: m.with ?? [],
    without: [...(m.without ?? PLAIN), GONE].filter((s) => !m.with?.includes(s)),
    via: m.via ?? null,
    where: [...named(m.where), ...named(d.where)],
    after: (m.after ?? []).map(past),
    unless: [...(m.unless ?? []), ...(d.unless ?? [])].map(past),
  }))
  return {
    id: d.id,
    pack: r.pack,
    severity: d.severity,
    basis: d.basis,
    title: d.title,
    explanation: d.explanation,
    clause: d.clause,
    suggestion: d.suggestion,
    rewrites: (d.rewrites ?? []).map(({ says: of, whole, text }) => ({
      says: of === undefined ? [] : says(of),
      whole: whole ?? false,
      text: slotted(text, r.path),
    })),
    match,
    facts: (d.facts ?? {}) as Rule['facts'],
    needs: d.needs ?? [],
    examples: d.examples as { violates: Example[]; complies: Example[] },
  }
}

/** What a rewrite may leave to be filled in. */
const SLOTS = ['time', 'act', 'paid']

function slotted(text: string, path: string): string {
  for (const [slot, name] of text.matchAll(/\{(.*?)\}/g))
    if (!SLOTS.includes(name!)) throw fail({ code: 'unknown-slot', slot, known: SLOTS }, path, slot)
  return text
}
