/** How many requests are worked on at once; more are sent away rather than kept waiting in memory. */

import type { MiddlewareHandler } from 'hono'
import { failure } from '../messages/index.js'
import type { Env } from './service.js'

const RETRY_AFTER_SECONDS = '1'

export function atOnce(limit: number): MiddlewareHandler<Env> {
  let running = 0
  const release = () => {
    running--
  }
  return async (c, next) => {
    if (running >= limit) {
      c.header('Retry-After', RETRY_AFTER_SECONDS)
      throw failure(c.var.face.messages, 'busy', {}, limit)
    }
    running++
    await next()
    if (c.var.ended === undefined) release()
    else void c.var.ended.then(release)
  }
}
