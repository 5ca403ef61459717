/** The chat as the engine sees it: what each sent message and the draft would cost. */

import type { Context, Linter, Verdict } from '../../../engine/types.js'
import type { Exposure, Finding, Message } from '../../../model.js'

export interface Judge {
  /** Of all that was sent, in order, marked for what counts. */
  findings(): readonly Finding[]
  exposure(): Exposure
  push(message: Message): void
  draft(text: string): DraftVerdict
}

export interface DraftVerdict extends Verdict {
  /** The text that was judged. */
  text: string
  /** Of the chat with the draft in it. */
  exposure: Exposure
}

export function createJudge(linter: Linter, context: Context, messages: readonly Message[]): Judge {
  const session = linter.session(context)
  let found: Finding[] = []
  const exposureOf = (findings: readonly Finding[]) => {
    const tally = linter.tally()
    tally.add(findings)
    return tally.exposure()
  }
  const push = (message: Message) => {
    found = [...found, ...session.push(message).findings]
  }
  for (const message of messages) push(message)
  return {
    findings: () => found,
    exposure: () => exposureOf(found),
    push,
    draft(text) {
      const verdict = session.draft(text)
      return { ...verdict, text, exposure: exposureOf([...found, ...verdict.findings]) }
    },
  }
}
