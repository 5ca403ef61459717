import type { Concept, Knowledge, Reading, ReadingPattern } from '../rules/types.js'
import { type Automaton, compileWords } from '../text/automaton.js'
import { compileHearing, type Hearing } from '../text/sound.js'
import { soundOf } from '../text/syllables.js'
import { bitsOf, CATEGORIES, type Categorised, type Category } from './categories.js'

/** Knowledge made ready to run: automata and indexes, built once. */
export interface Lexis {
  knowledge: Knowledge
  automaton: Automaton
  hearing: Hearing
  splitAutomaton: Automaton
  patterns: { concept: number; regex: RegExp }[]
  /** For each code unit the patterns that it is a cue of. */
  patternCues: ReadonlyMap<number, readonly number[]>
  /** Patterns without a cue: always tried. */
  patternsAlways: readonly number[]
  /** One for each pattern, zero between two uses: which are already on the list of one text. */
  listed: Uint8Array
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
  /** Concepts that only guess at a name. */
  guess: Uint8Array
  /** Concepts whose words keep the meaning of the words in them. */
  transparent: Uint8Array
  /** Concepts of a shop's own rules. */
  own: Uint8Array
  /** Default reading that a bare mention by the buyer asks about. */
  askedBy: Map<number, Reading>
  readings: Map<string, Reading>
  /** Particles that close what is said: they end many a longer word too. True: an object may follow it. */
  particles: ReadonlyMap<string, boolean>
  /** Single particles that may follow any word. */
  finals: ReadonlySet<string>
  /** Characters of the vocabulary with that syllable, those in most words first. */
  soundingLike(syllable: number): readonly string[]
}

export interface Candidate {
  reading: Reading
  pattern: ReadingPattern
  weight: number
}

export function createLexis(knowledge: Knowledge): Lexis {
  const concept = new Map(knowledge.concepts.map((c, i) => [c.name, i]))
  const categories = new Set<string>(CATEGORIES)
  const flagged = (is: (c: Concept, index: number) => boolean) =>
    Uint8Array.from(knowledge.concepts, (c, i) => (is(c, i) ? 1 : 0))
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
    listed: new Uint8Array(knowledge.patterns.length),
    concept,
    bits: knowledge.concepts.map((c) => bitsOf(categories.has(c.name) ? [c.name as Category] : [])),
    byHead,
    elliptic: flagged(
      (_, i) => byHead.get(i)?.some(({ pattern }) => pattern.needs.some((n) => n.elidable)) === true,
    ),
    noun: flagged((c) => c.kind === 'noun'),
    verb: flagged((c) => c.kind === 'verb'),
    guess: flagged((c) => c.name.startsWith('@bare')),
    transparent: flagged((c) => c.transparent === true),
    own: flagged((c) => c.own === true),
    askedBy,
    readings,
    particles: particlesOf(knowledge, concept),
    finals: finalsOf(knowledge, concept.get('final')!),
    soundingLike: soundingLike(knowledge.words),
  }
}

/** Made when first asked for: few texts spell anything. */
function soundingLike(words: readonly string[]): Lexis['soundingLike'] {
  let bySyllable: Map<number, string[]> | undefined
  return (syllable) => {
    bySyllable ??= charactersBySyllable(words)
    return bySyllable.get(syllable) ?? []
  }
}

function charactersBySyllable(words: readonly string[]): Map<number, string[]> {
  const count = new Map<string, number>()
  for (const word of words)
    for (const character of word) count.set(character, (count.get(character) ?? 0) + 1)
  const found = new Map<number, string[]>()
  for (const [character] of [...count].sort(([, a], [, b]) => b - a)) {
    const syllable = soundOf(character.charCodeAt(0))
    if (syllable !== 0) found.set(syllable, [...(found.get(syllable) ?? []), character])
  }
  return found
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

function finalsOf({ words, wordConcepts }: Knowledge, final: number): ReadonlySet<string> {
  return new Set(words.filter((w, i) => w.length === 1 && wordConcepts[i]!.includes(final)))
}

function patternCues(patterns: Knowledge['patterns']): Pick<Lexis, 'patternCues' | 'patternsAlways'> {
  const cues = new Map<number, number[]>()
  const always: number[] = []
  patterns.forEach((p, i) => {
    if (p.cue === null) always.push(i)
    else
      for (let k = 0; k < p.cue.length; k++) {
        const unit = p.cue.charCodeAt(k)
        const list = cues.get(unit)
        if (list) list.push(i)
        else cues.set(unit, [i])
      }
  })
  return { patternCues: cues, patternsAlways: always }
}

/** Reports each place where a pattern matches. */
export function matchPatterns(
  lexis: Lexis,
  text: string,
  hit: (concept: number, start: number, end: number) => void,
): void {
  for (const i of triedPatterns(lexis, text)) {
    const { regex, concept } = lexis.patterns[i]!
    regex.lastIndex = 0
    for (let m = regex.exec(text); m; m = regex.exec(text)) {
      if (m[0].length > 0) hit(concept, m.index, m.index + m[0].length)
      else regex.lastIndex = m.index + 1
    }
  }
}

/** The patterns that can match the text at all, in their order. */
function triedPatterns({ patternsAlways, patternCues, listed }: Lexis, text: string): number[] {
  const tried: number[] = []
  for (let i = 0; i < text.length; i++) {
    const cued = patternCues.get(text.charCodeAt(i))
    if (cued === undefined) continue
    for (const p of cued)
      if (listed[p] === 0) {
        listed[p] = 1
        tried.push(p)
      }
  }
  for (const p of tried) listed[p] = 0
  return [...patternsAlways, ...tried].sort((a, b) => a - b)
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
