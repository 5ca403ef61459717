/** What the user gave: files, or a text that was pasted. */

import { failure, type Messages } from '../../messages/index.js'
import type { FormatName } from '../../read/names.js'

export interface Input {
  name: string
  blob: Blob
  /** Said by the user; recognised by itself where absent. */
  as?: FormatName | 'replies'
}

const CHUNK = 1 << 20

export function fileInputs(files: FileList): Input[] {
  return Array.from(files).map((file) => ({ name: file.name, blob: file }))
}

export function textInput(text: string, name: string): Input {
  return { name, blob: new Blob([text]) }
}

/** The bytes as they are asked for, so that a large file is never held as a whole. */
export async function* chunksOf(
  { name, blob }: Input,
  messages: Messages,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < blob.size; at += CHUNK) {
    let bytes: ArrayBuffer
    try {
      bytes = await blob.slice(at, at + CHUNK).arrayBuffer()
    } catch (error) {
      // A folder, or a file that was removed or changed after it had been chosen.
      throw failure(messages, 'unreadable-file', { file: name }, (error as Error).name)
    }
    onBytes(bytes.byteLength)
    yield new Uint8Array(bytes)
  }
}
