/** What is at hand as what comes bit by bit, and back. */

import { joined } from './bytes.js'

export async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}

export async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

/** Undefined where there is more than that many bytes. */
export async function allBytes(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > limit) return undefined
    parts.push(chunk)
  }
  return joined(parts)
}
