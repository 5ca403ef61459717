import type { Knowledge, Reading, ReadingPattern } from '../rules/types.js'
import { type Automaton, compileWords } from '../text/automaton.js'
import { compileHearing, type Hearing } from '../text/sound.js'
import { bitsOf, CATEGORIES, type Categorised, type Category } from './categories.js'

/** Knowledge made ready to run: automata and indexes, built once. */
export interface Lexis {
  knowledge: Knowledge
  automaton: Automaton
  hearing: Hearing
  splitAutomaton: Automaton
  patterns: { concept: number; regex: RegExp }[]
  /** For each code unit the patterns (as bits) that it is a cue of. */
  patternCues: Uint32Array
  /** Patterns without a cue: always tried. */
  patternsAlways: number
  concept: Map<string, number>
  /** For each concept its category as bits; zero for open-class concepts. */
  bits: Categorised[]
  /** Patterns of readings by the concept at their head. */
  byHead: Map<number, Candidate[]>
  /** Concepts at the head of a pattern that may leave something unsaid. */
  elliptic: Uint8Array
  /** Concepts that some reading or rule is about: where none occurs nothing can be said. */
  noun: Uint8Array
  verb: Uint8Array
  /** Default reading that a bare mention by the buyer asks about. */
  askedBy: Map<number, Reading>
  readings: Map<string, Reading>
  /** Particles that close what is said: they end many a longer word too. True: an object may follow it. */
  particles: ReadonlyMap<string, boolean>
}

export interface Candidate {
  reading: Reading
  pattern: ReadingPattern
  weight: number
}

export function createLexis(knowledge: Knowledge): Lexis {
  const concept = new Map(knowledge.concepts.map((c, i) => [c.name, i]))
  const categories = new Set<string>(CATEGORIES)
  const byHead = new Map<number, Candidate[]>()
  for (const reading of knowledge.readings)
    for (const pattern of reading.patterns) {
      // of two ways of one reading the earlier in the file wins
      const weight =
        pattern.needs.reduce((w, n) => w + (n.elidable ? 6 : 10), reading.rank) -
        reading.patterns.indexOf(pattern) / 10_000
      for (const c of pattern.needs[pattern.head]!.any) {
        const list = byHead.get(c)
        if (list) list.push({ reading, pattern, weight })
        else byHead.set(c, [{ reading, pattern, weight }])
      }
    }
  const readings = new Map(knowledge.readings.map((r) => [r.id, r]))
  const askedBy = new Map<number, Reading>()
  knowledge.concepts.forEach((c, i) => {
    const reading = c.asked === undefined ? undefined : readings.get(c.asked)
    if (reading) askedBy.set(i, reading)
  })
  return {
    knowledge,
    automaton: compileWords(knowledge.words),
    hearing: compileHearing(knowledge.heard),
    splitAutomaton: compileWords(knowledge.split),
    patterns: knowledge.patterns.map((p) => ({ concept: p.concept, regex: new RegExp(p.source, 'g') })),
    ...patternCues(knowledge.patterns),
    concept,
    bits: knowledge.concepts.map((c) => bitsOf(categories.has(c.name) ? [c.name as Category] : [])),
    byHead,
    elliptic: Uint8Array.from(knowledge.concepts, (_, c) =>
      byHead.get(c)?.some(({ pattern }) => pattern.needs.some((n) => n.elidable)) ? 1 : 0,
    ),
    noun: Uint8Array.from(knowledge.concepts, (c) => (c.kind === 'noun' ? 1 : 0)),
    verb: Uint8Array.from(knowledge.concepts, (c) => (c.kind === 'verb' ? 1 : 0)),
    askedBy,
    readings,
    particles: particlesOf(knowledge, concept),
  }
}

function particlesOf(knowledge: Knowledge, concept: ReadonlyMap<string, number>): Lexis['particles'] {
  const [ending, aspect] = [concept.get('ending')!, concept.get('aspect')!]
  const found = new Map<string, boolean>()
  knowledge.words.forEach((w, i) => {
    const is = knowledge.wordConcepts[i]!
    if (is.includes(ending)) found.set(w, is.includes(aspect))
  })
  return found
}

/** At most 31 patterns have a bit of their own; further ones share the last. */
const bit = (i: number): number => 1 << Math.min(i, 30)

export function patternCues(patterns: Knowledge['patterns']): Pick<Lexis, 'patternCues' | 'patternsAlways'> {
  const cues = new Uint32Array(65536)
  let always = 0
  patterns.forEach((p, i) => {
    if (p.cue === null) always |= bit(i)
    else for (let k = 0; k < p.cue.length; k++) cues[p.cue.charCodeAt(k)]! |= bit(i)
  })
  return { patternCues: cues, patternsAlways: always }
}

/** The patterns that can match the text at all. */
export function* triedPatterns(lexis: Lexis, text: string): Generator<Lexis['patterns'][number]> {
  let mask = lexis.patternsAlways
  for (let i = 0; i < text.length; i++) mask |= lexis.patternCues[text.charCodeAt(i)]!
  if (mask === 0) return
  for (let i = 0; i < lexis.patterns.length; i++) if (mask & bit(i)) yield lexis.patterns[i]!
}

/** Gives tokens their categories once, when they are found. */
export function categorise(lexis: Lexis, is: readonly number[]): Categorised {
  let low = 0
  let high = 0
  for (const c of is) {
    low |= lexis.bits[c]!.low
    high |= lexis.bits[c]!.high
  }
  return { low, high }
}
