/** The evasion score: each rule's examples rewritten as people write who do not want to be found. */
import type { Example, Linter, RuleInfo } from '../engine/types.js'
import type { Finding } from '../model.js'
import { conversationOf, judgedIn, messageOf } from './examples.js'
import { FAMILIES, type Family, keysIn, type Reach, rewrite } from './rewrite.js'

export interface Score {
  rule: string
  tried: number
  found: number
  falseAlarms: number
}

/** One rewriting of one example. */
export interface Attempt {
  rule: string
  family: Family
  /** Whether the example it was made from violates. */
  violates: boolean
  /** The rewritten lines, `A: …`, and which of them were changed. */
  chat: string[]
  changed: number[]
  reported: boolean
}

export function mutateExamples(linter: Linter, rules: readonly RuleInfo[]): Score[] {
  return rules.map((rule) => {
    const own = attempts(linter, [rule])
    const tried = own.filter((a) => a.violates)
    return {
      rule: rule.id,
      tried: tried.length,
      found: tried.filter((a) => a.reported).length,
      falseAlarms: own.filter((a) => !a.violates && a.reported).length,
    }
  })
}

/** Every rewriting with its outcome, for those who want to see what slipped through. */
export function attempts(linter: Linter, rules: readonly RuleInfo[]): Attempt[] {
  return rules.flatMap((rule) => {
    const { violates, complies } = rule.examples
    const run = { linter, rule: rule.id, hidden: new Set<string>() }
    return [
      ...violates.flatMap((e) => attemptsOn(run, e, true)),
      ...complies.flatMap((e) => attemptsOn(run, e, false)),
    ]
  })
}

interface Run {
  linter: Linter
  rule: string
  /** Key words of the rule's violating examples: what somebody might hide from this rule. */
  hidden: Set<string>
}

function attemptsOn(run: Run, example: Example, violates: boolean): Attempt[] {
  const { rule, hidden } = run
  const { chat, facts } = example
  const at = judgedIn(example)
  const base = findingsOn(run.linter, example, at, at)
  const finding = base.find((f) => f.rule === rule)
  // an example that goes wrong as it stands is the business of its own test; one that breaks another rule is not clean
  if (violates ? !finding : base.length > 0) return []
  const textOf = (line: string) => messageOf(line).text
  const text = textOf(chat[at]!)
  const reach: Reach = finding?.span ?? hidden
  const sources = finding?.evidence ?? []
  if (finding)
    for (const [line, span] of [
      [chat[at]!, finding.span] as const,
      ...sources.map((e) => [chat[e.message]!, e.span] as const),
    ])
      for (const key of keysIn(textOf(line), span)) hidden.add(key.word)

  const done = new Set<string>()
  const found: Attempt[] = []
  const attempt = (family: Family, lines: string[], changed: number[], to: number) => {
    if (done.has(lines.join('\n'))) return
    done.add(lines.join('\n'))
    const reported = findingsOn(run.linter, { chat: lines, facts }, at, to).some((f) => f.rule === rule)
    found.push({ rule, family, violates, chat: [...lines], changed: [...changed], reported })
  }
  for (const family of FAMILIES)
    rewrite(family, text, reach).forEach((parts, way) => {
      const said = parts.map((p) => `A: ${p}`)
      const lines = [...chat.slice(0, at), ...said, ...chat.slice(at + 1)]
      const changed = said.map((_, i) => at + i)
      attempt(family, lines, changed, at + said.length - 1)
      if (said.length > 1) return
      // what the answer rests on may be written like that as well
      for (const e of sources) {
        const source = chat[e.message]!
        const others = rewrite(family, textOf(source), e.span)
        if (others.length === 0) continue
        lines[e.message] = `${source.slice(0, -textOf(source).length)}${others[way % others.length]![0]}`
        changed.push(e.message)
      }
      if (changed.length > 1) attempt(family, lines, changed, at)
    })
  return found
}

/** Findings of any rule on the messages from `from` to `to`. */
function findingsOn(linter: Linter, example: Example, from: number, to: number): Finding[] {
  const { findings } = linter.checkConversation(conversationOf(example))
  return findings.filter((f) => f.message >= from && f.message <= to)
}
