/** Text that must wait for its place in the output: in memory while short, then in a file that has no name. */

import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Spool {
  add(text: string): void
  /** Hands over all texts and forgets them. */
  drain(take: (text: string) => void): void
}

export function createSpool(memory = 1 << 22): Spool {
  let held: string[] = []
  let size = 0
  let file: number | undefined

  function flush() {
    file ??= unnamedFile()
    writeSync(file, held.join(''))
    held = []
    size = 0
  }

  return {
    add(text) {
      held.push(text)
      size += text.length
      if (size > memory) flush()
    },
    drain(take) {
      if (file !== undefined) {
        const decoder = new TextDecoder()
        const chunk = new Uint8Array(1 << 20)
        for (let at = 0, read = 0; ; at += read) {
          read = readSync(file, chunk, 0, chunk.length, at)
          if (read === 0) break
          take(decoder.decode(chunk.subarray(0, read), { stream: true }))
        }
        closeSync(file)
        file = undefined
      }
      for (const text of held) take(text)
      held = []
    },
  }
}

/** Removed at once, so that nothing of the chats outlives the process. */
function unnamedFile(): number {
  const folder = mkdtempSync(join(tmpdir(), 'kefulint-'))
  try {
    return openSync(join(folder, 'spool'), 'wx+', 0o600)
  } finally {
    // Where an open file cannot be removed, the system's own cleaning has to do.
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch {}
  }
}
