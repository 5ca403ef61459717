import { scan } from '../text/automaton.js'
import type { Folded } from '../text/fold.js'
import { BOUNDARY } from '../text/folded.js'
import { digitRuns, isPhone } from '../text/numbers.js'
import { hear } from '../text/sound.js'
import type { Categorised } from './categories.js'
import { aroundDisguised, type Disguised } from './disguised.js'
import { type Lexis, matchPatterns } from './lexis.js'
import { spelledBeside } from './spelled.js'

/** A stretch of the folded text that names concepts. */
export interface Token extends Categorised {
  start: number
  end: number
  /** Concept indexes. */
  is: number[]
  /** Digits of a number, joined. */
  digits?: string
}

export type Found = Omit<Token, 'low' | 'high'>

/** Every place that names a concept; they may overlap. */
export function findWords(lexis: Lexis, folded: Folded): Found[] {
  const { knowledge } = lexis
  const found: Found[] = []
  const text = folded.text
  scan(lexis.automaton, text, (w, start, end) => {
    found.push({ start, end, is: knowledge.wordConcepts[w]! })
  })
  const disguised: Disguised[] = []
  if (knowledge.split.length && BOUNDARY.test(text))
    acrossBoundaries(lexis, text, (w, start, end) => {
      found.push({ start, end, is: knowledge.splitConcepts[w]! })
      disguised.push({ start, end, word: knowledge.split[w]! })
    })
  if (knowledge.heard.length)
    hear(lexis.hearing, text, (w, start, end) => {
      found.push({ start, end, is: knowledge.heardConcepts[w]! })
      disguised.push({ start, end, word: knowledge.heard[w]! })
    })
  disguised.push(...spelledBeside(lexis, text))
  if (disguised.length) found.push(...aroundDisguised(lexis, text, disguised))
  matchPatterns(lexis, text, (concept, start, end) => found.push({ start, end, is: [concept] }))
  found.push(...numbers(lexis, folded))
  return found
}

function numbers(lexis: Lexis, folded: Folded): Found[] {
  const phone = lexis.concept.get('@phone')
  const number = lexis.concept.get('@number')
  const account = lexis.concept.get('@account-digits')
  return digitRuns(folded).map((run) => {
    const is: number[] = []
    const kind = isPhone(run)
    if (kind) push(is, phone)
    else if (
      !run.separators.includes('*') &&
      run.digits.length >= 5 &&
      run.digits.length <= 12 &&
      !run.digits.startsWith('0')
    )
      push(is, account)
    push(is, number)
    return { start: run.start, end: run.end, is, digits: run.digits }
  })
}

function push(list: number[], item: number | undefined): void {
  if (item !== undefined) list.push(item)
}

/** Words that still count when spaces or punctuation were put inside them. */
function acrossBoundaries(
  lexis: Lexis,
  text: string,
  hit: (word: number, start: number, end: number) => void,
): void {
  const at: number[] = []
  let compact = ''
  for (let i = 0; i < text.length; i++)
    if (!BOUNDARY.test(text[i]!)) {
      at.push(i)
      compact += text[i]
    }
  scan(lexis.splitAutomaton, compact, (w, s, e) => {
    const start = at[s]!
    const end = at[e - 1]! + 1
    if (end - start > e - s) hit(w, start, end)
  })
}
