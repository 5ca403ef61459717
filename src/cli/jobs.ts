/** Input cut into pieces of work that any thread can do, and what comes of each. */

import type { Judgement, Linter } from '../engine/types.js'
import { type Messages, problemsOf } from '../messages/index.js'
import type { Conversation, Problem, Stage } from '../model.js'
import { counting } from '../read/counted.js'
import {
  conversationsIn,
  conversationsOf,
  formatCalled,
  type OpenOptions,
  openSources,
} from '../read/index.js'
import { type Block, readBlocks, splitBlock } from '../read/lines.js'
import { countedIn, type LeftOut, type Narrow } from './narrow.js'

export type Job = {
  /** Troubles met before this piece. */
  problems: Problem[]
} & ({ conversations: Conversation[] } | { file: string; format: string; block: Block })

export interface Judged {
  conversation: Conversation
  verdict: Judgement
}

/** The outcome of a piece. Clean conversations are only counted. */
export interface Batch {
  judged: Judged[]
  problems: Problem[]
  conversations: number
  messages: number
  agentMessages: number
  stages: Partial<Record<Stage, number>>
  /** Messages by agent. */
  agents: Map<string, number>
  /** Points that the shop already holds, by ledger. */
  points: Record<string, number>
  /** Of every conversation, with its place. */
  ids: { id: string; file: string; line?: number }[]
  /** ISO 8601 of the last message. */
  latest?: string
  /** Of narrowed runs. */
  leftOut: LeftOut
}

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

export function newBatch(problems: Problem[] = []): Batch {
  return {
    judged: [],
    problems,
    conversations: 0,
    messages: 0,
    agentMessages: 0,
    stages: {},
    agents: new Map(),
    points: {},
    leftOut: { messages: 0, undated: 0, unnamed: 0 },
    ids: [],
  }
}

export function addTo(batch: Batch, judged: Judged, linter: Linter, narrow?: Narrow) {
  const { conversation } = judged
  let { verdict } = judged
  const { id, messages, shop, source } = conversation
  batch.ids.push({ id, file: source?.file ?? '', line: source?.line })
  const counted = narrow && countedIn(conversation, narrow, batch.leftOut)
  if (counted !== undefined) {
    if (counted.size === 0) return
    verdict = {
      ...verdict,
      findings: linter.count(verdict.findings.filter(({ message }) => counted.has(message))),
      cannotJudge: verdict.cannotJudge.filter(({ message }) => counted.has(message)),
    }
  }
  batch.conversations++
  batch.messages += messages.length
  for (const [index, { role, sender }] of messages.entries()) {
    if (role !== 'agent' || counted?.has(index) === false) continue
    batch.agentMessages++
    if (sender !== undefined) batch.agents.set(sender, (batch.agents.get(sender) ?? 0) + 1)
  }
  batch.stages[verdict.stage] = (batch.stages[verdict.stage] ?? 0) + 1
  for (const [ledger, held] of shop?.points === undefined ? [] : Object.entries(shop.points))
    batch.points[ledger] = Math.max(batch.points[ledger] ?? 0, held)
  const time = messages.at(-1)?.time
  if (time !== undefined && (batch.latest === undefined || time > batch.latest)) batch.latest = time
  if (verdict.findings.length > 0 || verdict.cannotJudge.length > 0)
    batch.judged.push({ conversation, verdict })
}
