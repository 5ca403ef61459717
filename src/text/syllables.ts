/** Toneless readings of characters, and syllables written in letters. */
import { FINAL, FINALS, INITIAL, INITIALS, SOUNDED } from '../generated/tables.js'
import { eachStored } from './characters.js'

/** Syllable of each character; 0 for none. */
const sounds = new Uint16Array(65536)
const syllables = new Map<string, number>()
/** Written in letters these are rather abbreviations. */
const neverWritten = /^(?:[^aeiouv]+|[eo])$/
let loaded = false

const LONGEST = 6

function load(): void {
  loaded = true
  eachStored(SOUNDED, (code, index) => {
    const syllable = INITIALS[INITIAL.charCodeAt(index) - 48]! + FINALS[FINAL.charCodeAt(index) - 48]!
    let id = syllables.get(syllable)
    if (id === undefined) {
      id = syllables.size + 1
      syllables.set(syllable, id)
    }
    sounds[code] = id
  })
}

/** The syllable that a character is read as; 0 if it has none. */
export function soundOf(unit: number): number {
  if (!loaded) load()
  return sounds[unit]!
}

/** The syllable that letters spell; 0 if they spell none. */
export function syllableOf(letters: string): number {
  if (!loaded) load()
  return neverWritten.test(letters) ? 0 : (syllables.get(letters) ?? 0)
}

/** Cuts letters into syllables, the longest first; gives the ends of all of them, or null. */
export function spell(letters: string): number[] | null {
  const length = letters.length
  // Nobody spells more than a few words without a space.
  if (length > 36) return null
  // For each place, where the syllable that begins there ends if the rest can be cut too; 0 if it cannot.
  const cuts = new Uint8Array(length + 1)
  for (let at = length - 1; at >= 0; at--)
    for (let end = Math.min(length, at + LONGEST); end > at && cuts[at] === 0; end--)
      if ((end === length || cuts[end] !== 0) && syllableOf(letters.slice(at, end)) !== 0) cuts[at] = end
  if (cuts[0] === 0) return null
  const ends: number[] = []
  for (let at = 0; at < length; at = cuts[at]!) ends.push(cuts[at]!)
  return ends
}

export function isSyllables(units: Uint16Array, from: number, to: number): boolean {
  return spell(String.fromCharCode(...units.subarray(from, to))) !== null
}
