import { maskProblem, maskSummary } from './mask.js'
import { savedVerdict } from './saved.js'
import { createSpool } from './spool.js'
import type { CreateReporter } from './types.js'

/** The whole report as one object. Findings go out as they come; what stands after them waits in a spool. */
export const jsonReporter: CreateReporter = ({ write, mask }) => {
  const cannotJudge = list()
  const problems = list()
  let first = true

  return {
    begin({ tool, packs, schedule, statements }) {
      const head = JSON.stringify({
        schemaVersion: 1,
        tool,
        packs,
        schedule,
        ...(statements && { ...statements, text: undefined }),
      })
      write(`${head.slice(0, -1)},"findings":[`)
    },
    conversation(conversation, verdict) {
      const held = savedVerdict(conversation, verdict, mask)
      for (const item of held.findings) {
        write(`${first ? '\n' : ',\n'}${JSON.stringify(item)}`)
        first = false
      }
      for (const item of held.cannotJudge) cannotJudge.add(item)
    },
    problem: (problem) => problems.add(mask ? maskProblem(problem) : problem),
    suppressed: true,
    end(summary) {
      write('],\n"cannotJudge":[')
      cannotJudge.drain(write)
      write('],\n"problems":[')
      problems.drain(write)
      write(`],\n"summary":${JSON.stringify(mask ? maskSummary(summary) : summary)}}\n`)
    },
  }
}

function list() {
  const spool = createSpool()
  let separator = '\n'
  return {
    add(item: object) {
      spool.add(separator + JSON.stringify(item))
      separator = ',\n'
    },
    drain: spool.drain,
  }
}
