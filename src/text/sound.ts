/** Words heard rather than read: by the toneless main reading of characters, or spelled in letters. */
import { type Automaton, compileWords, type Hit, step } from './automaton.js'
import { soundOf, spell, syllableOf } from './syllables.js'

export interface Hearing {
  words: readonly string[]
  /** Over syllables instead of characters. */
  automaton: Automaton
}

/** Syllables of one text and where each begins and ends. */
let sounds = new Uint16Array(256)
let starts = new Int32Array(256)
let ends = new Int32Array(256)

export function compileHearing(words: readonly string[]): Hearing {
  return {
    words,
    automaton: compileWords(
      words.map((word) => {
        const length = sound(word)
        const heard = String.fromCharCode(...sounds.subarray(0, length))
        // One syllable is heard everywhere, and a word with an unknown one nowhere.
        return length < 2 || heard.includes('\0') ? '' : heard
      }),
    ),
  }
}

/** Reports every place of a folded text that sounds like a word but is not written like it. */
export function hear(h: Hearing, text: string, hit: Hit): void {
  const a = h.automaton
  const length = sound(text)
  let state = 0
  for (let i = 0; i < length; i++) {
    state = step(a, state, sounds[i]!)
    for (let s = a.ends[state]!; s !== 0; s = a.shorter[s]!) {
      for (let w = a.word[s]!; w !== -1; w = a.same[w]!) {
        const start = starts[i + 1 - a.lengths[w]!]!
        const word = h.words[w]!
        if (ends[i]! - start !== word.length || !text.startsWith(word, start)) hit(w, start, ends[i]!)
      }
    }
  }
}

/** Fills the tables above; what has no sound is 0, which no word holds. */
function sound(text: string): number {
  if (text.length > sounds.length) {
    sounds = new Uint16Array(text.length * 2)
    starts = new Int32Array(text.length * 2)
    ends = new Int32Array(text.length * 2)
  }
  let n = 0
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i)
    if (isLetter(unit)) {
      let to = i + 1
      while (to < text.length && isLetter(text.charCodeAt(to))) to++
      n = soundLetters(text.slice(i, to), i, n)
      i = to
    } else {
      sounds[n] = soundOf(unit)
      starts[n] = i
      ends[n++] = ++i
    }
  }
  return n
}

function isLetter(unit: number): boolean {
  return unit >= 97 && unit <= 122
}

function soundLetters(letters: string, offset: number, at: number): number {
  const cuts = spell(letters)
  let n = at
  let from = 0
  for (const cut of cuts ?? [letters.length]) {
    sounds[n] = cuts ? syllableOf(letters.slice(from, cut)) : 0
    starts[n] = offset + from
    ends[n++] = offset + cut
    from = cut
  }
  return n
}
