/** What a file is: encoding and format, by its first bytes. */

import { type Messages, type OnNote, type OnProblem, textOfFormat } from '../messages/index.js'
import { latin1 } from './bytes.js'
import { detectEncoding, ENCODINGS, type Encoding, headText } from './decode.js'
import { formatCalled, formatNames, ranked } from './formats.js'
import type { Format } from './types.js'

export interface Recognised {
  format: Format
  /** Undefined for what is no text, and as long as all is ASCII. */
  encoding?: Encoding
}

export interface Chosen {
  /** As given to `--input-format`, `--encoding`. */
  inputFormat?: string
  encoding?: string
}

/** Undefined where the file cannot be used, which is then reported. */
export function recognise(
  bytes: Uint8Array,
  file: string,
  chosen: Chosen,
  messages: Messages,
  onProblem: OnProblem,
  onNote: OnNote,
): Recognised | undefined {
  const format = chosen.inputFormat === undefined ? undefined : formatCalled(chosen.inputFormat, messages)
  if (bytes.every((byte) => byte === 10 || byte === 13 || byte === 32 || byte === 9)) {
    onProblem('empty-file', {})
    return undefined
  }
  const packed = isZip(bytes)
  const given = chosen.encoding === undefined ? undefined : ENCODINGS[chosen.encoding]
  const encoding = packed ? undefined : (given ?? detectEncoding(bytes))
  const head = packed ? latin1(bytes) : headText(bytes, encoding ?? 'utf-8')
  if (wrongKind(bytes, head, file, format, packed, onProblem)) return undefined
  if (!packed)
    onNote('encoding', encoding ?? 'ASCII', given === undefined ? whyEncoding(bytes, encoding) : 'asked')
  if (format !== undefined) {
    onNote('format-asked', format.name)
    return { format, ...(encoding === undefined ? {} : { encoding }) }
  }
  const [best, ...others] = ranked(head, file)
  if (best !== undefined) {
    onNote(
      'format',
      best.format.name,
      textOfFormat(messages, best.format.name).sign,
      others.map(({ format: f }) => f.name),
    )
    return { format: best.format, ...(encoding === undefined ? {} : { encoding }) }
  }
  // A record with a NUL in it is one bad record; a file that begins with NULs and no record is no text at all.
  if (bytes.includes(0) && !encoding?.startsWith('utf-16')) onProblem('binary', {})
  else onProblem('unknown-format', {}, formatNames)
  return undefined
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/** Files that bear the name of a workbook and are none. */
export function wrongKind(
  bytes: Uint8Array,
  head: string,
  file: string,
  format: Format | undefined,
  packed: boolean,
  onProblem: OnProblem,
): boolean {
  const sheet = /\.xlsx?$/i.test(file) || format?.name === 'xlsx'
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    onProblem('old-excel', {})
    return true
  }
  if (
    /^\s*<(?:!doctype html|html|head|table|meta|\?xml[\s\S]{0,400}(?:excel|spreadsheet|html))/i.test(head)
  ) {
    onProblem('html-file', {})
    return true
  }
  if (!packed && (sheet || format?.name === 'zip')) {
    if (format === undefined && ranked(head, file).length > 0) return false
    onProblem(sheet ? 'bad-xlsx' : 'bad-zip', {}, 'no PK signature')
    return true
  }
  return false
}

function whyEncoding(bytes: Uint8Array, encoding: Encoding | undefined): 'bom' | 'ascii' | 'decodes' {
  if (encoding === undefined) return 'ascii'
  const marked =
    bytes[0] === 0xff || bytes[0] === 0xfe || (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
  return marked ? 'bom' : 'decodes'
}
