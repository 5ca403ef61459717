/** What `POST /v1/check` is sent: a draft, and any field of the conversation record as its context. */

import type { Context as Request } from 'hono'
import type { Context } from '../engine/types.js'
import { failure, type Messages, type OnProblem } from '../messages/index.js'
import type { Expected } from '../messages/problems-zh-CN.js'
import { isFields } from '../read/fields.js'
import { parseJson } from '../read/ndjson.js'
import { toContext } from '../read/record.js'
import { MOST_TEXT } from '../values.js'
import { chunksIn } from './body.js'
import type { BodyLimits } from './limits.js'
import type { Env } from './service.js'

export interface Draft {
  draft: string
  context: Context & { id: string }
}

const FIELDS = ['draft', 'context']

/** Throws, naming the place or the field, whatever is wrong. */
export async function draftIn(c: Request<Env>, limits: BodyLimits): Promise<Draft> {
  const { messages } = c.var.face
  const body = await jsonIn(c, limits)
  const wrong = (field: string, expected: Expected, value: unknown) =>
    failure(messages, value === undefined ? 'missing-field' : 'wrong-field', {}, field, expected)
  if (!isFields(body)) throw wrong('{}', 'object', body)
  const { draft, context } = body
  if (typeof draft !== 'string') throw wrong('draft', 'text', draft)
  if (draft.length > MOST_TEXT) throw failure(messages, 'draft-too-long', {}, MOST_TEXT)
  if (draft.trim() === '') throw failure(messages, 'blank-draft', {})
  const stray = Object.keys(body).find((field) => !FIELDS.includes(field))
  if (stray !== undefined) throw failure(messages, 'unknown-field', {}, stray.slice(0, 60), FIELDS)
  return { draft, context: contextFrom(context ?? {}, messages) }
}

function contextFrom(value: unknown, messages: Messages): Draft['context'] {
  const onProblem: OnProblem = (code, _, ...args) => {
    const [field, ...rest] = args as unknown as [string, ...string[]]
    const named = [field === '{}' ? 'context' : `context.${field}`, ...rest]
    throw failure(messages, code, {}, ...(named as unknown as typeof args))
  }
  // Where it was read from is for readers to say.
  const { source: _, ...context } = toContext(value, onProblem)!
  return { ...context, id: context.id ?? 'draft' }
}

async function jsonIn(c: Request<Env>, limits: BodyLimits): Promise<unknown> {
  const { messages } = c.var.face
  const chunks: Uint8Array[] = []
  for await (const chunk of chunksIn(c, limits)) chunks.push(chunk)
  const onProblem: OnProblem = (_, at, ..._args) => {
    // Where the engine does not say the place, only the line that was counted from is there.
    throw failure(messages, 'body-not-json', at.column === undefined ? {} : at)
  }
  return parseJson(textOf(chunks, messages), 1, onProblem)
}

function textOf(chunks: Uint8Array[], messages: Messages): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw failure(messages, 'body-not-utf8', {})
  }
}
