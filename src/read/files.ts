/** Which files a pattern names, and their bytes. */

import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { failure, type Messages } from '../messages/index.js'

export const STDIN = '<stdin>'
const CHUNK = 1 << 20

/** Paths in the order given, those of a pattern sorted. A name that exists is a file even if it looks like a pattern. */
export async function filesOf(
  patterns: readonly string[],
  extensions: readonly string[],
  messages: Messages,
): Promise<string[]> {
  const files: string[] = []
  for (const pattern of patterns) files.push(...(await filesOfOne(pattern, extensions, messages)))
  return [...new Set(files)]
}

async function filesOfOne(
  pattern: string,
  extensions: readonly string[],
  messages: Messages,
): Promise<string[]> {
  if (pattern === '-') return [STDIN]
  const found = await stat(pattern).catch(() => undefined)
  if (found !== undefined && !found.isDirectory()) return [pattern]
  if (found === undefined && !/[*?[\]{}()!]/.test(pattern))
    throw failure(messages, 'missing-file', { file: pattern })
  const { default: glob } = await import('fast-glob')
  const inside = `${glob.escapePath(pattern)}/**/*.{${extensions.join(',')}}`
  const matches = await glob(found === undefined ? pattern : inside, { onlyFiles: true, unique: true })
  if (matches.length === 0) throw failure(messages, 'glob-without-match', { file: pattern })
  // By code unit, so that the order is the same on every machine.
  return matches.sort().map((path) => join(path))
}

export async function sizeOf(files: readonly string[]): Promise<number> {
  let sum = 0
  for (const file of files) if (file !== STDIN) sum += (await stat(file).catch(() => undefined))?.size ?? 0
  return sum
}

export function chunksOf(file: string, stdin: AsyncIterable<Uint8Array>, messages: Messages) {
  return file === STDIN ? stdin : fileChunks(file, messages)
}

async function* fileChunks(file: string, messages: Messages): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) yield chunk as Uint8Array
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw failure(messages, 'missing-file', { file })
    throw failure(messages, 'unreadable-file', { file }, code ?? message)
  }
}
