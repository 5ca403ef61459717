import { categorise, type Lexis } from './lexis.js'
import type { Found, Token } from './tokens.js'

/** Of all words found, those that the text is made of. */
export function chooseWords(lexis: Lexis, text: string, found: Found[]): Token[] {
  const spans = merge(
    found.filter((t) => t.digits !== undefined || !cutsLatin(text, t)),
    text.length,
  )
  // a mere guess at a name takes only what no word explains
  const guess = (t: Found) => t.is.length === 1 && lexis.guess[t.is[0]!] === 1
  const kept = best(
    lexis,
    spans.filter((t) => !guess(t)),
    0,
    text.length,
  )
  const taken = new Int32Array(text.length).fill(-1)
  for (const t of kept) taken.fill(0, t.start, t.end)
  for (const t of spans.filter(guess).sort((x, y) => y.end - y.start - (x.end - x.start)))
    if (isFree(taken, t)) {
      taken.fill(0, t.start, t.end)
      kept.push(t)
    }
  // whoever writes a rule of their own need not know which longer words stand in its way
  const own = spans.filter((t) => t.is.some((c) => lexis.own[c] === 1))
  const holdsOwn = (t: Found) => own.some((o) => o !== t && covers(t, o))
  // words inside a transparent compound keep their meaning, unless it is an ordinary word as well
  const plain = lexis.concept.get('plain')!
  const inside: Found[] = []
  for (const k of [...kept]) {
    const open = holdsOwn(k)
    if (!open && (k.is.includes(plain) || !k.is.some((c) => lexis.transparent[c] === 1))) continue
    const within = spans.filter(
      (t) =>
        t !== k &&
        covers(k, t) &&
        t.end - t.start < k.end - k.start &&
        (open ? !holdsOwn(t) : !t.is.some((c) => k.is.includes(c))),
    )
    inside.push(...best(lexis, within, k.start, k.end))
  }
  const across = own.filter((o) => !kept.some((k) => covers(k, o)))
  return [...kept, ...inside, ...best(lexis, across, 0, text.length)]
    .map((t) => ({ ...t, ...categorise(lexis, t.is) }))
    .sort((x, y) => x.start - y.start || y.end - x.end)
}

const covers = (outer: Found, inner: Found) => outer.start <= inner.start && inner.end <= outer.end

function merge(found: readonly Found[], length: number): Found[] {
  const bySpan = new Map<number, Found>()
  for (const t of found) {
    const key = t.start * (length + 1) + t.end
    const k = bySpan.get(key)
    bySpan.set(key, k ? { ...k, is: [...new Set([...k.is, ...t.is])], digits: k.digits ?? t.digits } : t)
  }
  return [...bySpan.values()]
}

/** The words that explain most of the text with the fewest cuts; of equal ones the more even. */
function best(lexis: Lexis, spans: readonly Found[], from: number, to: number): Found[] {
  const length = to - from
  const [final, adverb, tag] = (['final', 'adverb', 'tag'] as const).map((c) => lexis.concept.get(c)!)
  // a particle beside a word costs less than a word cut elsewhere
  const isSmall = (t: Found) => t.is.includes(final!) || (t.end - t.start === 1 && t.is.includes(adverb!))
  const ending: Found[][] = []
  for (const t of spans) {
    const at = t.end - from
    const list = ending[at]
    if (list) list.push(t)
    else ending[at] = [t]
  }
  const score = new Float64Array(length + 1)
  const last: (Found | undefined)[] = new Array(length + 1)
  for (let i = 1; i <= length; i++) {
    score[i] = score[i - 1]!
    for (const t of ending[i] ?? []) {
      const n = t.end - t.start
      const s =
        score[t.start - from]! +
        COVER * n -
        (isSmall(t) ? 0.5 : 1) -
        (t.is.length === 1 && t.is[0] === tag ? 2 * n * n : n * n) / 1000 +
        (n * n * (to - t.start)) / 1e9
      if (s > score[i]!) {
        score[i] = s
        last[i] = t
      }
    }
  }
  const kept: Found[] = []
  for (let i = length; i > 0; ) {
    const t = last[i]
    if (t) kept.push(t)
    i = t ? t.start - from : i - 1
  }
  return kept.reverse()
}

/** What a character explained is worth, against the cost of one more word. */
const COVER = 2

function isFree(layer: Int32Array, t: Found): boolean {
  for (let i = t.start; i < t.end; i++) if (layer[i] !== -1) return false
  return true
}

/** A word in letters is no hit inside a longer run of letters, nor one in digits inside a longer number. */
function cutsLatin(text: string, t: Found): boolean {
  return isRun(text, t.start) || isRun(text, t.end)
}

/** Letters on both sides of the place, or digits. */
function isRun(text: string, at: number): boolean {
  const [a, b] = [text.charCodeAt(at - 1), text.charCodeAt(at)]
  return (isLetter(a) && isLetter(b)) || (isDigit(a) && isDigit(b))
}

const isLetter = (unit: number) => unit >= 97 && unit <= 122
const isDigit = (unit: number) => unit >= 48 && unit <= 57
