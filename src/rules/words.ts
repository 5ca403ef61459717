import type { WordFault } from './fault.js'

/** A word that is not written as words are. */
export class WordError extends Error {
  constructor(readonly fault: WordFault) {
    super(`${fault.is}: ${fault.word}`)
  }
}

/** Spells out `a(b|c)?d` into the literal words it stands for; throws a WordError. */
export function expandWord(pattern: string, limit = 400): string[] {
  // most words are plain
  if (!/[()|?\\]/.test(pattern)) return [pattern]
  const [words, rest] = alternatives(pattern, 0)
  if (rest !== pattern.length) throw new WordError({ is: 'stray-bracket', word: pattern })
  const unique = [...new Set(words)].filter((w) => w.length > 0)
  if (unique.length > limit)
    throw new WordError({ is: 'too-many', word: pattern, count: unique.length, limit })
  return unique
}

function alternatives(p: string, from: number): [string[], number] {
  const all: string[] = []
  let [seq, i] = sequence(p, from)
  all.push(...seq)
  while (p[i] === '|') {
    ;[seq, i] = sequence(p, i + 1)
    all.push(...seq)
  }
  return [all, i]
}

function sequence(p: string, from: number): [string[], number] {
  let words = ['']
  let i = from
  while (i < p.length && p[i] !== '|' && p[i] !== ')') {
    let piece: string[]
    if (p[i] === '(') {
      ;[piece, i] = alternatives(p, i + 1)
      if (p[i] !== ')') throw new WordError({ is: 'open-bracket', word: p })
      i++
    } else if (p[i] === '\\' && i + 1 < p.length) {
      piece = [p[i + 1]!]
      i += 2
    } else {
      const ch = String.fromCodePoint(p.codePointAt(i)!)
      piece = [ch]
      i += ch.length
    }
    if (p[i] === '?') {
      piece = [...piece, '']
      i++
    }
    words = words.flatMap((w) => piece.map((x) => w + x))
    if (words.length > 5000) throw new WordError({ is: 'too-many', word: p, limit: 400 })
  }
  return [words, i]
}
