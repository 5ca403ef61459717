import { shortAnswer } from '../dialogue/answers.js'
import { initialState, type State } from '../dialogue/state.js'
import type { CannotJudge, Finding, Message, Shop } from '../model.js'
import type { Knowledge } from '../rules/types.js'
import { markCounted } from '../score/case.js'
import type { Schedule } from '../score/types.js'
import type { Lexis } from '../statements/lexis.js'
import { MOST_TEXT } from '../values.js'
import { contextOf } from './context.js'
import { toFinding } from './finding.js'
import { type Matched, matchRules, stageOf } from './match.js'
import { type Step, step } from './step.js'
import { candidates, withSuggestions } from './suggest.js'
import type { Context, Lang, Maker, Now, Session, Snapshot, Verdict } from './types.js'

/** What all sessions of one linter share. */
export interface Run {
  lexis: Lexis
  knowledge: Knowledge
  schedule: Schedule
  lang: Lang
  shop?: Shop
  maker: Maker
  /** Names the vocabulary: what a snapshot can be read with. */
  vocabulary: string
}

/** Follows one conversation from its beginning, from the messages that the context holds, or from a snapshot. */
export function startSession(run: Run, given: Context, snapshot?: Snapshot): Session {
  const { messages = [], ...facts } = given
  let state = initialState()
  /** The cases that what was said has been charged for. */
  let charged = new Set<string>()
  const known = contextOf(run.shop, facts, {})
  if (snapshot === undefined) for (const m of messages) take(m, {}, false)
  else [state, charged] = restored(snapshot, run.vocabulary)

  function take(message: Message, now: Now, suggest = true): Verdict {
    const { verdict, next } = judge(message, now, suggest)
    state = next
    if (verdict.findings.length === 0) return verdict
    return { ...verdict, findings: markCounted(verdict.findings, run.schedule, charged) }
  }
  function judge(message: Message, now: Now, suggest: boolean): { verdict: Verdict; next: State } {
    const context = Object.keys(now).length === 0 ? known : contextOf(run.shop, facts, now)
    const index = state.message
    const s = step(run.lexis, state, message)
    const stage = stageOf(s.state, context)
    // named one by one: spread, this costs more than the rest of a verdict that finds nothing
    const { tool, packs, schedule } = run.maker
    const verdict: Verdict = { tool, packs, schedule, findings: [], cannotJudge: [], stage }
    if (message.role === 'agent') {
      const matched = inOrder(matchRules(run.knowledge, s.statements, s.state, context))
      const found = matched.map((m) => toFinding(m, context, message, index, stage, run.schedule, run.lang))
      const mend = suggest && message.text.length <= MOST_REWRITTEN
      verdict.findings = mend ? found.map((f, i) => suggested(f, matched[i]!, found)) : found
      verdict.cannotJudge = unjudged(run, context, s, index, message.text.length)
    }
    return { verdict, next: s.state }

    /** Only what breaks no rule here, neither this one nor a further one, is suggested. */
    function suggested(f: Finding, { rule, statement }: Matched, all: readonly Finding[]): Finding {
      if (rule.rewrites.length === 0 || s.analysis === null) return f
      const around = { lexis: run.lexis, analysis: s.analysis(), state: s.state, context, text: message.text }
      const others = new Set(all.filter((x) => x !== f).map((x) => x.rule))
      const from = candidates(rule, statement, around)
      return withSuggestions(f, from, (text) =>
        judge({ ...message, text }, now, false).verdict.findings.every((x) => others.has(x.rule)),
      )
    }
  }
  return {
    push: (message, now = {}) => take(message, now),
    draft: (text, now = {}) => {
      const { verdict } = judge({ role: 'agent', text }, now, true)
      return { ...verdict, findings: markCounted(verdict.findings, run.schedule, new Set(charged)) }
    },
    snapshot: () => ({
      format: FORMAT,
      vocabulary: run.vocabulary,
      charged: [...charged],
      state: JSON.parse(JSON.stringify(state)),
    }),
  }
}

/** Of the shape of the state: a snapshot of another is not read. */
const FORMAT = 3

function restored(snapshot: Snapshot, vocabulary: string): [State, Set<string>] {
  const { format, charged, state } = snapshot
  const isWhole =
    format === FORMAT &&
    Array.isArray(charged) &&
    typeof state === 'object' &&
    state !== null &&
    Object.keys(initialState()).every((key) => key in state)
  if (!isWhole) throw new RangeError(`not a snapshot of this format: ${String(format)}, expected ${FORMAT}`)
  // a state refers to concepts by number: under another vocabulary it would mean something else
  if (snapshot.vocabulary !== vocabulary)
    throw new RangeError('a snapshot made with other packs or another version: begin anew from the messages')
  return [JSON.parse(JSON.stringify(state)) as State, new Set(charged)]
}

/** A longer message is no draft that somebody would mend by a click, and each rewrite costs a verdict. */
const MOST_REWRITTEN = 1_000

/** In the order in which they stand in the message. */
function inOrder(matched: readonly Matched[]): Matched[] {
  return [...matched].sort(
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
  const analysis = step.analysis()
  if (!analysis.clauses.some((_, i) => shortAnswer(run.lexis, analysis, i, '') !== null)) return []
  return run.knowledge.rules.flatMap((r) => {
    const missing = r.needs.filter((n) => lacks.includes(n))
    if (missing.length === 0) return []
    return [{ ...place, rule: r.id, why: missing.join(', ') }]
  })
}
