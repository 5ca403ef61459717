import { WINDOW_LINE } from './chat-cell.js'
import { grouped, type Said } from './grouping.js'
import { speakerOf } from './roles.js'
import { toTime } from './time.js'
import type { Format, Line, ReadContext } from './types.js'

/** Messages held until somebody is known to be an agent. */
const MOST_EARLY = 1000

/** What one gets by copying from the chat window: `nick (time):`, then the words. */
export const windowText: Format = {
  name: 'window-text',
  extensions: ['txt', 'log'],
  seen: 'remembered',

  sniff(head) {
    const headers = head.split('\n', 60).filter((line) => WINDOW_LINE.test(line.trimEnd())).length
    return headers === 0 ? 0 : headers === 1 ? 0.6 : 0.93
  },

  async *read(feed, context) {
    yield* grouped(withSpeakers(messagesOf(feed.lines(), context), context), context)
  },
}

/** Who is no sub-account is a buyer, once it is known that agents have sub-accounts here. */
async function* withSpeakers(messages: AsyncIterable<Said>, { roles }: ReadContext): AsyncGenerator<Said[]> {
  let agentKnown = roles?.agent !== undefined
  const early: Said[] = []
  for await (const said of messages) {
    const speaker = speakerOf(said.sender, {}, roles)
    agentKnown ||= speaker === 'agent'
    early.push(speaker === undefined ? said : { ...said, speaker })
    if (!agentKnown && early.length < MOST_EARLY) continue
    yield early
      .splice(0)
      .map((one) => (one.speaker === undefined && agentKnown ? { ...one, speaker: 'buyer' } : one))
  }
  yield early
}

async function* messagesOf(
  lines: AsyncIterable<Line>,
  { onProblem, limit }: ReadContext,
): AsyncGenerator<Said> {
  let said: Said | undefined
  let date = ''
  let full = false
  for await (const { text, line } of lines) {
    const header = WINDOW_LINE.exec(text.trimEnd())
    if (header !== null) {
      if (said !== undefined) yield ended(said)
      const [, sender, written, words] = header as unknown as [string, string, string, string]
      const time = toTime(written, date)
      date = time?.slice(0, 10) ?? date
      if (time === undefined) onProblem('bad-time', { line }, 1)
      full = false
      said = { sender, text: words.trim(), line, ...(time === undefined ? {} : { time }) }
    } else if (said === undefined) {
      if (text.trim() !== '') onProblem('stray-line', { line })
    } else if (said.text.length + text.length > limit) {
      if (!full) onProblem('long-message', { line }, limit)
      full = true
    } else said.text = said.text === '' ? text : `${said.text}\n${text}`
  }
  if (said !== undefined) yield ended(said)
}

function ended(said: Said): Said {
  return { ...said, text: said.text.trim() }
}
