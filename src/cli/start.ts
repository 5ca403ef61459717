/** The process around a run: signals, closed pipes, the exit code. */

import { processIo } from './io.js'
import { isClosedPipe, main } from './main.js'

const INTERRUPTED = 130

export async function start() {
  const io = processIo()
  const undo = () => {
    for (const cleanup of io.cleanups) cleanup()
  }
  process.once('SIGINT', () => {
    undo()
    process.exit(INTERRUPTED)
  })
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
