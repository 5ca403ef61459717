/** Cuts JSON into its records, holding one at a time: of a list, of `conversations`, or standing one after another. */

import { isLonger } from './bytes.js'
import { MAX_RECORD } from './lines.js'
import { parseJson } from './ndjson.js'
import type { Line, ReadContext } from './types.js'

export interface JsonRecord {
  record: unknown
  line: number
}

/** The records that parse; the others are reported. */
export async function* jsonRecords(
  pieces: AsyncIterable<Line>,
  { onProblem, limit }: Pick<ReadContext, 'onProblem' | 'limit'>,
): AsyncGenerator<JsonRecord> {
  let seen = false
  for await (const piece of elements(pieces, limit)) {
    seen = true
    if (piece.kind === 'too-long') onProblem('too-long', { line: piece.line }, limit)
    else if (piece.kind === 'cut-short') onProblem('cut-short', { line: piece.line })
    else if (piece.kind === 'not-json') onProblem('not-json', { line: piece.line })
    else if (piece.kind === 'record') {
      const record = parseJson(piece.text, piece.line, onProblem)
      if (record !== undefined) yield { record, line: piece.line }
    }
  }
  if (!seen) onProblem('empty-file', {})
}

interface Element {
  kind: 'record' | 'too-long' | 'cut-short' | 'not-json' | 'end'
  text: string
  line: number
}

const element = (kind: Element['kind'], line: number, text = ''): Element => ({ kind, text, line })

/** Cuts the text into the records of its list; `end` says that the list was closed. */
async function* elements(pieces: AsyncIterable<Line>, limit = MAX_RECORD): AsyncGenerator<Element> {
  let line = 1
  let depth = 0
  /** The depth at which records begin: 0 a record alone, 1 a list, 2 `conversations`; null once it is closed. */
  let base: number | null = 0
  let started = false
  let inString = false
  let escaped = false
  let tooLong = false
  let held = ''
  let heldLine = 1
  const cut = (record: string) =>
    tooLong || isLonger(record, limit) ? element('too-long', heldLine) : element('record', heldLine, record)

  for await (const { text } of pieces) {
    /** Where the part of this piece that belongs to the record begins; -1 outside any. */
    let from = held === '' && !tooLong ? -1 : 0
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === 10) line++
      if (inString) {
        if (escaped) escaped = false
        else if (code === 92) escaped = true
        else if (code === 34) inString = false
        continue
      }
      if (base === null || code === 32 || code === 10 || code === 13 || code === 9 || code === 0xfeff)
        continue
      if (!started) {
        started = true
        if (code === 91) {
          base = depth = 1
          continue
        }
        if (code !== 123) {
          yield element('not-json', line)
          return
        }
      }
      const closes = code === 93 || code === 125
      const ends = (closes && depth === base) || (code === 44 && depth === base && base > 0)
      if (ends) {
        if (from >= 0) yield cut(held + text.slice(from, i))
        held = ''
        tooLong = false
        from = -1
        if (closes) {
          base = null
          yield element('end', line)
        }
        continue
      }
      if (from < 0) {
        from = i
        heldLine = line
      }
      if (code === 34) inString = true
      else if (code === 123) depth++
      else if (code === 91) {
        depth++
        if (
          base === 0 &&
          depth === 2 &&
          // all that is held would be joined anew at each of many lists
          /"conversations"\s*:\s*$/.test(
            (held.slice(-200) + text.slice(Math.max(from, i - 200), i)).slice(-200),
          )
        ) {
          base = 2
          held = ''
          from = -1
        }
      } else if (closes) {
        depth--
        if (base === 0 && depth === 0) {
          yield cut(held + text.slice(from, i + 1))
          held = ''
          tooLong = false
          // Another record may follow, as in NDJSON.
          started = false
          from = -1
          yield element('end', line)
        }
      }
    }
    if (from >= 0 && !tooLong) held += text.slice(from)
    if (isLonger(held, limit)) {
      held = ''
      tooLong = true
    }
  }
  if (started && base !== null) yield element(tooLong ? 'too-long' : 'cut-short', heldLine)
}
