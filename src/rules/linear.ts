import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'
import type { NotLinear } from './fault.js'

/** The most ways a bounded pattern may be tried at one place. */
const MOST_STEPS = 20_000

/**
 * Why a pattern is not provably linear, or null.
 * Allowed: no back reference, no unbounded repetition, and few enough ways to try at any one start, so that the
 * work a text can cause is at most a constant times its length.
 */
export function whyNotLinear(source: string): NotLinear | null {
  let ast: AST.Pattern
  try {
    ast = new RegExpParser({ ecmaVersion: 2022 }).parsePattern(source)
  } catch {
    return { is: 'syntax' }
  }
  let why: NotLinear | null = null as NotLinear | null
  visitRegExpAST(ast, {
    onBackreferenceEnter: (n) => {
      why ??= { is: 'back-reference', part: n.raw }
    },
    onAssertionEnter: (n) => {
      const inner = 'alternatives' in n ? sum(n.alternatives) : 1
      if (inner > MOST_STEPS) why ??= { is: 'ways', count: inner, limit: MOST_STEPS }
    },
    onQuantifierEnter: (q) => {
      if (q.max === Number.POSITIVE_INFINITY) why ??= { is: 'unbounded', part: q.raw }
    },
  })
  if (why) return why
  const steps = costOf(ast)
  return steps > MOST_STEPS ? { is: 'ways', count: steps, limit: MOST_STEPS } : null
}

function costOf(n: AST.Pattern | AST.Alternative | AST.Element | AST.QuantifiableElement): number {
  switch (n.type) {
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup':
      return sum(n.alternatives)
    case 'Assertion':
      // a look around only says yes or no, but what it tries it tries again each time around
      return 'alternatives' in n ? Math.max(1, sum(n.alternatives) / 10) : 1
    case 'Alternative':
      return n.elements.reduce((p, e) => Math.min(1e12, p * costOf(e)), 1)
    case 'Quantifier': {
      // each count from min to max is one way, and each repetition may go its own ways
      if (n.max === Number.POSITIVE_INFINITY) return 1e12
      const inner = costOf(n.element)
      let ways = 0
      for (let k = n.min; k <= n.max && ways < 1e12; k++) ways += Math.max(1, inner ** k)
      return ways
    }
    default:
      return 1
  }
}

function sum(alternatives: readonly AST.Alternative[]): number {
  return alternatives.reduce((s, a) => s + costOf(a), 0)
}
