/** One rule's YAML: what is wrong with it, or what it makes of its own examples. */

import { compileNothing } from './shapes.js'

// Above all others, since the order counts.

import type { Linter, RuleInfo } from '../../engine/types.js'
import { createLinter } from '../../linter.js'
import { type Messages, sayFault } from '../../messages/index.js'
import { PackError } from '../../rules/error.js'
import { type Tried, tried } from '../../rules/examples.js'
import { loadPack } from '../../rules/pack.js'

/** The pack that the edited rule makes up alone: what others would report does not count here. */
const PACK = 'page'

export interface Mistake {
  what: string
  todo: string
  /** 1-based. */
  line: number
  column: number
}

export interface Judged extends Tried {
  /** Whether it stands under `violates`. */
  violates: boolean
}

export interface Checked {
  rule: RuleInfo
  linter: Linter
  examples: Judged[]
}

export function checkRule(text: string, t: Messages): Checked | { mistake: Mistake } {
  compileNothing()
  try {
    const pack = loadPack([{ path: 'rule.yaml', text }], PACK)
    const linter = createLinter({ packs: [PACK], extraPacks: [pack], lang: t.lang })
    const rule = linter.rules[0]
    if (rule === undefined) return { mistake: { ...sayFault(t, { code: 'empty-pack' }), line: 1, column: 1 } }
    const { violates, complies } = rule.examples
    const examples = [
      ...violates.map((example) => ({ violates: true, ...tried(example, rule.id, linter) })),
      ...complies.map((example) => ({ violates: false, ...tried(example, rule.id, linter) })),
    ]
    return { rule, linter, examples }
  } catch (error) {
    if (!(error instanceof PackError)) throw error
    const { fault, line, column } = error
    return { mistake: { ...sayFault(t, fault), line, column } }
  }
}

export const isRight = ({ violates, reported }: Judged) => violates === reported
