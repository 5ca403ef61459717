/** One rule's YAML: what is wrong with it, or what it makes of its own examples. */

import { compileNothing } from './shapes.js'

// Above all others, since the order counts.

import { conversationOf, judgedIn } from '../../audit/examples.js'
import type { Example, Linter, RuleInfo } from '../../engine/types.js'
import { createLinter } from '../../linter.js'
import { type Messages, sayFault } from '../../messages/index.js'
import type { Conversation, Finding } from '../../model.js'
import { PackError } from '../../rules/error.js'
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

export interface Judged {
  conversation: Conversation
  /** Index of the message that the example is about. */
  at: number
  /** Whether it stands under `violates`. */
  violates: boolean
  findings: Finding[]
  reported: boolean
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
      ...violates.map((example) => judged(example, true, rule.id, linter)),
      ...complies.map((example) => judged(example, false, rule.id, linter)),
    ]
    return { rule, linter, examples }
  } catch (error) {
    if (!(error instanceof PackError)) throw error
    const { fault, line, column } = error
    return { mistake: { ...sayFault(t, fault), line, column } }
  }
}

function judged(example: Example, violates: boolean, rule: string, linter: Linter): Judged {
  const conversation = conversationOf(example)
  const at = judgedIn(example, conversation)
  const { findings } = linter.checkConversation(conversation)
  const reported = findings.some((finding) => finding.rule === rule && finding.message === at)
  return { conversation, at, violates, findings, reported }
}

export const isRight = ({ violates, reported }: Judged) => violates === reported
