/** Input cut into pieces of work that any thread can do, and what comes of each. */

import { addTo, type Batch, newBatch } from '../audit/batch.js'
import type { Narrow } from '../audit/narrow.js'
import type { Linter } from '../engine/types.js'
import { type Messages, problemsOf } from '../messages/index.js'
import type { Conversation, Problem } from '../model.js'
import { counting } from '../read/counted.js'
import {
  conversationsIn,
  conversationsOf,
  formatCalled,
  type OpenOptions,
  openSources,
} from '../read/index.js'
import { type Block, readBlocks, splitBlock } from '../read/lines.js'

export type Job = {
  /** Troubles met before this piece. */
  problems: Problem[]
} & ({ conversations: Conversation[] } | { file: string; format: string; block: Block })

const CONVERSATIONS_A_JOB = 500

export async function* jobsOf(
  patterns: readonly string[],
  options: Omit<OpenOptions, 'onProblem'>,
): AsyncGenerator<Job> {
  const waiting: Problem[] = []
  const take = () => waiting.splice(0)
  const open: OpenOptions = { ...options, onProblem: (problem) => waiting.push(problem) }
  for await (const source of openSources(patterns, open)) {
    const { file, format, chunks } = source
    if (format.readLine !== undefined) {
      const onProblem = problemsOf(open.messages, file, open.onProblem)
      for await (const block of readBlocks(chunks, onProblem, open.limit))
        yield { problems: take(), file, format: format.name, block }
      continue
    }
    let conversations: Conversation[] = []
    for await (const conversation of conversationsOf(source, open)) {
      conversations.push(conversation)
      if (conversations.length < CONVERSATIONS_A_JOB) continue
      yield { problems: take(), conversations }
      conversations = []
    }
    yield { problems: take(), conversations }
  }
  yield { problems: take(), conversations: [] }
}

export function doJob(job: Job, linter: Linter, messages: Messages, narrow?: Narrow): Batch {
  const problems = [...job.problems]
  const batch = newBatch(problems)
  for (const conversation of conversationsOfJob(job, messages, problems))
    addTo(batch, { conversation, verdict: linter.checkConversation(conversation) }, linter, narrow)
  return batch
}

function conversationsOfJob(job: Job, messages: Messages, problems: Problem[]): Conversation[] {
  if ('conversations' in job) return job.conversations
  const { onProblem, flush } = counting(problemsOf(messages, job.file, (problem) => problems.push(problem)))
  const { readLine } = formatCalled(job.format, messages)
  const conversations = conversationsIn(splitBlock(job.block, onProblem), readLine!, job.file, onProblem)
  flush()
  return conversations
}
