import { progress } from '../dialogue/facts.js'
import type { Said, State } from '../dialogue/state.js'
import type { Conversation, Evidence } from '../model.js'
import type { History, Knowledge, Match, Rule } from '../rules/types.js'
import { at, check, type Situation } from './checks.js'

export interface Matched {
  rule: Rule
  statement: Said
  evidence: Evidence[]
  assumes: string[]
}

/** What the rules say of one agent message. A rule speaks once: of the first that is said outright, else the first that is carried over. */
export function matchRules(
  knowledge: Knowledge,
  message: readonly Said[],
  state: State,
  context: Partial<Conversation>,
): Matched[] {
  const found: Matched[] = []
  if (message.length === 0) return found
  for (const rule of knowledge.rules) {
    const facts = factsHold(rule, context)
    if (!facts) continue
    let best: Matched | undefined
    for (const statement of message) {
      const hit = rule.match
        .map((m) => matchOne(knowledge, m, statement, message, state, context))
        .find((x) => x !== null)
      const outright = statement.via !== 'carried'
      if (!hit || (best && !outright)) continue
      best = { rule, statement, evidence: hit.evidence, assumes: [...facts.assumes, ...hit.assumes] }
      if (outright) break
    }
    if (best) found.push(best)
  }
  return found
}

function factsHold(rule: Rule, context: Partial<Conversation>): { assumes: string[] } | null {
  const assumes: string[] = []
  for (const [name, { is, default: fallback }] of Object.entries(rule.facts)) {
    const known = context.shop?.[name]
    if ((known ?? fallback) !== is) return null
    if (known === undefined || known === null) assumes.push(`${name}=${String(fallback)}`)
  }
  return { assumes }
}

function matchOne(
  knowledge: Knowledge,
  m: Match,
  statement: Said,
  message: readonly Said[],
  state: State,
  context: Partial<Conversation>,
): { evidence: Evidence[]; assumes: string[] } | null {
  if (!m.says.includes(statement.reading)) return null
  if (m.polarity !== null && statement.polarity !== m.polarity) return null
  if (m.via && !m.via.includes(statement.via)) return null
  if (!m.with.every((k) => statement.scope.includes(k))) return null
  if (m.without.some((k) => statement.scope.includes(k))) return null
  const evidence: Evidence[] = [...statement.evidence]
  const after: Said[] = []
  for (const h of m.after) {
    const found = history(h, statement, message, state).filter((x) =>
      h.where.every((w) => check({ statement: x, message, state, context, knowledge, after: [] }, w).holds),
    )
    if (found.length === 0) return null
    after.push(...found)
  }
  const situation: Situation = { statement, message, state, context, knowledge, after }
  const assumes: string[] = []
  for (const w of m.where) {
    const outcome = check(situation, w)
    if (!outcome.holds) return null
    if (outcome.assumes) assumes.push(outcome.assumes)
    evidence.push(...(outcome.evidence ?? []))
  }
  for (const h of m.unless) {
    const found = history(h, statement, message, state)
    if (found.some((x) => h.where.every((w) => check({ ...situation, statement: x }, w).holds))) return null
  }
  evidence.push(...after.slice(-1).map(at))
  return { evidence: unique(evidence).filter((e) => e.message < statement.message), assumes }
}

function history(h: History, statement: Said, message: readonly Said[], state: State): Said[] {
  const fits = (x: Said) =>
    x !== statement &&
    (h.by === 'any' || x.by === h.by) &&
    h.says.includes(x.reading) &&
    (h.polarity === null || x.polarity === h.polarity) &&
    h.with.every((k) => x.scope.includes(k)) &&
    !h.without.some((k) => x.scope.includes(k))
  if (h.in === 'message') return message.filter(fits)
  const before = state.said.filter((x) => x.message < statement.message && fits(x))
  if (h.in === 'before') return before
  return [...before, ...message.slice(0, message.indexOf(statement)).filter(fits)]
}

function unique(list: readonly Evidence[]): Evidence[] {
  return [...new Map(list.map((e) => [`${e.message}:${e.span.start}:${e.span.end}`, e])).values()]
}

export function stageOf(state: State, context: Partial<Conversation>) {
  switch (progress(state.facts, context.order?.status)) {
    case 'unpaid':
      return 'pre-sale' as const
    case 'paid':
      return 'mid-sale' as const
    case 'shipped':
    case 'received':
      return 'after-sale' as const
    default:
      // a chat without any sign of an order counts as before the sale
      return state.turn > 1 ? ('pre-sale' as const) : ('unknown' as const)
  }
}
