/** Which entries of lexicon and grammar occur in a conversation at all: only those can change its verdicts. */
import type { Conversation } from '../src/index.js'
import type { Knowledge, ReadingPattern } from '../src/rules/types.js'
import { compileWords, scan } from '../src/text/automaton.js'
import { fold } from '../src/text/fold.js'
import { compileHearing, hear } from '../src/text/sound.js'

interface Sought {
  of: string
  part: 'words' | 'heard' | 'split' | 'shape' | 'reading'
  text: string
  words: readonly string[]
}

/** Whether the entry may be at work in the conversation; true more often than needed, never false wrongly. */
export type Met = (entry: Sought) => boolean

const BOUNDARIES = /[ ,.?]/g
export function createMeter(k: Knowledge): (c: Conversation) => Met {
  const literal = compileWords(k.words)
  const hearing = compileHearing(k.heard)
  const split = compileWords(k.split)
  const shapes = k.patterns.map((p) => ({ ...p, regex: new RegExp(p.source) }))
  const patterns = new Map<string, ReadingPattern[]>()
  for (const r of k.readings)
    for (const p of r.patterns)
      patterns.set(`${r.id} ${p.source}`, [...(patterns.get(`${r.id} ${p.source}`) ?? []), p])
  // concepts that the engine finds by itself, without words or shapes
  const worded = new Set(
    [...k.wordConcepts, ...k.heardConcepts, ...k.splitConcepts]
      .flat()
      .concat(k.patterns.map((p) => p.concept)),
  )
  const always = k.concepts.map((_, i) => i).filter((i) => !worded.has(i))

  return (conversation) => {
    const met = {
      words: new Set<string>(),
      heard: new Set<string>(),
      split: new Set<string>(),
      shape: new Set<string>(),
    }
    const concepts = new Set<number>(always)
    const add = (part: 'words' | 'heard' | 'split', word: string, is: readonly number[]) => {
      met[part].add(word)
      for (const c of is) concepts.add(c)
    }
    for (const m of conversation.messages) {
      const { text } = fold(m.text)
      scan(literal, text, (w) => add('words', k.words[w]!, k.wordConcepts[w]!))
      hear(hearing, text, (w) => add('heard', k.heard[w]!, k.heardConcepts[w]!))
      scan(split, text.replace(BOUNDARIES, ''), (w) => add('split', k.split[w]!, k.splitConcepts[w]!))
      for (const s of shapes)
        if (s.regex.test(text)) {
          met.shape.add(s.source)
          concepts.add(s.concept)
        }
    }
    const satisfied = (p: ReadingPattern) => p.needs.every((n) => n.any.some((c) => concepts.has(c)))
    return ({ of, part, text, words }) =>
      part === 'reading'
        ? (patterns.get(`${of} ${text}`) ?? []).some(satisfied)
        : part === 'shape'
          ? met.shape.has(text)
          : words.some((w) => met[part].has(w))
  }
}
