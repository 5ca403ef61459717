import { scan } from '../text/automaton.js'
import type { Folded } from '../text/fold.js'
import { digitRuns, isPhone } from '../text/numbers.js'
import { hear } from '../text/sound.js'
import type { Categorised } from './categories.js'
import { chooseWords } from './choose.js'
import { type Lexis, triedPatterns } from './lexis.js'

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

const BOUNDARY = /[ ,.?]/

/** Finds every concept in the text; where they overlap, the words that explain most stay. */
export function tokenise(lexis: Lexis, folded: Folded): Token[] {
  const { knowledge } = lexis
  const found: Found[] = []
  const text = folded.text
  scan(lexis.automaton, text, (w, start, end) => {
    found.push({ start, end, is: knowledge.wordConcepts[w]! })
  })
  if (knowledge.split.length && BOUNDARY.test(text)) found.push(...acrossBoundaries(lexis, text))
  if (knowledge.heard.length)
    hear(lexis.hearing, text, (w, start, end) => {
      found.push({ start, end, is: knowledge.heardConcepts[w]! })
    })
  for (const p of triedPatterns(lexis, text))
    for (let m = exec(p.regex, text, 0); m; m = exec(p.regex, text, Math.max(p.regex.lastIndex, m.index + 1)))
      if (m[0].length) found.push({ start: m.index, end: m.index + m[0].length, is: [p.concept] })
  found.push(...numbers(lexis, folded))
  return chooseWords(lexis, text, found)
}

function exec(regex: RegExp, text: string, from: number): RegExpExecArray | null {
  regex.lastIndex = from
  return regex.exec(text)
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
function acrossBoundaries(lexis: Lexis, text: string): Found[] {
  const at: number[] = []
  let compact = ''
  for (let i = 0; i < text.length; i++)
    if (!BOUNDARY.test(text[i]!)) {
      at.push(i)
      compact += text[i]
    }
  const found: Found[] = []
  scan(lexis.splitAutomaton, compact, (w, s, e) => {
    const start = at[s]!
    const end = at[e - 1]! + 1
    if (end - start > e - s) found.push({ start, end, is: lexis.knowledge.splitConcepts[w]! })
  })
  return found
}
