import type { Role } from '../model.js'
import type { Need, Reading, ReadingPattern } from '../rules/types.js'
import type { Clause } from './clauses.js'
import type { Candidate, Lexis } from './lexis.js'
import type { Token } from './tokens.js'

/** A reading found in a clause, with the tokens that say it. */
export interface Hit {
  candidate: Candidate
  /** One per need; undefined where the conversation supplied it. */
  tokens: (Token | undefined)[]
  /** Index of the head among the clause's tokens. */
  head: number
  weight: number
  /** The conversation supplied part of it. */
  elided: boolean
  /** Of the clause itself only closed-class words were used: "have", "can". */
  bare: boolean
}

/**
 * The readings of a clause, the most specific first to claim its nouns.
 * `context`: concepts that the conversation supplies for what was left unsaid.
 */
export function readClause(
  lexis: Lexis,
  clause: Clause,
  context: ReadonlySet<number> | null,
  role: Role,
): Hit[] {
  const present = new Set<number>()
  for (const t of clause.tokens) for (const c of t.is) present.add(c)
  const possible = (need: Need) =>
    need.any.some((c) => present.has(c)) ||
    (need.elidable && context !== null && need.any.some((c) => context.has(c)))
  const hits: Hit[] = []
  clause.tokens.forEach((token, head) => {
    for (const c of token.is)
      for (const candidate of lexis.byHead.get(c) ?? []) {
        const { pattern, reading } = candidate
        if (reading.by !== undefined && reading.by !== role) continue
        if (!pattern.needs.every(possible) || pattern.forbids.some((f) => present.has(f))) continue
        const tokens = satisfy(pattern, clause.tokens, head, context)
        if (tokens) {
          const left = tokens.filter((t) => t === undefined).length
          hits.push({
            candidate,
            tokens,
            head,
            weight: candidate.weight - 4 * left - spread(tokens) / 1000,
            elided: left > 0,
            bare: tokens.every((t) => !t?.is.some((k) => lexis.noun[k] === 1 || lexis.verb[k] === 1)),
          })
        }
      }
  })
  return claim(lexis, hits)
}

function satisfy(
  pattern: ReadingPattern,
  tokens: readonly Token[],
  head: number,
  context: ReadonlySet<number> | null,
): (Token | undefined)[] | null {
  const chosen: (Token | undefined)[] = []
  const fill = (n: number): boolean => {
    if (n === pattern.needs.length) return true
    const need = pattern.needs[n]!
    const before = chosen[n - 1]
    const fits = (t: Token) => t.is.some((c) => need.any.includes(c)) && !chosen.slice(0, n).includes(t)
    const choices =
      n === pattern.head ? [tokens[head]!] : byDistance(tokens.filter(fits), tokens[head]!.start)
    for (const t of choices) {
      if (n !== pattern.head && t === tokens[head]) continue
      if (need.within !== null && before && (t.start < before.end || t.start - before.end > need.within))
        continue
      chosen[n] = t
      if (fill(n + 1)) return true
    }
    if (need.elidable && context && n !== pattern.head && need.any.some((c) => context.has(c))) {
      chosen[n] = undefined
      if (fill(n + 1)) return true
    }
    return false
  }
  return fill(0) ? chosen.slice(0, pattern.needs.length) : null
}

/** Of two ways to read the same, the one whose words stand closer together. */
function spread(tokens: readonly (Token | undefined)[]): number {
  let from = Number.POSITIVE_INFINITY
  let to = 0
  for (const t of tokens)
    if (t) {
      from = Math.min(from, t.start)
      to = Math.max(to, t.end)
    }
  return Math.min(to - from, 99)
}

function byDistance(tokens: Token[], at: number): Token[] {
  return tokens.length < 2 ? tokens : tokens.sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))
}

/** Each noun speaks once: the heavier reading takes it, the rest that wanted it are dropped. A harmless reading takes its verbs too. */
function claim(lexis: Lexis, hits: Hit[]): Hit[] {
  hits.sort((a, b) => b.weight - a.weight)
  const owner = new Map<Token, Reading>()
  const taken = (t: Token, by: Reading) => {
    const o = owner.get(t)
    return o !== undefined && o !== by && !(o.harmless && by.harmless)
  }
  const kept: Hit[] = []
  for (const h of hits) {
    const { reading, pattern } = h.candidate
    if (kept.some((k) => k.candidate.reading.id === reading.id)) continue
    const spoken = h.tokens.map(
      (t, i) => [t, pattern.needs[i]!.any.filter((c) => t?.is.includes(c))] as const,
    )
    const nouns = spoken.flatMap(([t, as]) => (t && as.some((c) => lexis.noun[c] === 1) ? [t] : []))
    const verbs = spoken.flatMap(([t, as]) => (t && as.some((c) => lexis.verb[c] === 1) ? [t] : []))
    if (
      nouns.some((t) => taken(t, reading)) ||
      verbs.some((t) => owner.get(t)?.harmless && taken(t, reading))
    )
      continue
    for (const t of reading.harmless ? [...nouns, ...verbs] : nouns) owner.set(t, reading)
    kept.push(h)
  }
  return kept
}
