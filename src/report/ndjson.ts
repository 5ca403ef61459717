import { maskProblem, maskSummary } from './mask.js'
import { savedVerdict } from './saved.js'
import type { CreateReporter } from './types.js'

/** The objects of the report one a line, each with its type. */
export const ndjsonReporter: CreateReporter = ({ write, mask }) => {
  const line = (type: string, item: object) => write(`${JSON.stringify({ type, ...item })}\n`)
  return {
    begin({ tool, packs, schedule, statements }) {
      line('meta', { schemaVersion: 1, tool, packs, schedule })
      for (const statement of statements?.statements ?? []) line('statement', statement)
    },
    conversation(conversation, verdict) {
      const { findings, cannotJudge } = savedVerdict(conversation, verdict, mask)
      for (const finding of findings) line('finding', finding)
      for (const item of cannotJudge) line('cannotJudge', item)
    },
    problem: (problem) => line('problem', mask ? maskProblem(problem) : problem),
    suppressed: true,
    end: (summary) => line('summary', mask ? maskSummary(summary) : summary),
  }
}
