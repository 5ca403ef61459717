/** What comes of a piece of work: judged conversations and the numbers that go into the sums. */

import type { Judgement, Linter } from '../engine/types.js'
import type { Conversation, Problem, Stage } from '../model.js'
import { countedIn, type LeftOut, type Narrow } from './narrow.js'

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
  raise(batch.points, shop?.points ?? {})
  const time = messages.at(-1)?.time
  if (time !== undefined && (batch.latest === undefined || time > batch.latest)) batch.latest = time
  if (verdict.findings.length > 0 || verdict.cannotJudge.length > 0)
    batch.judged.push({ conversation, verdict })
}

/** Of several figures for the points of one ledger the highest counts. */
export function raise(points: Batch['points'], stated: Batch['points']) {
  for (const [ledger, held] of Object.entries(stated)) points[ledger] = Math.max(points[ledger] ?? 0, held)
}
