/** A file that is written whole or not at all. */

import { closeSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { failure, type Messages } from '../messages/index.js'

export interface WholeFile {
  write(text: string | Uint8Array): void
  commit(): void
  discard(): void
}

const BUFFER = 1 << 16

/** Written beside the file and moved over it at the end. */
export function openWhole(file: string, messages: Messages): WholeFile {
  const attempt = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      throw failure(messages, 'cannot-write', { file }, code ?? message)
    }
  }
  const known = statSync(file, { throwIfNoEntry: false })
  // A device or a pipe cannot be replaced by a file.
  const inPlace = known !== undefined && !known.isFile() && !known.isDirectory()
  const goal = known?.isFile() ? realpathSync(file) : file
  const draft = inPlace ? file : `${goal}.${process.pid}.tmp`
  const open = () => (known?.isDirectory() ? openSync(file, 'w') : openSync(draft, inPlace ? 'w' : 'wx'))
  const descriptor = attempt(open)
  let buffer: Uint8Array[] = []
  let size = 0
  let done = false

  const flush = () => {
    const bytes = Buffer.concat(buffer)
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
    buffer = []
    size = 0
  }
  return {
    write(text) {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text
      buffer.push(bytes)
      size += bytes.length
      if (size >= BUFFER) attempt(flush)
    },
    commit: () =>
      attempt(() => {
        flush()
        closeSync(descriptor)
        done = true
        if (!inPlace) renameSync(draft, goal)
      }),
    discard() {
      if (done) return
      done = true
      closeSync(descriptor)
      if (!inPlace) rmSync(draft, { force: true })
    },
  }
}
