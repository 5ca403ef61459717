/** What all shapes of JSON have in common: records are cut out, then each becomes conversations or one message. */

import type { Conversation } from '../model.js'
import { type Fields, isFields } from './fields.js'
import { grouped, type Said } from './grouping.js'
import { type JsonRecord, jsonRecords } from './json-elements.js'
import type { FormatName } from './names.js'
import type { Format, ReadContext, Seen } from './types.js'

interface Shape {
  name: FormatName
  seen: Seen
  /** All of them occur in the first text of such a file. */
  signs: readonly RegExp[]
  /** The messages of one record, in whatever envelope it comes; undefined where it is no such record. */
  messages(record: Fields, line: number, context: ReadContext): Said[] | undefined
  /** Each record is a chat of its own, though nothing in it says so. */
  alone?: boolean
  /** The source may hold the shop's words only. */
  oneSided?: boolean
}

export function jsonFormat(shape: Shape): Format {
  return {
    name: shape.name,
    extensions: ['json', 'jsonl', 'ndjson'],
    seen: shape.seen,

    sniff: (head) => (/^\s*[[{]/.test(head) && shape.signs.every((sign) => sign.test(head)) ? 0.97 : 0),

    async *read(feed, context) {
      const records = jsonRecords(feed.pieces(), context)
      if (shape.alone) {
        for await (const record of records)
          for await (const chat of grouped([messagesIn(record, shape, context)], context))
            yield lacking(chat, shape)
        return
      }
      const all = (async function* () {
        for await (const record of records) yield messagesIn(record, shape, context)
      })()
      for await (const chat of grouped(all, context)) yield lacking(chat, shape)
    },
  }
}

function messagesIn({ record, line }: JsonRecord, shape: Shape, context: ReadContext): Said[] {
  const said = isFields(record) ? shape.messages(record, line, context) : undefined
  if (said === undefined) context.onProblem('other-shape', { line }, shape.name)
  return said ?? []
}

function lacking(conversation: Conversation, { oneSided }: Shape): Conversation {
  const heard = conversation.messages.some(({ role, text }) => role === 'buyer' && text !== '')
  if (!oneSided || heard) return conversation
  return { ...conversation, lacks: [...(conversation.lacks ?? []), 'buyerText'] }
}

/** A list of objects; one alone may come without its list. */
export function listOf(value: unknown): Fields[] | undefined {
  if (Array.isArray(value)) return value.filter(isFields)
  return isFields(value) ? [value] : undefined
}

/** The first text or number among the named fields. */
export function textAt(record: unknown, ...names: string[]): string | undefined {
  if (!isFields(record)) return undefined
  for (const name of names) {
    const value = record[name]
    if (typeof value === 'string' && value !== '') return value
    if (typeof value === 'number') return String(value)
  }
  return undefined
}
