/** The ways in which people write so as not to be found, a family each. */
import { EVASION } from '../generated/evasion.js'
import type { Span } from '../model.js'

export const FAMILIES = [
  'spaces',
  'zero-width',
  'full-width',
  'traditional',
  'homophones',
  'signs',
  'punctuation',
  'politeness',
  'split',
] as const
export type Family = (typeof FAMILIES)[number]

/** What may be rewritten: the stretch that gave the finding, or, where there was none, these words only. */
export type Reach = Span | ReadonlySet<string>

/** The ways to write the text, each as one message or two; none where the family has nothing to change. */
export function rewrite(family: Family, text: string, reach: Reach): string[][] {
  const ways =
    family === 'split'
      ? splits(text, 'start' in reach)
      : WAYS[family](text, keysIn(text, reach), reach).map((t) => [t])
  return ways.filter((parts) => parts.every((p) => p.trim()) && parts.join('\0') !== text)
}

export interface Key extends Span {
  word: string
  /** A word of content, not a yes or no. */
  content: boolean
  number: boolean
}

const content = new Map(Object.entries(EVASION.words))
const answers = new Map(Object.entries(EVASION.answers))
const known = [...content.keys(), ...answers.keys()]
const LONG_NUMBER = /\d(?:[ -]?\d){4,}/

/** The key words in reach: those the tables know, and long numbers. */
export function keysIn(text: string, reach: Reach): Key[] {
  const span = 'start' in reach ? reach : null
  const end = span?.end ?? text.length
  const low = text.toLowerCase()
  const keys: Key[] = []
  for (let i = span?.start ?? 0; i < end; ) {
    const number = low.slice(i, end).search(LONG_NUMBER) === 0 ? LONG_NUMBER.exec(low.slice(i, end))![0] : ''
    let word = number
    if (!number) for (const w of known) if (w.length > word.length && low.startsWith(w, i)) word = w
    // what an honest answer denies with is nothing to hide
    const reached = span
      ? i + word.length <= end
      : number || (content.has(word) && 'has' in reach && reach.has(word))
    const { length } = word
    if (length && reached)
      keys.push({ start: i, end: i + length, word, content: content.has(word), number: word === number })
    i += Math.max(1, word.length)
  }
  return keys
}

type Ways = (text: string, keys: readonly Key[], reach: Reach) => string[]

const WAYS: Record<Exclude<Family, 'split'>, Ways> = {
  spaces: (text, keys, reach) => {
    const inside = keys.length ? keys : short(text, reach)
    const [space, ...others] = EVASION.separators as [string, ...string[]]
    // only what nobody shall find is taken apart by other signs
    const first = keys.filter((k) => k.content || k.number).slice(0, 1)
    return [
      replace(text, inside, (w) => [...w].join(space)),
      replace(text, inside, (w) => once(w, space)),
      ...others.map((s) => replace(text, first, (w) => once(w, s))),
    ]
  },
  'zero-width': (text, keys, reach) => {
    const inside = keys.length ? keys : short(text, reach)
    return EVASION.invisible.map((sign, i) =>
      replace(text, inside, (w) => (i % 2 ? once(w, sign) : [...w].join(sign))),
    )
  },
  'full-width': (text) => {
    if (!/[a-z0-9]/i.test(text)) return []
    let nth = 0
    return [text.replace(/[!-~]/g, wide), text.replace(/[a-z0-9]/gi, (c) => (nth++ % 2 ? c : wide(c)))]
  },
  traditional: (text) => [
    text.replace(/./gu, (c) => (EVASION.traditional as Record<string, string>)[c] ?? c),
  ],
  homophones: (text, keys) =>
    keys.flatMap((k) =>
      (content.get(k.word) ?? answers.get(k.word) ?? []).map((s) => replace(text, [k], () => s)),
    ),
  signs: (text, keys) => {
    const digits = Object.values(EVASION.digits).map((signs) => text.replace(/\d/g, (d) => signs[Number(d)]!))
    const long = Object.values(EVASION.longDigits).map((signs) =>
      text.replace(new RegExp(LONG_NUMBER, 'g'), (n) => n.replace(/\d/g, (d) => signs[Number(d)]!)),
    )
    const words = keys.filter((k) => k.content && k.word.length > 1).slice(0, 1)
    return [...digits, ...long, ...EVASION.pictures.map((sign) => replace(text, words, (w) => once(w, sign)))]
  },
  punctuation: (text) => {
    const drop = (by: string) =>
      [...text]
        .map((c, i, all) => (EVASION.punctuation.includes(c) && !/\d/.test(all[i + 1] ?? '') ? by : c))
        .join('')
    return [drop(''), drop(' '), drop('').replace(/ /g, '')]
  },
  politeness: (text) => {
    const bare = text.replace(new RegExp(`[\\s${inClass(EVASION.punctuation)}]+$`, 'u'), '')
    return EVASION.politeness.map(({ before, after }) => `${before}${after ? bare : text}${after}`)
  },
}

