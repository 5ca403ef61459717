import { saved } from './context.js'
import { asIs, maskCannotJudge, maskFinding, maskFor, maskProblem, maskSummary } from './mask.js'
import type { CreateReporter } from './types.js'

/** The objects of the report one a line, each with its type. */
export const ndjsonReporter: CreateReporter = ({ write, mask }) => {
  const line = (type: string, item: object) => write(`${JSON.stringify({ type, ...item })}\n`)
  return {
    begin({ tool, packs, schedule, statements }) {
      line('meta', { schemaVersion: 1, tool, packs, schedule })
      for (const statement of statements?.statements ?? []) line('statement', statement)
    },
    conversation(conversation, { findings, cannotJudge }) {
      const hide = mask ? maskFor(conversation) : asIs
      for (const finding of findings)
        line('finding', saved(mask ? maskFinding(finding, hide) : finding, conversation, hide))
      for (const item of cannotJudge) line('cannotJudge', mask ? maskCannotJudge(item, hide) : item)
    },
    problem: (problem) => line('problem', mask ? maskProblem(problem) : problem),
    suppressed: true,
    end: (summary) => line('summary', mask ? maskSummary(summary) : summary),
  }
}
