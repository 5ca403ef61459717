import type { Example } from '../engine/types.js'
import { CATEGORIES } from '../statements/categories.js'
import type { Scope } from '../statements/types.js'
import { PackError, type PackErrorCode } from './error.js'
import type { HistoryFile, LexiconFile, RuleFile } from './schema.js'
import type { Concept, History, Knowledge, Match, Need, Reading, ReadingPattern, Rule } from './types.js'
import { expandWord } from './words.js'

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
const PLAIN: Scope[] = ['question', 'condition', 'formerly', 'quotation', 'third-party', 'warning']

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
  const all = [...lexicons, ...rules.flatMap((r) => (r.data.lexicon ? [{ ...r, data: r.data.lexicon }] : []))]
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
      throw fail('unknown-concept', path, `${where}: no concept "${name}"${near(name, index.keys())}`, name)
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
  const readings = all.flatMap((f) =>
    Object.entries(f.data.readings ?? {}).map(
      ([id, r]): Reading => ({
        id,
        rank: r.rank ?? 0,
        sign: r.sign ?? (r.harmless ? 'yes' : 'head'),
        harmless: r.harmless ?? false,
        ...(r.by ? { by: r.by } : {}),
        patterns: r.patterns.map((p) => compilePattern(p, (n) => find(n, f.path, `${id}: ${p}`), f.path)),
      }),
    ),
  )
  const merged = mergeReadings([...old.readings, ...readings])
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

function fail(code: PackErrorCode, path: string, detail: string, quote: string): PackError {
  return new PackError(code, path, 1, 1, detail, quote)
}

/** "did you mean": the known name with the fewest differing letters. */
function near(name: string, known: Iterable<string>): string {
  let best = ''
  let score = 3
  for (const k of known) {
    const d = distance(name, k)
    if (d < score) {
      score = d
      best = k
    }
  }
  return best ? `; did you mean "${best}"?` : ''
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]!
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
      const list = (c[part] ?? []).flatMap((w) => {
        try {
          return expandWord(w)
        } catch (e) {
          throw fail('word-syntax', f.path, `${name}: ${(e as Error).message}`, w)
        }
      })
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
      throw fail('cyclic-lexicon', includes.get(name)!.path, [...trail, name].join(' → '), name)
    for (const next of includes.get(name)?.to ?? []) visit(next, [...trail, name])
  }
  for (const name of includes.keys()) visit(name, [])
}

/** `a|b~ < c* !d`: needs a or b (may be left unsaid), then c, at which polarity is read (`c*-` is itself a denial); d may not occur. */
function compilePattern(source: string, find: (name: string) => number, path: string): ReadingPattern {
  const needs: Need[] = []
  const forbids: number[] = []
  let head = -1
  let inverse = false
  let within: number | null = null
  for (const part of source.trim().split(/\s+/)) {
    const order = part.match(/^<(\d*)$/)
    if (order) {
      within = order[1] ? Number(order[1]) : 200
      continue
    }
    const m = part.match(/^(!?)([^~*!-][^~*!]*?)(~?)(\*-?)?$/)
    if (!m)
      throw fail(
        'pattern-syntax',
        path,
        `"${part}" in "${source}"; expected name, a|b, name~, name*, name*-, !name, < or <N`,
        source,
      )
    const any = m[2]!.split('|').map(find)
    if (m[1]) {
      forbids.push(...any)
      continue
    }
    if (m[4]) {
      head = needs.length
      inverse = m[4] === '*-'
    }
    needs.push({ any, elidable: m[3] === '~', within })
    within = null
  }
  if (needs.length === 0) throw fail('pattern-syntax', path, `"${source}" needs no concept`, source)
  if (head < 0) head = needs.length - 1
  if (needs[head]!.elidable)
    throw fail('pattern-syntax', path, `the head of "${source}" cannot be left unsaid`, source)
  return { needs, head, inverse, forbids, source }
}

/** A reading may be spread over several files: packs add ways of saying it. */
function mergeReadings(readings: readonly Reading[]): Reading[] {
  const merged = new Map<string, Reading>()
  for (const r of readings) {
    const known = merged.get(r.id)
    merged.set(r.id, known ? { ...known, patterns: [...known.patterns, ...r.patterns] } : r)
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
      if (!known.has(x)) throw fail('unknown-reading', r.path, `no reading "${x}"${near(x, known)}`, x)
    return list
  }
  const named = (list: readonly string[] = []): string[] => {
    for (const x of list)
      if (!checks.includes(x.replace(/^not /, '').split(':')[0]!))
        throw fail('unknown-check', r.path, `no check "${x}"; known are ${checks.join(', ')}`, x)
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
    without: (m.without ?? PLAIN).filter((s) => !m.with?.includes(s)),
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
const SLOTS = ['time', 'paid']

function slotted(text: string, path: string): string {
  for (const [slot, name] of text.matchAll(/\{(.*?)\}/g))
    if (!SLOTS.includes(name!))
      throw fail('unknown-slot', path, `no slot ${slot}; known are ${SLOTS.join(', ')}`, slot)
  return text
}

/** Names the engine's own categories, for documentation and editors. */
export const categories: readonly string[] = CATEGORIES
