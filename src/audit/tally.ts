/** Adds up what a run has judged, in memory that does not grow with it. */

import type { Linter } from '../engine/types.js'
import type { Exposure, Narrowed, Summary } from '../model.js'
import { type Batch, raise } from './batch.js'
import type { LeftOut, Narrow } from './narrow.js'

/** A source that names an agent anew in each conversation must not fill the memory. */
const NAMED_AGENTS = 2000

export function startTally({ linter, narrow }: { linter: Linter; narrow?: Narrow }) {
  const tally = linter.tally()
  /** Held by the shop, the highest that any conversation states. */
  const points: Batch['points'] = {}
  const findings = { error: 0, warn: 0, info: 0 }
  const sums = { conversations: 0, messages: 0, agentMessages: 0, cannotJudge: 0 }
  const stages: Summary['stages'] = {}
  const agents = new Map<string, number>()
  const suppressed = { baseline: 0, suppression: 0 }
  const leftOut = { messages: 0, undated: 0, unnamed: 0 }
  return {
    add(batch: Batch) {
      raise(points, batch.points)
      sums.conversations += batch.conversations
      sums.messages += batch.messages
      sums.agentMessages += batch.agentMessages
      for (const why of Object.keys(leftOut) as (keyof typeof leftOut)[]) leftOut[why] += batch.leftOut[why]
      for (const stage of Object.keys(batch.stages) as (keyof typeof stages)[])
        stages[stage] = (stages[stage] ?? 0) + (batch.stages[stage] ?? 0)
      for (const [name, messages] of batch.agents)
        if (agents.has(name) || agents.size < NAMED_AGENTS)
          agents.set(name, (agents.get(name) ?? 0) + messages)
      for (const { conversation, verdict } of batch.judged) {
        const counted = verdict.findings.filter((finding) => finding.suppressed === undefined)
        for (const { severity } of counted) findings[severity]++
        for (const { suppressed: mark } of verdict.findings) if (mark !== undefined) suppressed[mark.kind]++
        sums.cannotJudge += verdict.cannotJudge.length
        tally.add(counted, conversation.messages.findLast(({ time }) => time !== undefined)?.time)
      }
      tally.add([], batch.latest)
    },
    conversations: () => sums.conversations,
    summary(): Summary {
      const exposure: Exposure = tally.exposure(points)
      const { cannotJudge, ...counts } = sums
      const any = suppressed.baseline + suppressed.suppression > 0
      return {
        ...counts,
        stages,
        agents: busiestFirst(agents),
        findings,
        cannotJudge,
        exposure,
        ...(narrow && { narrowed: narrowed(narrow, leftOut) }),
        ...(any && { suppressed }),
      }
    },
  }
}

function busiestFirst(agents: ReadonlyMap<string, number>): Summary['agents'] {
  return [...agents].map(([name, messages]) => ({ name, messages })).sort((a, b) => b.messages - a.messages)
}

function narrowed({ shop: _, ...narrow }: Narrow, leftOut: LeftOut): Narrowed {
  return { ...narrow, leftOut }
}
