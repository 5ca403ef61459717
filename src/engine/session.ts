import { shortAnswer } from '../dialogue/answers.js'
import { initialState, type State } from '../dialogue/state.js'
import type { CannotJudge, Finding, Message, Shop } from '../model.js'
import type { Knowledge } from '../rules/types.js'
import { markCounted } from '../score/case.js'
import type { Schedule } from '../score/types.js'
import type { Lexis } from '../statements/lexis.js'
import { toFinding } from './finding.js'
import { type Matched, matchRules, stageOf } from './match.js'
import { MOST_TEXT, type Step, step } from './step.js'
import { candidates, withSuggestions } from './suggest.js'
import type { Context, Lang, Maker, Session, Snapshot, Verdict } from './types.js'

/** What all sessions of one linter share. */
export interface Run {
  lexis: Lexis
  knowledge: Knowledge
  schedule: Schedule
  lang: Lang
  shop?: Shop
  maker: Maker
}

/** Follows one conversation from its beginning, from the messages that the context holds, or from a snapshot. */
export function startSession(run: Run, given: Context, snapshot?: Snapshot): Session {
  const { messages = [], ...facts } = given
  let state = snapshot === undefined ? messages.reduce(heard, initialState()) : restored(snapshot)

  function heard(before: State, message: Message): State {
    return step(run.lexis, before, message).state
  }
  function judge(message: Message, now: Context, suggest = true): { verdict: Verdict; next: State } {
    const context = contextOf(run, { ...facts, ...now })
    const index = state.message
    const s = step(run.lexis, state, message)
    const stage = stageOf(s.state, context)
    const verdict: Verdict = { ...run.maker, findings: [], cannotJudge: [], stage }
    if (message.role === 'agent') {
      const matched = once(matchRules(run.knowledge, run.knowledge.rules, s.statements, s.state, context))
      const found = matched.map((m) => toFinding(m, context, message, index, stage, run.schedule, run.lang))
      const mend = suggest && message.text.length <= MOST_REWRITTEN
      verdict.findings = mend ? found.map((f, i) => suggested(f, matched[i]!, found, s)) : found
      verdict.cannotJudge = unjudged(run, context, s, index, message.text.length)
    }
    return { verdict, next: s.state }

    /** Only what breaks no rule here, neither this one nor a further one, is suggested. */
    function suggested(f: Finding, { rule, statement }: Matched, all: readonly Finding[], s: Step): Finding {
      if (rule.rewrites.length === 0 || s.analysis === null) return f
      const around = { lexis: run.lexis, analysis: s.analysis, state: s.state, context, text: message.text }
      const others = new Set(all.filter((x) => x !== f).map((x) => x.rule))
      const from = candidates(rule, statement, around)
      return withSuggestions(f, from, (text) =>
        judge({ ...message, text }, now, false).verdict.findings.every((x) => others.has(x.rule)),
      )
    }
  }
  return {
    push: (message, now = {}) => {
      const { verdict, next } = judge(message, now)
      state = next
      return verdict
    },
    draft: (text, now = {}) => {
      const { verdict } = judge({ role: 'agent', text }, now)
      return { ...verdict, findings: markCounted(verdict.findings, run.schedule) }
    },
    snapshot: () => ({ format: FORMAT, state: JSON.parse(JSON.stringify(state)) }),
  }
}

/** Of the shape of the state: a snapshot of another is not read. */
const FORMAT = 1

function restored({ format, state }: Snapshot): State {
  if (format !== FORMAT || typeof state !== 'object' || state === null || !('said' in state))
    throw new RangeError(`not a snapshot of this version: format ${String(format)}, expected ${FORMAT}`)
  return state as State
}

function contextOf(run: Run, given: Context): Context {
  return { ...given, order: given.order ?? given.orders?.[0], shop: shopOf(run.shop, given.shop) }
}

/** A longer message is no draft that somebody would mend by a click, and each rewrite costs a verdict. */
const MOST_REWRITTEN = 1_000

/** A fact that is stated wins; null states nothing. */
function shopOf(defaults: Shop | undefined, stated: Shop | undefined): Shop | undefined {
  if (defaults === undefined || stated === undefined) return stated ?? defaults
  const known = Object.entries(stated).filter(([, fact]) => fact !== undefined && fact !== null)
  return { ...defaults, ...Object.fromEntries(known) }
}

/** A rule speaks once of a message: at its first trigger that is said outright, else at the first that is carried over. */
function once(matched: readonly Matched[]): Matched[] {
  const best = new Map<string, Matched>()
  for (const m of matched) if (!best.has(m.rule.id) || m.statement.via !== 'carried') best.set(m.rule.id, m)
  return [...best.values()].sort(
    (a, b) => a.statement.span.start - b.statement.span.start || (a.rule.id < b.rule.id ? -1 : 1),
  )
}

/** A short answer whose question the source did not give: the rules that would judge it say so. */
function unjudged(run: Run, context: Context, step: Step, index: number, length: number): CannotJudge[] {
  const place = {
    conversation: context.id ?? '',
    message: index,
    ...(context.source ? { source: context.source } : {}),
  }
  if (length > MOST_TEXT) return [{ ...place, rule: '*', why: 'text-too-long' }]
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