/** A finding that is one word outside the tables is taken whole. */
function short(text: string, reach: Reach): Span[] {
  return 'start' in reach && /^\p{Script=Han}{2,4}$/u.test(text.slice(reach.start, reach.end)) ? [reach] : []
}

function replace(text: string, spans: readonly Span[], by: (word: string) => string): string {
  return spans.reduceRight(
    (t, { start, end }) => t.slice(0, start) + by(t.slice(start, end)) + t.slice(end),
    text,
  )
}

/** A sign in the middle of the word. */
function once(word: string, sign: string): string {
  const chars = [...word]
  const middle = Math.ceil(chars.length / 2)
  return chars.length < 2 ? word : [...chars.slice(0, middle), sign, ...chars.slice(middle)].join('')
}

function wide(char: string): string {
  return String.fromCharCode(char.charCodeAt(0) + 0xfee0)
}

function inClass(chars: string): string {
  return chars.replace(/[-\\\]^]/g, '\\$&')
}

/** Two messages out of one: an opening first; at a boundary; else between words, unless the meaning could change. */
function splits(text: string, freely: boolean): string[][] {
  const cut = nearest(text, boundaries(text, freely)) ?? (freely ? nearest(text, gaps(text)) : undefined)
  const parts = cut === undefined ? [] : [[text.slice(0, cut).trim(), text.slice(cut).trim()]]
  return [[EVASION.opening, text], ...parts]
}

const NUMERAL = new RegExp(`[\\p{N}${Object.values(EVASION.longDigits).flat().join('')}]$`, 'u')

/** Between words, but in no key word, nor after a number, and with two characters on either side. */
function gaps(text: string): number[] {
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map((w) => w.index)
  const keys = keysIn(text, { start: 0, end: text.length })
  return words.filter(
    (i) =>
      i > 1 &&
      i < text.length - 1 &&
      !NUMERAL.test(text.slice(0, i)) &&
      !keys.some((k) => k.start < i && i < k.end),
  )
}

/** Where punctuation or a space closes something; any such place where the meaning may change. */
function boundaries(text: string, freely: boolean): number[] {
  const cuts: number[] = []
  for (const m of text.matchAll(new RegExp(`[\\s${inClass(EVASION.punctuation)}]+`, 'gu'))) {
    const end = m.index + m[0].length
    const [before, after] = [text[m.index - 1] ?? '', text[end] ?? '']
    const closed = EVASION.particles.includes(before) || [...m[0]].some((c) => EVASION.ends.includes(c))
    const inNumber = /\d/.test(before) && /\d/.test(after)
    if (before && after && !inNumber && (freely || closed)) cuts.push(end)
  }
  return cuts
}

function nearest(text: string, cuts: readonly number[]): number | undefined {
  const off = (i: number) => Math.abs(i - text.length / 2)
  return [...cuts].sort((a, b) => off(a) - off(b) || a - b)[0]
}
