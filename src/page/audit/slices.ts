/** Long work in slices, between which the page draws, scrolls and hears a click. */

/** Milliseconds at a stretch: under a frame. */
const SLICE = 12

/** Call it between two steps; throws the signal's reason once it is aborted. */
export function createBreather(signal: AbortSignal): () => Promise<void> {
  let until = performance.now() + SLICE
  return async () => {
    if (performance.now() < until) return
    await nextTask()
    signal.throwIfAborted()
    until = performance.now() + SLICE
  }
}

/** Unlike a timer, a message is not held back in a tab that nobody looks at. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
