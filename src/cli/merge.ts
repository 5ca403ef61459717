/** Saved findings of several runs made into one batch, as if one run had judged them all. */

import { type Batch, type Judged, newBatch } from '../audit/batch.js'
import type { Judgement, Linter } from '../engine/types.js'
import { failure, type Messages, type OnProblem } from '../messages/index.js'
import type { Conversation, Finding, Message, Problem, SavedFinding, Source } from '../model.js'
import type { Saved } from '../read/findings.js'

/** Findings are held in memory. */
const MAX_FINDINGS = 1_000_000

export interface Merged {
  batch: Batch
  packs: Record<string, string>
  /** Of the first file; undefined where no file names one. */
  schedule?: string
}

export interface Merge {
  add(saved: Saved): void
  /** What one file held; its sums are checked against what it lists. */
  endFile(onProblem: OnProblem): void
  result(): Merged
}

interface Group {
  conversation: Conversation
  verdict: Judgement
}

export function createMerge(messages: Messages, limit = MAX_FINDINGS): Merge {
  const groups = new Map<string, Group>()
  const known = new Set<string>()
  const problems = new Map<string, Problem>()
  const batch = newBatch()
  const packs = new Map<string, Set<string>>()
  const schedules = new Set<string>()
  let inFile = startOfFile()

  function addFinding(finding: SavedFinding) {
    inFile.listed++
    inFile.seen.add(JSON.stringify([finding.conversation, finding.message]))
    inFile.conversations.add(finding.conversation)
    // Exports overlap; the same words at the same place of a conversation are one finding.
    if (!isNew('finding', finding.id, finding.fingerprint)) return
    if (known.size > limit) throw failure(messages, 'too-many-findings', {}, limit)
    const group = groupOf(finding)
    putMessages(group.conversation.messages, finding)
    group.verdict.findings.push(withoutContext(finding))
    group.verdict.stage = finding.stage
    if (finding.time !== undefined && (batch.latest === undefined || finding.time > batch.latest))
      batch.latest = finding.time
  }

  function isNew(...parts: unknown[]): boolean {
    const key = JSON.stringify(parts)
    if (known.has(key)) return false
    known.add(key)
    return true
  }

  /** One id in two places may be two conversations. */
  function groupOf({ conversation: id, source }: { conversation: string; source?: Source }): Group {
    const key = JSON.stringify([id, placeKey(source)])
    let group = groups.get(key)
    if (group === undefined) {
      const conversation: Conversation = { id, messages: [], ...(source === undefined ? {} : { source }) }
      group = { conversation, verdict: { findings: [], cannotJudge: [], stage: 'unknown' } }
      groups.set(key, group)
    }
    return group
  }

  return {
    add(saved) {
      switch (saved.type) {
        case 'meta':
          schedules.add(saved.schedule)
          for (const [name, version] of Object.entries(saved.packs))
            packs.set(name, (packs.get(name) ?? new Set()).add(version))
          return
        case 'finding':
          addFinding(saved.finding)
          return
        case 'cannotJudge': {
          const { conversation, message, rule } = saved.item
          if (isNew('cannotJudge', conversation, message, rule))
            groupOf(saved.item).verdict.cannotJudge.push(saved.item)
          return
        }
        case 'problem':
          problems.set(JSON.stringify(saved.problem), saved.problem)
          return
        case 'summary':
          inFile.summary = saved.summary
      }
    },

    endFile(onProblem) {
      const { summary, listed, seen, conversations } = inFile
      inFile = startOfFile()
      if (summary === undefined) {
        onProblem('no-summary', {})
        batch.conversations += conversations.size
        batch.messages += seen.size
        batch.agentMessages += seen.size
        return
      }
      const { error, warn, info } = summary.findings
      if (error + warn + info > listed) onProblem('findings-left-out', {}, error + warn + info - listed)
      batch.conversations += summary.conversations
      batch.messages += summary.messages
      batch.agentMessages += summary.agentMessages
      for (const [stage, count] of Object.entries(summary.stages) as [keyof Batch['stages'], number][])
        batch.stages[stage] = (batch.stages[stage] ?? 0) + count
      for (const { name, messages: said } of summary.agents ?? [])
        batch.agents.set(name, (batch.agents.get(name) ?? 0) + said)
      for (const [ledger, { held }] of Object.entries(summary.exposure.ledgers))
        batch.points[ledger] = Math.max(batch.points[ledger] ?? 0, held)
    },

    result() {
      if (schedules.size > 1) throw failure(messages, 'mixed-schedules', {}, [...schedules])
      for (const { conversation, verdict } of groups.values()) {
        verdict.findings.sort((a, b) => a.message - b.message)
        batch.judged.push({
          conversation: { ...conversation, messages: filled(conversation.messages) },
          verdict,
        })
      }
      batch.problems.push(...problems.values())
      const versions = [...packs].map(([name, all]) => [name, [...all].join(', ')] as const)
      return { batch, packs: Object.fromEntries(versions), schedule: [...schedules][0] }
    },
  }
}

function startOfFile() {
  return {
    summary: undefined as Extract<Saved, { type: 'summary' }>['summary'] | undefined,
    listed: 0,
    seen: new Set<string>(),
    conversations: new Set<string>(),
  }
}

function placeKey(source: Source | undefined): string {
  return source === undefined ? '' : `${source.file}:${source.line ?? ''}`
}

function putMessages(into: Message[], { message, messageText, time, sender, context }: SavedFinding) {
  for (const { message: at, ...said } of context) into[at] ??= said
  into[message] = { role: 'agent', text: messageText, time, sender }
}

/** Messages that were not saved keep their place, so that the others keep their number. */
const MISSING: Message = { role: 'system', text: '', kind: 'missing' }

function filled(messages: readonly (Message | undefined)[]): Message[] {
  return Array.from(messages, (message) => message ?? MISSING)
}

/** Where runs overlap, the first of a case may have been counted in another one; what is suppressed counts nowhere. */
export function countedAnew({ conversation, verdict }: Judged, linter: Linter): Judged {
  const { findings } = verdict
  const counted = linter.count(findings.filter(({ suppressed }) => suppressed === undefined)).values()
  return {
    conversation,
    verdict: {
      ...verdict,
      findings: findings.map((finding) =>
        finding.suppressed === undefined ? counted.next().value! : finding,
      ),
    },
  }
}

function withoutContext({ context: _, time: _time, sender: _sender, ...finding }: SavedFinding): Finding {
  return finding
}
