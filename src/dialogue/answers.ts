import { lastOf } from '../lists.js'
import type { Analysis } from '../statements/analyse.js'
import { bitsOf, type Category, isA, isAny } from '../statements/categories.js'
import type { Lexis } from '../statements/lexis.js'
import { isAlternative, isQuestionEnd } from '../statements/polarity.js'
import type { Token } from '../statements/tokens.js'
import type { Polarity } from '../statements/types.js'
import type { Open } from './state.js'

/** A clause that says little more than yes or no. */
export interface Short {
  /** confirm: "that is so"; agree: "fine, will do"; predicate: "have", "can", or a word of the question. */
  kind: 'confirm' | 'agree' | 'predicate'
  /** have, able, be, need, guarantee, or other. */
  predicate: string
  words: string
  /** It takes up a verb of the question. */
  acts: boolean
  /** The denial with its word as said, to see whether the question holds it. */
  denial: string
  sign: Polarity
  /** Which of several questions: 1, 2 … or -1 for the last; with `count` how many. */
  ordinal: { from: number; count: number } | null
  /** The tokens that answer. */
  tokens: Token[]
}

const PREDICATES: Category[] = [
  'confirm',
  'agree',
  'have',
  'able',
  'guarantee',
  'be',
  'need',
  'verb',
  'modal',
  'light',
  'want',
]
const ALLOWED: Category[] = [
  ...PREDICATES,
  'neg',
  'neg-complement',
  'final',
  'filler',
  'greeting',
  'adverb',
  'pronoun',
  'starter',
  'aspect',
  'past',
  'ordinal',
  'conj',
  'plain',
  'hedge',
  'rhetorical',
]

const DENYING: Category[] = ['neg', 'neg-complement', 'modal', 'able', 'have', 'need']

/** Without one of them nothing is answered. */
export const ANSWERING: readonly Category[] = [...PREDICATES, 'neg', 'neg-complement']

