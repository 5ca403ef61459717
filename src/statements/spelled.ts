import { scan } from '../text/automaton.js'
import { spell, syllableOf } from '../text/syllables.js'
import type { Disguised } from './disguised.js'
import type { Lexis } from './lexis.js'

const LETTERS = /[a-z]{2,18}/g
const HAN = /[\u4e00-\u9fff]/
/** Nobody spells more in the middle of characters. */
const MOST_SYLLABLES = 3
/** How far a word may reach to either side. */
const REACH = 5

/** Characters spelled in letters beside others: of those that sound so the one that makes the longest word with its neighbours. */
export function spelledBeside(lexis: Lexis, text: string): Disguised[] {
  const found: Disguised[] = []
  for (const { 0: letters, index } of text.matchAll(LETTERS)) {
    const end = index + letters.length
    if (!HAN.test(`${text[index - 1] ?? ''}${text[end] ?? ''}`)) continue
    const cuts = spell(letters)
    if (cuts === null || cuts.length > MOST_SYLLABLES) continue
    let before = mended(text, found, index)
    let from = 0
    for (const cut of cuts) {
      const syllable = letters.slice(from, cut)
      const after = cut === letters.length ? text.slice(end, end + REACH) : ''
      const word = fitting(lexis, syllableOf(syllable), before, after)
      if (word) found.push({ start: index + from, end: index + cut, word })
      before = (before + (word ?? syllable)).slice(-REACH)
      from = cut
    }
  }
  return found
}

/** What stands right before a place, with what was found in it. */
function mended(text: string, found: readonly Disguised[], to: number): string {
  const last = found[found.length - 1]
  const [from, word] = last && last.end >= to - REACH ? [last.end, last.word] : [Math.max(0, to - REACH), '']
  return word + text.slice(from, to)
}

function fitting(lexis: Lexis, syllable: number, before: string, after: string): string | undefined {
  let best: string | undefined
  let longest = 1
  for (const character of lexis.soundingLike(syllable))
    scan(lexis.automaton, before + character + after, (_, from, to) => {
      if (from > before.length || to <= before.length || to - from <= longest) return
      longest = to - from
      best = character
    })
  return best
}
