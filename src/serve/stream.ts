/** A generator of text as the body of an answer: nothing is made before it is asked for. */

export interface Streamed {
  stream: ReadableStream<Uint8Array>
  /** Settles when all was read, or nobody reads any more. */
  ended: Promise<void>
}

export function streamOf(texts: AsyncGenerator<string>): Streamed {
  const encoder = new TextEncoder()
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      try {
        const next = await texts.next()
        if (!next.done) return controller.enqueue(encoder.encode(next.value))
        controller.close()
        end()
      } catch (error) {
        // what failed has ended too: its place is free for another
        end()
        throw error
      }
    },
    // A generator that was never asked cannot tell that it has ended.
    async cancel() {
      end()
      await texts.return(undefined)
    },
  }
  return { stream: new ReadableStream(source, { highWaterMark: 0 }), ended }
}