/** Recognises a short answer; `asked` is the text of the questions it may repeat words of. */
export function shortAnswer(lexis: Lexis, a: Analysis, clause: number, asked: string): Short | null {
  const c = a.clauses[clause]!
  const text = a.folded.text
  const stem = (word: string) => stemOf(lexis, word)
  const echoed = (word: string) => [...word].every((ch) => asked.includes(ch))
  const fails = (t: Token) => c.tokens.some((x) => x.start === t.end && isA(x, 'neg-complement'))
  // what the answer says beyond yes and no and the words of the question
  const known = new Set<number>()
  const mark = (from: number, to: number) => {
    for (let i = from; i < to; i++) known.add(i)
  }
  let at = c.start
  for (const t of c.tokens) {
    for (let i = at; i < t.start; i++) if (echoed(text[i]!)) known.add(i)
    const numbers = t.digits?.length === 1 && t.start === c.start
    const word = stem(text.slice(t.start, t.end))
    // "cannot be changed" refuses whatever the verb
    if (numbers || fails(t) || ALLOWED.some((k) => isA(t, k)) || echoed(word)) mark(t.start, t.end)
    at = Math.max(at, t.end)
  }
  for (let i = at; i < c.end; i++) if (echoed(text[i]!)) known.add(i)
  // a longer word says no more than the words in it only where they are all of it
  for (const t of c.tokens) {
    if (ALLOWED.some((k) => isA(t, k)) || echoed(text.slice(t.start, t.end))) continue
    let whole = true
    for (let i = t.start; i < t.end; i++) whole &&= known.has(i)
    if (!whole) for (let i = t.start; i < t.end; i++) known.delete(i)
  }
  const unknown = c.end - c.start - known.size
  if (unknown > 1) return null
  const order: Category[] = [
    'confirm',
    'able',
    'have',
    'guarantee',
    'need',
    'verb',
    'want',
    'modal',
    'light',
    'agree',
    'be',
  ]
  // what stands inside an answer is not said by itself; "cannot be used" is no "need not"
  const spoken = outermost(c.tokens)
  const has = (t: Token, k: Category) => isA(t, k) && !(k === 'need' && fails(t))
  const first = order.find((k) => (k === 'verb' ? spoken : c.tokens).some((t) => has(t, k)))
  // "right, we don't": what is said after the yes decides
  const said =
    first === 'confirm' ? (order.find((k) => k !== 'confirm' && saysMore(c.tokens, k)) ?? first) : first
  // "received!" takes the order, unless it was asked whether something has been received
  const taken = c.tokens.find(
    (t) => isA(t, 'verb') && isA(t, 'agree') && !isA(t, 'assure') && !echoed(text.slice(t.start, t.end)),
  )
  const kind = said === 'verb' && taken ? 'agree' : said
  const repeated = c.tokens.find(
    (t) => t.is.some((i) => lexis.verb[i] === 1) && echoed(stem(text.slice(t.start, t.end))),
  )
  const bareNeg = c.tokens.find((t) => isA(t, 'neg'))
  // "how could it": the proposition as it was put is denied
  const how = a.role === 'agent' && unknown === 0 && c.tokens.find((t) => isA(t, 'rhetorical'))
  if (how && spoken.every((t) => t === how || isAny(t, LIGHT)))
    return {
      kind: 'confirm',
      predicate: 'be',
      words: '',
      acts: false,
      denial: '',
      sign: -1,
      ordinal: null,
      tokens: [how],
    }
  if (!kind && !repeated && !bareNeg) return null
  // "not many" denies what it names, "said it wrong" says more than it repeats
  if ((!kind || kind === 'verb') && !(repeated && kind !== 'verb') && unknown > 0) return null
  const main = (kind && c.tokens.find((t) => isA(t, kind))) ?? repeated ?? bareNeg!
  const sign = signOf(a, clause)
  const tokens = c.tokens.filter((t) => t === main || isA(t, 'neg') || isA(t, 'neg-complement'))
  // "certainly won't": the denial without what makes it certain
  const denying =
    kind === 'guarantee' && bareNeg && bareNeg.start > main.start
      ? c.tokens.filter((t) => t.start >= bareNeg.start && DENYING.some((k) => isA(t, k)))
      : tokens
  const denied = text.slice(Math.min(...denying.map((t) => t.start)), Math.max(...denying.map((t) => t.end)))
  const denial = once(isA(lastOf(tokens), 'neg-complement') ? denied : stem(denied))
  const ordinal = ordinalOf(lexis, text, c.tokens) ?? numbered(a, clause)
  const words = once(stem(text.slice(main.start, main.end)))
  const acts = (kind === 'verb' || kind === undefined) && main === repeated
  // "this one is dry", "it simply is the soap": what it is has been said
  const is = c.tokens.find((t) => isA(t, 'be') && !isA(t, 'confirm'))
  if (is && c.tokens.some((t) => t.start >= is.end && !ALLOWED.some((k) => isA(t, k)))) return null
  if (kind === 'be' && unknown > 0) return null
  // "somebody is there": what there is has been said
  if (kind === 'have' && main.end < c.end && !known.has(main.end)) return null
  const owned = c.tokens.find((t) => t.start === main.end && isA(t, 'verb'))
  if (kind === 'have' && owned && !echoed(text.slice(owned.start, owned.end))) return null
  // "that is because …": the sentence goes on, nothing was answered yet
  const next = a.clauses[clause + 1]
  if (kind === 'be' && c.closedBy === '' && next && isA(next.tokens[0], 'conj')) return null
  const as = (form: Short['kind'], predicate: string): Short => ({
    kind: form,
    predicate,
    words,
    acts,
    denial,
    sign,
    ordinal,
    tokens,
  })
  if (kind === 'confirm')
    return saysMore(c.tokens, 'neg') || saysMore(c.tokens, 'neg-complement')
      ? as('predicate', 'refuse')
      : as('confirm', 'be')
  if (kind === 'agree') return as('agree', 'able')
  // "cannot be managed", "no way": a pro-verb or a bare denial answers whatever was asked
  if (kind === 'light' || kind === undefined)
    return as('predicate', sign === 1 && kind === 'light' ? 'able' : 'refuse')
  const own = kind === 'have' || kind === 'able' || kind === 'be' || kind === 'need' || kind === 'guarantee'
  return as('predicate', own ? kind : 'other')
}

const LIGHT = bitsOf(['final', 'filler', 'adverb', 'pronoun', 'greeting', 'starter', 'modal'])
const WHOLE = bitsOf(['agree', 'confirm', 'able', 'neg', 'neg-complement', 'rhetorical'])
const outermost = (tokens: readonly Token[]) =>
  tokens.filter((t) => !tokens.some((o) => isAny(o, WHOLE) && holds(o, t)))
