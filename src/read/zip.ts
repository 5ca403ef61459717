/** Archives that anyone may have made: read as a stream, with names, entries and expanded bytes counted as they come. */

import type { OnProblem } from '../messages/index.js'
import { fromLatin1, joined } from './bytes.js'

export interface ZipLimits {
  /** Bytes of all files expanded, and of one. */
  expanded: number
  entry: number
  /** How many files there may be. */
  entries: number
}

export const ZIP_LIMITS: ZipLimits = { expanded: 1 << 30, entry: 128 << 20, entries: 20_000 }

/** Small, since a bomb makes a thousand bytes of one. */
const PUSH = 1 << 14

export interface Entry {
  name: string
  bytes: Uint8Array
}

/** The wanted files one by one. What is out of bounds ends the reading, and is reported. */
export async function* zipEntries(
  chunks: AsyncIterable<Uint8Array>,
  wanted: (name: string) => boolean,
  onProblem: OnProblem,
  limits: ZipLimits = ZIP_LIMITS,
): AsyncGenerator<Entry> {
  const ready: Entry[] = []
  const open = new Set<string>()
  let entries = 0
  let expanded = 0
  let stopped = false
  const stop = (report: () => void) => {
    if (!stopped) report()
    stopped = true
  }
  const { Unzip, UnzipInflate } = await import('fflate')
  const unzip = new Unzip((file) => {
    if (stopped || file.name.endsWith('/')) return
    const name = readable(file.name)
    if (++entries > limits.entries) {
      stop(() => onProblem('over-limit', {}, 'entries', limits.entries))
      return
    }
    // Nothing is ever written, but a name that leads out of the archive is no export's.
    if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:/i.test(name)) {
      onProblem('zip-path', { entry: name })
      return
    }
    if (!wanted(name)) return
    const parts: Uint8Array[] = []
    let size = 0
    open.add(name)
    file.ondata = (error, data, final) => {
      if (stopped) return
      if (error) {
        open.delete(name)
        onProblem('bad-zip', { entry: name }, error.message)
        return
      }
      size += data.length
      expanded += data.length
      if (size > limits.entry || expanded > limits.expanded) {
        const [what, limit] =
          size > limits.entry ? (['entry', limits.entry] as const) : (['expanded', limits.expanded] as const)
        stop(() => onProblem('over-limit', {}, what, limit))
        parts.length = 0
        return
      }
      parts.push(data)
      if (!final) return
      open.delete(name)
      ready.push({ name, bytes: joined(parts) })
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length && !stopped; at += PUSH) {
      try {
        unzip.push(chunk.subarray(at, at + PUSH))
      } catch (error) {
        stop(() => onProblem('bad-zip', {}, (error as Error).message))
      }
      yield* ready.splice(0)
    }
    if (stopped) return
  }
  if (entries === 0 && !stopped) onProblem('bad-zip', {}, 'no entries')
  for (const name of open) onProblem('bad-zip', { entry: name }, 'cut short')
}

/** Old archivers write names in GBK and do not say so: they arrive as one character a byte. */
function readable(name: string): string {
  if (!/[\x80-\xff]/.test(name) || /[^\0-\xff]/.test(name)) return name
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(fromLatin1(name))
  } catch {
    return name
  }
}
