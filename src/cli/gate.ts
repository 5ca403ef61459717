import { newBatch } from '../audit/batch.js'
import { judgingReplies } from '../audit/replies.js'
import { failure, problem } from '../messages/index.js'
import type { Problem } from '../model.js'
import { readQuickReplies } from '../read/reply-files.js'
import { once } from '../read/streams.js'
import type { KnownFlags } from '../settings/flags.js'
import { prepare } from '../settings/packs.js'
import { MOST_TEXT } from '../values.js'
import { readingOf } from './input.js'
import type { Cli } from './io.js'
import type { ReadingFlags, ReportFlags } from './options.js'
import { runAudit } from './run-audit.js'

export type GateFlags = ReportFlags & KnownFlags & ReadingFlags

/** Each quick reply as a draft of its own, and as the answer to what its group or trigger words ask. */
export async function gate(patterns: string[], flags: GateFlags, cli: Cli): Promise<number> {
  const { messages } = cli
  if (patterns.length === 0) throw failure(messages, 'no-input', {})
  const prepared = await prepare(flags, cli)
  const { linter } = prepared
  const problems: Problem[] = []
  const reading = await readingOf(flags, prepared, cli)
  const options = { ...reading, onProblem: (found: Problem) => void problems.push(found) }
  const batch = newBatch(problems)
  const judge = judgingReplies(batch, linter)
  for (const reply of await readQuickReplies(patterns, options)) {
    const { text, file, line } = reply
    if (text.length > MOST_TEXT) problems.push(problem(messages, 'draft-too-long', { file, line }, MOST_TEXT))
    judge(reply)
  }
  return runAudit(once(batch), { ...prepared, command: 'gate', flags, cli, strictInput: true })
}
