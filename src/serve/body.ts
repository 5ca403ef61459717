/** The body of a request, within its limits. */

import type { Context } from 'hono'
import { failure } from '../messages/index.js'
import type { BodyLimits } from './limits.js'
import type { Env } from './service.js'

/** Whatever the headers give away, before anything is read. */
export function expectBody(c: Context<Env>, types: readonly string[], { size }: BodyLimits) {
  const { messages } = c.var.face
  const type = (c.req.header('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase()
  // A type that no HTML form can send: pages elsewhere would have to ask first, and are not answered.
  if (!types.includes(type)) throw failure(messages, 'wrong-content-type', {}, type.slice(0, 60), types)
  const encoding = c.req.header('content-encoding') ?? 'identity'
  if (encoding !== 'identity') throw failure(messages, 'encoded-body', {}, encoding.slice(0, 20))
  if (Number(c.req.header('content-length') ?? 0) > size) throw failure(messages, 'body-too-large', {}, size)
}

/** Throws `body-too-large` and `too-slow`. */
export async function* chunksIn(c: Context<Env>, { size, idle, total }: BodyLimits) {
  const { messages } = c.var.face
  const end = Date.now() + total
  let length = 0
  const reader = c.req.raw.body?.getReader()
  if (reader === undefined) return
  try {
    for (;;) {
      const wait = Math.min(idle, end - Date.now())
      const chunk = await within(reader.read(), wait)
      if (chunk === undefined)
        throw failure(messages, 'too-slow', {}, Math.round((wait < idle ? total : idle) / 1000))
      if (chunk.done) return
      length += chunk.value.length
      if (length > size) throw failure(messages, 'body-too-large', {}, size)
      yield chunk.value as Uint8Array
    }
  } finally {
    reader.cancel().catch(() => {})
  }
}

/** Undefined where it takes longer. */
async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let stop = () => {}
  const late = new Promise<undefined>((resolve) => {
    const timer = setTimeout(() => resolve(undefined), milliseconds)
    stop = () => clearTimeout(timer)
  })
  return Promise.race([promise, late]).finally(stop)
}

/** Personal data is masked unless the query says otherwise. */
export function isMasked(c: Context<Env>): boolean {
  const mask = c.req.query('mask') ?? 'true'
  if (mask === 'true' || mask === 'false') return mask === 'true'
  throw failure(c.var.face.messages, 'bad-parameter', {}, 'mask', mask.slice(0, 20), ['true', 'false'])
}
