/** Closed-class categories that the grammar files define and the engine relies on. */
export const CATEGORIES = [
  'neg',
  'neg-complement',
  'neg-verb',
  'rhetorical',
  'modal',
  'light',
  'verb',
  'able',
  'potential',
  'have',
  'be',
  'confirm',
  'agree',
  'anota',
  'question-final',
  'soft-question',
  'question-word',
  'why',
  'address',
  'few',
  'how-much',
  'tag',
  'final',
  'closing',
  'filler',
  'adverb',
  'pronoun',
  'starter',
  'conj',
  'condition',
  'condition-end',
  'hedge',
  'wish',
  'guarantee',
  'past',
  'formerly',
  'aspect',
  'quote',
  'third-party',
  'fraud',
  'forbid',
  'then',
  'sanction',
  'defer',
  'greeting',
  'ordinal',
  'want',
  'need',
  'plain',
  'assure',
  'or-else',
  'even-so',
  'bare-not',
  'ahead',
  'ending',
  'opener',
  'except',
  'at-least',
  'found-out',
  'wonder',
  'or-shall',
  'vow',
] as const
export type Category = (typeof CATEGORIES)[number]

/** The categories of a token or a clause as bits: asked many times a message. */
export interface Categorised {
  low: number
  high: number
}

const PLACE = Object.fromEntries(CATEGORIES.map((c, i) => [c, i])) as Record<Category, number>

export function bitsOf(categories: readonly Category[]): Categorised {
  let low = 0
  let high = 0
  for (const c of categories) {
    const at = PLACE[c]
    if (at < 31) low |= 1 << at
    else high |= 1 << (at - 31)
  }
  return { low, high }
}

export function isA(x: Categorised | undefined, category: Category): boolean {
  if (x === undefined) return false
  const at = PLACE[category]
  return at < 31 ? (x.low & (1 << at)) !== 0 : (x.high & (1 << (at - 31))) !== 0
}

/** Any of several categories, given as bits. */
export function isAny(x: Categorised, bits: Categorised): boolean {
  return ((x.low & bits.low) | (x.high & bits.high)) !== 0
}
