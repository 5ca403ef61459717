import { joined } from './bytes.js'

/** Enough to tell a format by. */
const HEAD = 64 * 1024

/** What the bytes begin with, and all of them. */
export async function peek(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  while (length < HEAD) {
    const next = await iterator.next()
    if (next.done) break
    first.push(next.value)
    length += next.value.length
  }
  return { head: joined(first.map((chunk) => chunk.subarray(0, HEAD))).subarray(0, HEAD), all: rest() }

  async function* rest() {
    yield* first
    try {
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  }
}
