import { initialState, type Said } from '../dialogue/state.js'
import { lastOf } from '../lists.js'
import type { Conversation, Shop } from '../model.js'
import type { Knowledge, Rule } from '../rules/types.js'
import { markCounted } from '../score/case.js'
import { costOf } from '../score/cost.js'
import { createTally } from '../score/tally.js'
import type { Schedule } from '../score/types.js'
import { createLexis } from '../statements/lexis.js'
import { statusAtStart } from './context.js'
import { hash } from './finding.js'
import { type Run, startSession } from './session.js'
import { step } from './step.js'
import type { Lang, Linter, Maker, RuleInfo, Verdict } from './types.js'

export interface Parts {
  knowledge: Knowledge
  /** Version by pack name. */
  packs: Record<string, string>
  schedule: Schedule
  worstCase: boolean
  lang: Lang
  shop?: Shop
  /** Version of the library. */
  version: string
}

/** The evaluator behind all faces. Pure: no input, no output. */
export function assemble({ knowledge, packs, schedule, worstCase, lang, shop, version }: Parts): Linter {
  const lexis = createLexis(knowledge)
  const maker: Maker = { tool: `kefulint ${version}`, packs, schedule: schedule.id }
  const vocabulary = hash(knowledge.concepts.map((c) => c.name).join())
  const run: Run = { lexis, knowledge, schedule, lang, shop, maker, vocabulary }
  const checkConversation = (conversation: Conversation): Verdict => {
    const follow = startSession(run, statusAtStart(lexis, conversation))
    const verdicts = conversation.messages.map((m) => follow.push(m))
    return {
      ...maker,
      findings: verdicts.flatMap((v) => v.findings),
      cannotJudge: verdicts.flatMap((v) => v.cannotJudge),
      stage: lastOf(verdicts)?.stage ?? 'unknown',
    }
  }
  return {
    ...maker,
    rules: knowledge.rules.map((r) => ruleInfo(r, schedule)),
    checkConversation,
    checkReply: (draft, context) => startSession(run, context ?? {}).draft(draft),
    session: (context, snapshot) => startSession(run, context ?? {}, snapshot),
    explain: (draft, context) => {
      let state = initialState()
      for (const m of context?.messages ?? []) state = step(lexis, state, m).state
      return step(lexis, state, { role: 'agent', text: draft }).statements.map(plain)
    },
    count: (findings) => markCounted(findings, schedule),
    tally: (points) => createTally(schedule, { worstCase, points: { ...shop?.points, ...points } }),
  }
}

function ruleInfo(r: Rule, schedule: Schedule): RuleInfo {
  const { id, pack, severity, basis, title, explanation, clause, suggestion, examples } = r
  return {
    id,
    pack,
    severity,
    basis,
    title,
    explanation,
    clause,
    suggestion,
    examples,
    cost: costOf(schedule, id, undefined),
  }
}

function plain({ by: _by, message: _message, turn: _turn, ...statement }: Said) {
  return statement
}
