/** Labelled cases: reading them and scoring an evaluator against them. */
import { readFileSync } from 'node:fs'
import type { Conversation, Finding, Linter } from '../src/index.js'

export interface Case {
  id: string
  conversation: Conversation
  expect?: Label[]
  allow?: Label[]
  only?: number
  tags?: string[]
}

interface Label {
  message: number
  rule: string
}

export interface Score {
  tp: number
  fp: number
  fn: number
}

export interface Wrong {
  case: Case
  what: 'missed' | 'false alarm'
  label: Label
}

export function readCases(files: readonly string[]): Case[] {
  return files.flatMap((f) =>
    readFileSync(f, 'utf8')
      .split('\n')
      .filter((l) => l.trim())
      .map((l) => JSON.parse(l) as Case),
  )
}

/** Compares on (case, run of one speaker, rule); `allow` counts neither way, severity info is left out. */
export function scoreCases(
  linter: Linter,
  cases: readonly Case[],
): { perRule: Map<string, Score>; wrong: Wrong[] } {
  const perRule = new Map<string, Score>()
  const wrong: Wrong[] = []
  const tally = (rule: string, what: keyof Score) => {
    const s = perRule.get(rule) ?? { tp: 0, fp: 0, fn: 0 }
    s[what]++
    perRule.set(rule, s)
  }
  for (const c of cases) {
    const key = (x: Label) => `${runStart(c, x.message)} ${x.rule}`
    const findings = linter
      .checkConversation({ ...c.conversation, id: c.id })
      .findings.filter((f: Finding) => f.severity !== 'info')
    const judged = (x: Label) => c.only === undefined || x.message === c.only
    const seen = new Map(findings.filter(judged).map((f) => [key(f), f as Label]))
    const expect = new Map((c.expect ?? []).map((x) => [key(x), x]))
    const allow = new Set((c.allow ?? []).map(key))
    for (const [k, x] of expect) {
      tally(x.rule, seen.has(k) ? 'tp' : 'fn')
      if (!seen.has(k)) wrong.push({ case: c, what: 'missed', label: x })
    }
    for (const [k, x] of seen)
      if (!expect.has(k) && !allow.has(k)) {
        tally(x.rule, 'fp')
        wrong.push({ case: c, what: 'false alarm', label: x })
      }
  }
  return { perRule, wrong }
}

function runStart(c: Case, i: number): number {
  const { messages } = c.conversation
  let at = i
  while (at > 0 && messages[at - 1]!.role === messages[at]!.role) at--
  return at
}

export function total(scores: Iterable<Score>): Score {
  const sum = { tp: 0, fp: 0, fn: 0 }
  for (const s of scores) {
    sum.tp += s.tp
    sum.fp += s.fp
    sum.fn += s.fn
  }
  return sum
}

export function f1({ tp, fp, fn }: Score): number {
  return tp + fp + fn === 0 ? 1 : (2 * tp) / (2 * tp + fp + fn)
}
