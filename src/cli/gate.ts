import { basename } from 'node:path'
import { failure } from '../messages/index.js'
import type { Conversation, Problem } from '../model.js'
import { type QuickReply, readQuickReplies } from '../read/quick-replies.js'
import { once } from './check.js'
import type { Cli } from './io.js'
import { addTo, newBatch } from './jobs.js'
import type { KnownFlags, ReportFlags } from './options.js'
import { prepare } from './packs.js'
import { runAudit } from './run-audit.js'

/** Each quick reply as a draft of its own: nobody knows after which question it will be sent. */
export async function gate(patterns: string[], flags: ReportFlags & KnownFlags, cli: Cli): Promise<number> {
  const { messages, io } = cli
  if (patterns.length === 0) throw failure(messages, 'no-input', {})
  const prepared = await prepare(flags, cli)
  const { linter } = prepared
  const problems: Problem[] = []
  const options = { messages, stdin: io.stdin, onProblem: (problem: Problem) => void problems.push(problem) }
  const batch = newBatch(problems)
  const idOf = uniqueIds()
  for (const reply of await readQuickReplies(patterns, options)) {
    const { text, file, line } = reply
    const conversation: Conversation = {
      id: idOf(reply),
      messages: [{ role: 'agent', text }],
      source: { file, line },
    }
    addTo(
      batch,
      { conversation, verdict: linter.checkReply(text, { ...conversation, messages: [] }) },
      linter,
    )
  }
  return runAudit(once(batch), { ...prepared, command: 'gate', flags, cli, strictInput: true })
}

/** The reply's own code where it has one of its own. */
function uniqueIds(): (reply: QuickReply) => string {
  const seen = new Set<string>()
  return ({ code, file, line }) => {
    const place = `${basename(file)}:${line}`
    let id = code ?? place
    if (seen.has(id)) id = `${id}@${place}`
    for (let n = 2; seen.has(id); n++) id = `${code ?? ''}@${place}#${n}`
    seen.add(id)
    return id
  }
}
