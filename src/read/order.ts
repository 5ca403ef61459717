import type { Message } from '../model.js'
import { milliseconds } from './time.js'

/** The same list where it was in order; else sorted by time, messages of one second as they stood. */
export function inOrder(messages: Message[]): Message[] {
  let right = true
  let before: string | undefined
  for (let i = 0; i < messages.length && right; i++) {
    const { time } = messages[i]!
    if (time === undefined) continue
    // Times of one form compare as they are written.
    if (before !== undefined && time < before) right = milliseconds(time) >= milliseconds(before)
    before = time
  }
  if (right) return messages
  // A message without a time stays behind the one it followed.
  let last = Number.NEGATIVE_INFINITY
  const dated = messages.map((message) => {
    if (message.time !== undefined) last = milliseconds(message.time)
    return { message, at: last }
  })
  return dated.sort((a, b) => a.at - b.at).map(({ message }) => message)
}
