/** The process around a run: signals, closed pipes, the exit code. */

import { type Io, processIo } from './io.js'
import { isClosedPipe, main } from './main.js'

/** What ends a run from outside, and the exit code that tells of it: 128 and the signal's number. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
type Signal = keyof typeof SIGNALS

export async function start() {
  const interrupt = (signal: Signal) => {
    undo()
    process.exit(SIGNALS[signal])
  }
  const io: Io = { ...processIo(), untilStopped: () => untilStopped(interrupt) }
  const undo = () => {
    for (const cleanup of io.cleanups) cleanup()
  }
  for (const signal of Object.keys(SIGNALS)) process.once(signal, interrupt)
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
function untilStopped(interrupt: (signal: Signal) => void): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off('SIGINT', stop).off('SIGTERM', stop).once('SIGINT', interrupt)
      resolve()
    }
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt).on('SIGINT', stop).on('SIGTERM', stop)
  })
}
