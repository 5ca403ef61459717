import { progress } from '../dialogue/facts.js'
import type { Said, State } from '../dialogue/state.js'
import { lastOf } from '../lists.js'
import type { Conversation, Finding, Span } from '../model.js'
import type { Rule } from '../rules/types.js'
import type { Analysis } from '../statements/analyse.js'
import type { Lexis } from '../statements/lexis.js'
import { toOriginal } from '../text/fold.js'

/** What is known where a draft is judged. */
export interface Around {
  lexis: Lexis
  analysis: Analysis
  state: State
  context: Partial<Conversation>
  /** The draft as it was written. */
  text: string
}

export interface Candidate {
  /** The whole draft after the change. */
  draft: string
  /** The clause that is replaced; absent where the reply is written anew. */
  span?: Span
  text: string
}

/** Ways to say it rightly, best first, with what is known put in; those that need what is not known are left out. */
export function candidates(rule: Rule, statement: Said, around: Around): Candidate[] {
  const span = stretchOf(around.analysis, statement.span)
  const slots = slotsOf(around, span, statement)
  return rule.rewrites.flatMap(({ says, whole, text }) => {
    if (says.length > 0 && !says.includes(statement.reading)) return []
    const filled = fill(text, slots)
    if (filled === null) return []
    if (whole) return [{ draft: filled, text: filled }]
    const draft = around.text.slice(0, span.start) + filled + around.text.slice(span.end)
    return [{ draft, span, text: filled }]
  })
}

/** A finding with the first rewrite of its clause, and the first reply, that are clean. */
export function withSuggestions(
  finding: Finding,
  from: readonly Candidate[],
  isClean: (draft: string) => boolean,
): Finding {
  const clean = (whole: boolean) =>
    from.find((c) => (c.span === undefined) === whole && c.draft !== finding.messageText && isClean(c.draft))
  const reply = clean(true)
  const clause = clean(false)
  const { suggestion, source, ...rest } = finding
  return {
    ...rest,
    suggestion: reply?.text ?? suggestion,
    ...(clause ? { rewrite: { span: clause.span!, text: clause.text } } : {}),
    ...(source ? { source } : {}),
  }
}

/** The stretch around the span that stands between two boundaries: a clause may end where none is written. */
function stretchOf({ folded }: Analysis, span: Span): Span {
  let from = folded.start.findIndex((at) => at >= span.start)
  let to = from
  while (to < folded.text.length && folded.start[to]! < span.end) to++
  while (from > 0 && !isBoundary(folded.text, from - 1)) from--
  while (to < folded.text.length && !isBoundary(folded.text, to)) to++
  return toOriginal(folded, from, to)
}

/** Boundaries as folding writes them; a space beside letters or digits parts nothing. */
function isBoundary(text: string, at: number): boolean {
  if (text[at] !== ' ') return /[,.?]/.test(text[at]!)
  return !/[a-z0-9]/.test(`${text[at - 1] ?? ''}${text[at + 1] ?? ''}`)
}

type Slots = Record<string, string | undefined>

/** `time`: the only time that the clause names, as written; `act`: the verb that was judged; `paid`: what the order cost in CNY. */
function slotsOf({ lexis, analysis, state, context, text }: Around, span: Span, said: Said): Slots {
  const time = lexis.concept.get('@time')
  const times: Span[] = []
  let act: Span | undefined
  for (const t of analysis.tokens) {
    const at = toOriginal(analysis.folded, t.start, t.end)
    if (at.start < span.start || at.end > span.end) continue
    const words = analysis.folded.text.slice(t.start, t.end)
    if (said.slots.named?.includes(words) && t.is.some((c) => lexis.verb[c] === 1)) act ??= at
    if (time === undefined || !t.is.includes(time)) continue
    const last = lastOf(times)
    if (last && last.end >= at.start) last.end = Math.max(last.end, at.end)
    else times.push({ ...at })
  }
  const amount = context.order?.amount
  // only what the order itself says was paid: a sum in the chat may be anything
  const isPaid = !['unknown', 'unpaid'].includes(progress(state.facts, context.order?.status))
  return {
    time: times.length === 1 ? text.slice(times[0]!.start, times[0]!.end) : undefined,
    act: act && text.slice(act.start, act.end),
    paid: isPaid && amount !== undefined ? String(Math.round(amount * 100) / 100) : undefined,
  }
}

/** The text with its slots filled, null where one is not known. */
function fill(text: string, slots: Slots): string | null {
  let known = true
  const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name]
    if (value === undefined) known = false
    return value ?? ''
  })
  return known ? filled : null
}
