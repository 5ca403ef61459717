import { shortAnswer } from '../dialogue/answers.js'
import { initialState, type Said, type State } from '../dialogue/state.js'
import type { CannotJudge, Conversation, Finding, Message, Shop } from '../model.js'
import type { Knowledge, Rule } from '../rules/types.js'
import { markCounted } from '../score/case.js'
import { costOf } from '../score/cost.js'
import { createTally } from '../score/tally.js'
import type { Schedule } from '../score/types.js'
import { createLexis, type Lexis } from '../statements/lexis.js'
import { toFinding } from './finding.js'
import { type Matched, matchRules, stageOf } from './match.js'
import { MOST_TEXT, type Step, step } from './step.js'
import { candidates, withSuggestions } from './suggest.js'
import type { Context, Lang, Linter, Maker, RuleInfo, Session, Verdict } from './types.js'

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
  const run: Run = { lexis, knowledge, schedule, lang, shop, maker }
  const checkConversation = (conversation: Conversation): Verdict => {
    const follow = session(run, statusAtStart(lexis, conversation))
    const verdicts = conversation.messages.map((m) => follow.push(m))
    const findings = markCounted(
      verdicts.flatMap((v) => v.findings),
      schedule,
    )
    return {
      ...maker,
      findings,
      cannotJudge: verdicts.flatMap((v) => v.cannotJudge),
      stage: verdicts.at(-1)?.stage ?? 'unknown',
    }
  }
  const around = (context: Context = {}): Session => {
    const follow = session(run, context)
    for (const m of context.messages ?? []) follow.push(m)
    return follow
  }
  return {
    ...maker,
    rules: knowledge.rules.map((r) => ruleInfo(r, schedule)),
    checkConversation,
    checkReply: (draft, context) => around(context).draft(draft),
    session: (context, snapshot) => session(run, context ?? {}, snapshot as State | undefined),
    explain: (draft, context) => {
      let state = initialState()
      for (const m of context?.messages ?? []) state = step(lexis, state, m).state
      return step(lexis, state, { role: 'agent', text: draft }).statements.map(plain)
    },
    count: (findings) => markCounted(findings, schedule),
    tally: (points) => createTally(schedule, { worstCase, points: { ...shop?.points, ...points } }),
  }
}

interface Run {
  lexis: Lexis
  knowledge: Knowledge
  schedule: Schedule
  lang: Lang
  shop?: Shop
  maker: Maker
}

function session(run: Run, given: Context, snapshot?: State): Session {
  const context: Context = {
    ...given,
    order: given.order ?? given.orders?.[0],
    shop: shopOf(run.shop, given.shop),
  }
  let state = snapshot ?? initialState()
  const judge = (message: Message, suggest = true): { verdict: Verdict; next: State } => {
    const index = state.message
    const s = step(run.lexis, state, message)
    const stage = stageOf(s.state, context)
    const verdict: Verdict = { ...run.maker, findings: [], cannotJudge: [], stage }
    if (message.role === 'agent') {
      const matched = matchRules(run.knowledge, run.knowledge.rules, s.statements, s.state, context)
      const found = matched.map((m) => toFinding(m, context, message, index, stage, run.schedule, run.lang))
      const findings = once(found)
      verdict.findings = suggest
        ? findings.map((f) => suggested(f, matched[found.indexOf(f)]!, findings, s))
        : findings
      verdict.cannotJudge = unjudged(run, context, s, index, message.text.length)
    }
    return { verdict, next: s.state }

    /** Only what breaks no rule here, this one or another, is suggested. */
    function suggested(f: Finding, { rule, statement }: Matched, all: readonly Finding[], s: Step): Finding {
      if (rule.rewrites.length === 0 || s.analysis === null) return f
      const around = { lexis: run.lexis, analysis: s.analysis, state: s.state, context, text: message.text }
      const others = new Set(all.filter((x) => x !== f).map((x) => x.rule))
      const from = candidates(rule, statement, around)
      return withSuggestions(f, from, (text) =>
        judge({ ...message, text }, false).verdict.findings.every((x) => others.has(x.rule)),
      )
    }
  }
  return {
    push: (message) => {
      const { verdict, next } = judge(message)
      state = next
      return verdict
    },
    draft: (text) => {
      const { verdict } = judge({ role: 'agent', text })
      return { ...verdict, findings: markCounted(verdict.findings, run.schedule) }
    },
    snapshot: () => JSON.parse(JSON.stringify(state)),
  }
}

/** A fact that is stated wins; null states nothing. */
function shopOf(defaults: Shop | undefined, stated: Shop | undefined): Shop | undefined {
  if (defaults === undefined || stated === undefined) return stated ?? defaults
  const known = Object.entries(stated).filter(([, fact]) => fact !== undefined && fact !== null)
  return { ...defaults, ...Object.fromEntries(known) }
}

/** A rule speaks once of a message, at its first trigger; the strongest severity stays. */
function once(findings: readonly Finding[]): Finding[] {
  const rank = { error: 0, warn: 1, info: 2 }
  const best = new Map<string, Finding>()
  for (const f of findings) {
    const known = best.get(f.rule)
    if (!known || rank[f.severity] < rank[known.severity]) best.set(f.rule, f)
  }
  return [...best.values()].sort((a, b) => a.span.start - b.span.start || (a.rule < b.rule ? -1 : 1))
}

/** A short answer whose question the source did not give: the rules that would judge it say so. */
function unjudged(run: Run, context: Context, step: Step, index: number, length: number): CannotJudge[] {
  const place = {
    conversation: context.id ?? '',
    message: index,
    ...(context.source ? { source: context.source } : {}),
  }
  if (length > MOST_TEXT) return [{ ...place, rule: '*', why: `text beyond ${MOST_TEXT} characters` }]
  const lacks = context.lacks ?? []
  if (lacks.length === 0 || !step.analysis || step.statements.length > 0) return []
  const { analysis } = step
  if (!analysis.clauses.some((_, i) => shortAnswer(run.lexis, analysis, i, '') !== null)) return []
  return run.knowledge.rules.flatMap((r) => {
    const missing = r.needs.filter((n) => lacks.includes(n))
    if (missing.length === 0) return []
    return [{ ...place, rule: r.id, why: missing.join(', ') }]
  })
}

/** An export carries the order's last status: where the chat itself shows the payment, what came before it is unpaid. */
export function statusAtStart(lexis: Lexis, c: Conversation): Context {
  const { messages, ...context } = c
  if (!c.order?.status || c.order.status === 'unpaid') return context
  let state = initialState()
  for (const m of messages) {
    state = step(lexis, state, m).state
    if (state.facts.paid) return { ...context, order: { ...c.order, status: 'unpaid' } }
  }
  return context
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
