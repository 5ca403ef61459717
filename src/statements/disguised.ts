import { scan } from '../text/automaton.js'
import { type Lexis, matchPatterns } from './lexis.js'
import type { Found } from './tokens.js'

/** A stretch that stands for a word although it is not written so. */
export interface Disguised {
  start: number
  end: number
  word: string
}

/** Longer words around one that was disguised: "no in-stal-ling" is found where only "install" may be spelled so. */
export function aroundDisguised(lexis: Lexis, text: string, disguised: readonly Disguised[]): Found[] {
  const apart = withoutOverlaps(disguised)
  if (apart.length === 0) return []
  // where each character of the mended text begins and ends in the given one
  const starts: number[] = []
  const ends: number[] = []
  const places: { from: number; to: number }[] = []
  let mended = ''
  let at = 0
  const copy = (to: number) => {
    for (; at < to; at++) {
      starts.push(at)
      ends.push(at + 1)
      mended += text[at]
    }
  }
  for (const { start, end, word } of apart) {
    copy(start)
    places.push({ from: mended.length, to: mended.length + word.length })
    for (let i = 0; i < word.length; i++) {
      starts.push(start)
      ends.push(end)
    }
    mended += word
    at = end
  }
  copy(text.length)
  const found: Found[] = []
  const take = (from: number, to: number, is: number[]) => {
    const touched = places.filter((p) => p.from < to && p.to > from)
    const whole = touched.every((p) => p.from >= from && p.to <= to)
    if (touched.length > 0 && whole && touched.some((p) => to - from > p.to - p.from))
      found.push({ start: starts[from]!, end: ends[to - 1]!, is })
  }
  scan(lexis.automaton, mended, (w, from, to) => take(from, to, lexis.knowledge.wordConcepts[w]!))
  matchPatterns(lexis, mended, (concept, from, to) => take(from, to, [concept]))
  return found
}

/** Of those that overlap the longest word, of equal ones the first. */
function withoutOverlaps(all: readonly Disguised[]): Disguised[] {
  const kept: Disguised[] = []
  for (const d of [...all].sort((a, b) => b.word.length - a.word.length || a.start - b.start))
    if (kept.every((k) => d.end <= k.start || d.start >= k.end)) kept.push(d)
  return kept.sort((a, b) => a.start - b.start)
}
