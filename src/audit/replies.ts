/** Quick replies as a gate judges them: each a draft of its own, and the answer to what its group or trigger words ask. */

import type { Linter } from '../engine/types.js'
import type { Conversation } from '../model.js'
import type { QuickReply } from '../read/quick-replies.js'
import { addTo, type Batch } from './batch.js'
import { assumedFindings } from './worst-question.js'

/** Takes the replies of a library one by one. */
export function judgingReplies(batch: Batch, linter: Linter): (reply: QuickReply) => void {
  const idOf = uniqueIds()
  return (reply) => {
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
}

/** The reply's own code where it has one of its own. */
function uniqueIds(): (reply: QuickReply) => string {
  const seen = new Set<string>()
  return ({ code, file, line }) => {
    const place = `${file.replace(/^.*[\\/]/, '')}:${line}`
    let id = code ?? place
    if (code !== undefined && seen.has(id)) id = `${code}@${place}`
    for (let n = 2, first = id; seen.has(id); n++) id = `${first}#${n}`
    seen.add(id)
    return id
  }
}
