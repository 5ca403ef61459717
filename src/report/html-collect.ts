/** Gathers what the HTML report holds. Each chat is handed back as it comes, to whoever writes or keeps it. */

import type { Judgement } from '../engine/types.js'
import type { Messages } from '../messages/index.js'
import type { Conversation, Problem, Summary } from '../model.js'
import { type Chat, chatOf, type ReportData, type RuleText } from './html-data.js'
import { asIs, maskFile, maskFor, maskProblem, maskSummary, maskText } from './mask.js'
import type { Gate, Meta } from './types.js'

/** A browser opens this many findings with their chats at ease; what is left out is counted and said. */
export const FINDINGS_LIMIT = 20_000
const SHOWN_PROBLEMS = 200

export function collectHtmlData(meta: Meta, lang: Messages['lang'], mask: boolean) {
  const hideName = mask ? maskText : asIs
  const hideFile = mask ? maskFile : asIs
  const problems: Problem[] = []
  const omitted = { chats: 0, findings: 0 }
  const rules = new Map<string, RuleText>()
  const cannotJudge = new Map<string, ReportData['cannotJudge'][number]>()
  let problemCount = 0
  let kept = 0

  return {
    /** Undefined where it has no findings or there are too many already. */
    chat(conversation: Conversation, { findings, cannotJudge: undecided }: Judgement): Chat | undefined {
      for (const { rule, why } of undecided) {
        const known = cannotJudge.get(`${rule} ${why}`)
        if (known === undefined) cannotJudge.set(`${rule} ${why}`, { rule, why, count: 1 })
        else known.count++
      }
      if (findings.length === 0) return undefined
      if (kept >= FINDINGS_LIMIT) {
        omitted.chats++
        omitted.findings += findings.length
        return undefined
      }
      // A rule that the run does not know speaks through its findings.
      for (const { rule, clause, suggestion } of findings)
        if (!rules.has(rule))
          rules.set(rule, {
            title: meta.titles.get(rule) ?? same(rule),
            clause: same(clause),
            suggestion: same(suggestion),
          })
      kept += findings.length
      return chatOf(conversation, findings, { hide: mask ? maskFor(conversation) : asIs, hideName, hideFile })
    },
    problem(problem: Problem) {
      problemCount++
      if (problems.length < SHOWN_PROBLEMS) problems.push(mask ? maskProblem(problem) : problem)
    },
    end(summary: Summary, gate: Gate): Omit<ReportData, 'chats'> {
      const undecided = new Set([...cannotJudge.values()].map(({ rule }) => rule))
      for (const { id, title, clause, suggestion } of meta.rules)
        if (rules.has(id) || undecided.has(id)) rules.set(id, { title, clause, suggestion })
      return {
        lang,
        tool: meta.tool,
        schedule: meta.schedule,
        made: new Date().toISOString(),
        masked: mask,
        rules: Object.fromEntries(rules),
        cannotJudge: [...cannotJudge.values()],
        problems,
        problemCount,
        omitted,
        summary: mask ? maskSummary(summary) : summary,
        gate,
      }
    },
  }
}

const same = (text: string) => ({ zh: text, en: text })