const holds = (outer: Token, inner: Token) =>
  outer.start <= inner.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start

/** "No need no need": said twice, meant once. */
function once(word: string): string {
  const half = word.slice(0, word.length / 2)
  return half + half === word && half.length > 1 ? half : word
}

/** A word without the particle that may close it. */
export function stemOf({ finals }: Lexis, word: string): string {
  return word.length > 1 && finals.has(word.charAt(word.length - 1)) ? word.slice(0, -1) : word
}

/** A word of this kind besides the word of confirmation. */
function saysMore(tokens: readonly Token[], k: Category): boolean {
  return k !== 'be' && k !== 'agree' && tokens.some((t) => isA(t, k) && !isA(t, 'confirm'))
}

/** Whether the clause says yes or no, after all denials. */
export function signOf(a: Analysis, clause: number): Polarity {
  const tokens = outermost(a.clauses[clause]!.tokens)
  const { text } = a.folded
  const asks = a.role === 'buyer'
  const negs = tokens.filter(
    (t, i) =>
      (isA(t, 'neg') || isA(t, 'neg-complement') || (!asks && isA(t, 'rhetorical'))) &&
      !isAlternative(text, tokens, i) &&
      !(asks && isQuestionEnd(text, tokens, i)),
  )
  return negs.length % 2 ? -1 : 1
}

function ordinalOf(lexis: Lexis, text: string, tokens: readonly Token[]): Short['ordinal'] {
  const t = tokens.find((x) => isA(x, 'ordinal'))
  if (!t) return null
  const w = text.slice(t.start, t.end)
  const map = lexis.knowledge.ordinals.find((o) => o.words.includes(w))
  return map ? { from: map.from, count: map.count } : null
}

/** "2 no": an answer that carries the number of its question, before it or alone in the clause before. */
function numbered(a: Analysis, clause: number): Short['ordinal'] {
  const c = a.clauses[clause]!
  const before = a.clauses[clause - 1]
  const first = c.tokens[0]
  const own = first?.start === c.start ? first.digits : undefined
  const alone = before && before.end - before.start === 1 ? before.tokens[0]?.digits : undefined
  const digits = own ?? alone
  return digits?.length === 1 ? { from: Number(digits), count: 1 } : null
}

/** Whether the answer can be one to this question. */
export function answers(short: Short, open: Open): boolean {
  // a proposition can be confirmed whether it was asked or stated
  if (short.kind === 'confirm') return open.asking !== 'which'
  if (open.asking === 'which') return false
  const repeats = open.text.includes(short.words)
  // "there is" and "there is none" stand for yes and no whatever was asked
  if (short.predicate === 'have') {
    const puts = open.asking !== null || (open.says.length > 0 && open.predicates.length === 0)
    return repeats || open.predicates.includes('have') || puts
  }
  if (short.predicate === 'guarantee') return repeats || open.asking !== null || open.request
  if (short.kind === 'agree') {
    if (open.request) return true
    return open.asking !== null && !(open.predicates.length === 1 && open.predicates[0] === 'have')
  }
  if (short.predicate === 'able') return open.asking !== null || open.request
  if (short.predicate === 'be') return open.asking !== null
  if (short.predicate === 'refuse') return open.asking !== null || open.request || open.says.length > 0
  if (short.predicate === 'need') return repeats || open.predicates.includes('need')
  return repeats || (open.asking === 'alternative' && open.predicates.length === 0)
}

/** The polarity of what was asked, given this answer to it. `asked`: the polarity as put. */
export function answeredPolarity(short: Short, asked: Polarity, question = ''): Polarity {
  // the very denial of the question given back: "won't there be none? — there won't"
  const put = question.replace(/(.).\1/gu, (m, first) => (short.denial.startsWith(first) ? m : ' '))
  if (short.sign === -1 && short.denial.length > 1 && put.includes(short.denial)) return asked
  // "that is so" / "that is not so" speak of the proposition as it was put
  const asPut = short.kind === 'confirm' || short.predicate === 'be'
  return asPut ? ((short.sign * asked) as Polarity) : short.sign
}
