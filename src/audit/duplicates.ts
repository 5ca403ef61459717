/** Notices conversations whose id was seen before, in constant memory. */

import { type Messages, problem } from '../messages/index.js'
import type { Problem } from '../model.js'
import { type Batch, newBatch } from './batch.js'

/** Slots for one id each: beyond a million conversations some repetitions go unnoticed, none is invented. */
const SLOTS = 1 << 20

interface Named {
  id: string
  file: string
  line?: number
}

export interface Duplicates {
  see(conversation: Named): void
  /** What is to be said of them, if there were any. */
  problem(): Problem | undefined
}

export function watchDuplicates(messages: Messages): Duplicates {
  const seen = new Float64Array(SLOTS)
  let first: Named | undefined
  let count = 0
  return {
    see(conversation) {
      const hash = hashOf(conversation.id)
      const slot = hash % SLOTS
      if (seen[slot] === hash) {
        first ??= conversation
        count++
      }
      seen[slot] = hash
    },
    problem() {
      if (first === undefined) return undefined
      const { file, line } = first
      return problem(messages, 'duplicate-id', line === undefined ? { file } : { file, line }, count)
    },
  }
}

/** The batches as they are; what is to be said comes after the last one. */
export async function* noticingDuplicates(
  batches: AsyncIterable<Batch>,
  messages: Messages,
): AsyncGenerator<Batch> {
  const duplicates = watchDuplicates(messages)
  for await (const batch of batches) {
    for (const one of batch.ids) duplicates.see(one)
    yield batch
  }
  const repeated = duplicates.problem()
  if (repeated !== undefined) yield newBatch([repeated])
}

/** 53 bits, never 0. */
function hashOf(id: string): number {
  let high = 0x811c9dc5
  let low = 0x1b873593
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ code, 0x85ebca6b)
    low ^= low >>> 13
  }
  return ((high >>> 0) & 0x1fffff) * 0x100000000 + (low >>> 0) + 1
}
