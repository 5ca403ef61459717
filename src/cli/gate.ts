import { basename } from 'node:path'
import { failure } from '../messages/index.js'
import type { Conversation, Problem } from '../model.js'
import type { QuickReply } from '../read/quick-replies.js'
import { readQuickReplies } from '../read/reply-files.js'
import { once } from './check.js'
import { readingOf } from './input.js'
import type { Cli } from './io.js'
import { addTo, newBatch } from './jobs.js'
import type { InputFlags, KnownFlags, ReportFlags } from './options.js'
import { prepare } from './packs.js'
import { runAudit } from './run-audit.js'
import { assumedFindings } from './worst-question.js'

export type GateFlags = ReportFlags & KnownFlags & InputFlags

/** Each quick reply as a draft of its own, and as the answer to what its group or trigger words ask. */
export async function gate(patterns: string[], flags: GateFlags, cli: Cli): Promise<number> {
  const { messages } = cli
  if (patterns.length === 0) throw failure(messages, 'no-input', {})
  const prepared = await prepare(flags, cli)
  const { linter } = prepared
  const problems: Problem[] = []
  const reading = await readingOf(flags, prepared, cli)
  const options = { ...reading, onProblem: (problem: Problem) => void problems.push(problem) }
  const batch = newBatch(problems)
  const idOf = uniqueIds()
  for (const reply of await readQuickReplies(patterns, options)) {
    const { text, file, line } = reply
    const conversation: Conversation = {
      id: idOf(reply),
      messages: [{ role: 'agent', text }],
      source: { file, line },
    }
    const verdict = linter.checkReply(text, { ...conversation, messages: [] })
    const assumed = assumedFindings(reply, conversation, verdict.findings, linter)
    const findings = [...verdict.findings, ...assumed]
    addTo(batch, { conversation, verdict: { ...verdict, findings } }, linter)
  }
  return runAudit(once(batch), { ...prepared, command: 'gate', flags, cli, strictInput: true })
}

/** The reply's own code where it has one of its own. */
function uniqueIds(): (reply: QuickReply) => string {
  const seen = new Set<string>()
  return ({ code, file, line }) => {
    const place = `${basename(file)}:${line}`
    let id = code ?? place
    if (code !== undefined && seen.has(id)) id = `${code}@${place}`
    for (let n = 2, first = id; seen.has(id); n++) id = `${first}#${n}`
    seen.add(id)
    return id
  }
}
