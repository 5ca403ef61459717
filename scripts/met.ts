/** Which entries of lexicon and grammar are at work in a conversation at all: only those can change its verdicts. */
import type { Conversation } from '../src/index.js'
import type { Knowledge, ReadingPattern } from '../src/rules/types.js'
import { chooseWords } from '../src/statements/choose.js'
import { createLexis } from '../src/statements/lexis.js'
import { findWords } from '../src/statements/tokens.js'
import { compileWords, scan } from '../src/text/automaton.js'
import { fold } from '../src/text/fold.js'
import { hear } from '../src/text/sound.js'

interface Sought {
  of: string
  part: 'words' | 'heard' | 'split' | 'shape' | 'reading'
  text: string
  words: readonly string[]
}

/** Whether the entry may be at work in the conversation; true more often than needed, never false wrongly. */
export type Met = (entry: Sought) => boolean

const BOUNDARIES = /[ ,.?]/g

/** The knowledge without words that occur in none of the conversations: judges them alike, and is made ten times faster. */
export function occurring(k: Knowledge, conversations: readonly Conversation[]): Knowledge {
  const all = compileWords(k.words)
  const found = new Set<number>()
  for (const c of conversations) for (const m of c.messages) scan(all, fold(m.text).text, (w) => found.add(w))
  const kept = k.words.map((_, i) => i).filter((i) => found.has(i))
  return { ...k, words: kept.map((i) => k.words[i]!), wordConcepts: kept.map((i) => k.wordConcepts[i]!) }
}

export function createMeter(k: Knowledge): (c: Conversation) => Met {
  const lexis = createLexis(k)
  const shapes = k.patterns.map((p) => ({ ...p, regex: new RegExp(p.source) }))
  const patterns = new Map<string, ReadingPattern[]>()
  for (const r of k.readings)
    for (const p of r.patterns)
      patterns.set(`${r.id} ${p.source}`, [...(patterns.get(`${r.id} ${p.source}`) ?? []), p])
  // concepts that the engine finds by itself, without words or shapes
  const worded = new Set([...k.wordConcepts, ...k.heardConcepts, ...k.splitConcepts].flat())
  for (const p of k.patterns) worded.add(p.concept)
  const always = k.concepts.map((_, i) => i).filter((i) => !worded.has(i))

  return (conversation) => {
    const met = { words: new Set<string>(), heard: new Set<string>(), split: new Set<string>() }
    const shaped = new Set<string>()
    const concepts = new Set<number>(always)
    for (const m of conversation.messages) {
      const folded = fold(m.text)
      const { text } = folded
      const tokens = chooseWords(lexis, text, findWords(lexis, folded))
      for (const t of tokens) for (const c of t.is) concepts.add(c)
      // a word that lost its place to a longer one does nothing
      const kept = new Set(tokens.map((t) => `${t.start}-${t.end}`))
      scan(lexis.automaton, text, (w, s, e) => {
        if (kept.has(`${s}-${e}`)) met.words.add(k.words[w]!)
      })
      hear(lexis.hearing, text, (w, s, e) => {
        if (kept.has(`${s}-${e}`)) met.heard.add(k.heard[w]!)
      })
      scan(lexis.splitAutomaton, text.replace(BOUNDARIES, ''), (w) => met.split.add(k.split[w]!))
      for (const s of shapes) if (s.regex.test(text)) shaped.add(s.source)
    }
    const satisfied = (p: ReadingPattern) => p.needs.every((n) => n.any.some((c) => concepts.has(c)))
    return ({ of, part, text, words }) => {
      if (part === 'reading') return (patterns.get(`${of} ${text}`) ?? []).some(satisfied)
      if (part === 'shape') return shaped.has(text)
      return words.some((w) => met[part].has(w))
    }
  }
}
