/** Opens inputs: finds files, recognises their format, yields conversations. */

import { failure } from '../messages/index.js'
import type { Conversation } from '../model.js'
import { type ContentOptions, checkEncoding, conversationsOf, type Source, sourceOf } from './content.js'
import { chunksOf, filesOf } from './files.js'
import { allExtensions } from './formats.js'
import { checkPatterns } from './roles.js'

export type { ColumnMap } from './columns.js'
export { checkEncoding, conversationsIn, conversationsOf, type Source, sourceOf } from './content.js'
export { allExtensions, formatCalled, formatNames, formats } from './formats.js'
export { checkPatterns, type RolePatterns } from './roles.js'

export interface OpenOptions extends ContentOptions {
  /** Bytes of a file as they are read. */
  onBytes?: (bytes: number) => void
  stdin: AsyncIterable<Uint8Array>
}

export async function* openConversations(
  patterns: readonly string[],
  options: OpenOptions,
): AsyncGenerator<Conversation> {
  for await (const source of openSources(patterns, options)) yield* conversationsOf(source, options)
}

/** Missing files and patterns without a match end the run at once; a file that cannot be used is a problem. */
export async function* openSources(
  patterns: readonly string[],
  options: OpenOptions,
): AsyncGenerator<Source> {
  const { messages, stdin } = options
  if (patterns.length === 0) throw failure(messages, 'no-input', {})
  checkEncoding(options.encoding, messages)
  await checkPatterns(options.roles, messages)
  for (const file of await filesOf(patterns, allExtensions(), messages)) {
    const bytes = watched(chunksOf(file, stdin, messages), options.onBytes)
    const source = await sourceOf(file, bytes, options)
    if (source !== undefined) yield source
  }
}

async function* watched(chunks: AsyncIterable<Uint8Array>, onBytes: OpenOptions['onBytes']) {
  for await (const chunk of chunks) {
    onBytes?.(chunk.length)
    yield chunk
  }
}
