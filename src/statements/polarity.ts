import { lastWhere } from '../lists.js'
import { BOUNDARY } from '../text/folded.js'
import { isA } from './categories.js'
import type { Lexis } from './lexis.js'
import type { Token } from './tokens.js'
import type { Polarity } from './types.js'

export interface Signed {
  sign: Polarity
  /** Negations that were counted: they belong to what triggers. */
  by: Token[]
}

/** Whether the clause affirms or denies its head, after every negation that reaches it. */
export function polarityAt(
  lexis: Lexis,
  text: string,
  tokens: readonly Token[],
  head: number,
  /** Tokens of the same reading: they pass a negation on. */
  own: readonly (Token | undefined)[] = [],
  /** A closing "not" asks: the buyer speaks. */
  asks = false,
): Signed {
  const absorbs = (t: Token) =>
    !own.includes(t) &&
    (isA(t, 'verb') || t.is.some((c) => lexis.verb[c] === 1)) &&
    !isA(t, 'light') &&
    !isA(t, 'modal') &&
    !isA(t, 'able') &&
    !isA(t, 'neg')
  const ownVerb = (t: Token) => own.includes(t) && t.is.some((c) => lexis.verb[c] === 1)
  let sign: Polarity = 1
  const by: Token[] = []
  const flip = (t: Token) => {
    sign = -sign as Polarity
    by.push(t)
  }
  if (isA(tokens[head], 'neg')) flip(tokens[head]!)
  const inHead = (t: Token) => t.start >= tokens[head]!.start && t.end <= tokens[head]!.end
  for (let i = 0; i < head; i++) {
    const t = tokens[i]!
    if (inHead(t)) continue
    if (isA(t, 'rhetorical')) flip(t)
    if (!isA(t, 'neg') && !isA(t, 'neg-verb') && !isA(t, 'forbid')) continue
    if (isAlternative(text, tokens, i) || isRepeated(text, tokens, i) || presumes(tokens, i)) continue
    const between = tokens.slice(i + 1, head)
    if (!between.some(absorbs) && !between.some((x) => follows(t, x))) flip(t)
  }
  for (let i = head + 1; i < tokens.length; i++) {
    const t = tokens[i]!
    if (inHead(t)) continue
    if (isA(t, 'neg-complement')) {
      // what the reading itself says needs no denial
      if (!own.includes(t) && t.start - tokens[i - 1]!.end <= 1 && reaches(i - 1)) flip(t)
      continue
    }
    if (isA(t, 'neg')) {
      if (isAlternative(text, tokens, i) || (asks && isQuestionEnd(text, tokens, i))) continue
      // the verb right after it is the one denied
      const verb = tokens.slice(i + 1).find((r) => absorbs(r) || ownVerb(r))
      if (verb === undefined || ownVerb(verb)) flip(t)
      break
    }
    if (absorbs(t) && !isA(t, 'able') && !isA(t, 'have') && !holdsDenial(i)) break
  }
  return { sign, by }

  // a complement after a word between it and the head still denies the head (open-ticket-cannot)
  function reaches(i: number): boolean {
    const { end } = tokens[i]!
    const between = tokens.slice(head + 1, i + 1).filter((t) => t.end <= end)
    return i === head || !between.some(absorbs) || i - head <= 1
  }

  // a compound with the denial inside it denies by that, rather than taking it
  function holdsDenial(i: number): boolean {
    const next = tokens.slice(i + 1)
    return next.some((t) => t.end <= tokens[i]!.end && (isA(t, 'neg') || isA(t, 'neg-complement')))
  }
}

/** "No cash then card": what follows from a denial is not denied by it. */
function follows(denial: Token, then: Token): boolean {
  return isA(then, 'then') && isA(then, 'adverb') && !isA(then, 'light') && then.start > denial.end
}

/** "No no": said twice, meant once. */
function isRepeated(text: string, tokens: readonly Token[], i: number): boolean {
  const t = tokens[i]!
  const before = tokens[i - 1]
  return before?.end === t.start && text.slice(before.start, before.end) === text.slice(t.start, t.end)
}

/** "Isn't it that …?" asks what it takes to be so. */
function presumes(tokens: readonly Token[], i: number): boolean {
  if (!isA(tokens[i], 'be') || !isA(tokens[i], 'neg')) return false
  const last = lastWhere(tokens, (t) => !isA(t, 'filler'))
  return isA(last, 'question-final') && !isA(last, 'neg')
}

/** The negation inside "can-or-cannot": the same word stands on both sides of it. */
export function isAlternative(text: string, tokens: readonly Token[], i: number): boolean {
  const t = tokens[i]!
  if (!isA(t, 'neg')) return false
  for (const n of [1, 2]) {
    const left = text.slice(t.start - n, t.start)
    if (t.start >= n && left.length === n && text.startsWith(left, t.start + 1) && !BOUNDARY.test(left))
      return true
  }
  return false
}

/** A bare "not" that closes the clause asks: "can open, not?" */
export function isQuestionEnd(text: string, tokens: readonly Token[], i: number): boolean {
  const t = tokens[i]!
  if (!isA(t, 'question-final')) return false
  const rest = text.slice(t.end).match(/^[^ ,.?]*/)![0]
  if (i === 0 && t.start === 0) return false
  const tail = tokens.slice(i + 1)
  const covered = tail.reduce((n, x) => n + x.end - x.start, 0)
  return (
    covered >= rest.length &&
    tail.every((x) => isA(x, 'final') || isA(x, 'filler') || x.start >= t.end + rest.length)
  )
}
