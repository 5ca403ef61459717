/** The process around a run: signals, closed pipes, the exit code. */

import { type Io, processIo } from './io.js'
import { isClosedPipe, main } from './main.js'

const INTERRUPTED = 130

export async function start() {
  const interrupt = () => {
    undo()
    process.exit(INTERRUPTED)
  }
  const io: Io = { ...processIo(), untilStopped: () => untilStopped(interrupt) }
  const undo = () => {
    for (const cleanup of io.cleanups) cleanup()
  }
  process.once('SIGINT', interrupt)
  // The reader has seen enough, as with `| head`.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (!isClosedPipe(error)) throw error
      undo()
      process.exit(0)
    })
  }
  process.exitCode = await main(process.argv.slice(2), io)
}

/** The first signal asks, the second one interrupts as it does elsewhere. */
function untilStopped(interrupt: () => void): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off('SIGINT', stop).off('SIGTERM', stop).once('SIGINT', interrupt)
      resolve()
    }
    process.off('SIGINT', interrupt).on('SIGINT', stop).on('SIGTERM', stop)
  })
}
