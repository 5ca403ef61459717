import { type AST, RegExpParser } from '@eslint-community/regexpp'

/** A set larger than this tells too little to be worth looking for. */
const MOST = 400

/** Characters one of which every match of the pattern holds, or null: lets a text be passed over without trying it. */
export function cueOf(source: string): string | null {
  const set = ofAlternatives(new RegExpParser({ ecmaVersion: 2022 }).parsePattern(source).alternatives)
  return set && set.size <= MOST ? [...set].map((c) => String.fromCharCode(c)).join('') : null
}

function ofAlternatives(alternatives: readonly AST.Alternative[]): Set<number> | null {
  const all = new Set<number>()
  for (const a of alternatives) {
    const best = a.elements
      .map(ofElement)
      .reduce((x, y) => (x === null || (y !== null && y.size < x.size) ? y : x), null)
    if (best === null) return null
    for (const c of best) all.add(c)
  }
  return all
}

/** The characters one of which the element must consume; null where it may consume none or too many kinds. */
function ofElement(e: AST.Element): Set<number> | null {
  switch (e.type) {
    case 'Character':
      return e.value < 65536 ? new Set([e.value]) : null
    case 'Quantifier':
      return e.min > 0 ? ofElement(e.element) : null
    case 'Group':
    case 'CapturingGroup':
      return ofAlternatives(e.alternatives)
    case 'CharacterSet':
      return e.kind === 'digit' && !e.negate ? range(48, 57) : null
    case 'CharacterClass':
      return e.negate ? null : ofClass(e)
    default:
      return null
  }
}

function ofClass(c: AST.CharacterClass): Set<number> | null {
  const all = new Set<number>()
  for (const e of c.elements) {
    const part =
      e.type === 'CharacterClassRange'
        ? e.max.value - e.min.value > MOST
          ? null
          : range(e.min.value, e.max.value)
        : e.type === 'Character' || e.type === 'CharacterSet'
          ? ofElement(e)
          : null
    if (part === null) return null
    for (const k of part) all.add(k)
  }
  return all
}

function range(from: number, to: number): Set<number> {
  return new Set(Array.from({ length: to - from + 1 }, (_, i) => from + i))
}
