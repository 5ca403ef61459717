/** From what went wrong to an answer: a status, a code, what it is and what to do. Never a stack. */

import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { KefulintError } from '../errors.js'
import { failure, type ProblemCode } from '../messages/index.js'
import type { Env, Service } from './service.js'

export const STATUS: Partial<Record<ProblemCode, ContentfulStatusCode>> = {
  'bad-parameter': 400,
  'bad-request': 400,
  'body-not-json': 400,
  'body-not-utf8': 400,
  'no-access': 401,
  'wrong-host': 403,
  'no-page': 404,
  'no-such-path': 404,
  'unknown-rule': 404,
  'wrong-method': 405,
  'too-slow': 408,
  'body-too-large': 413,
  'draft-too-long': 413,
  'encoded-body': 415,
  'wrong-content-type': 415,
  'blank-draft': 422,
  'missing-field': 422,
  'unknown-field': 422,
  'unknown-role': 422,
  'unknown-value': 422,
  'wrong-field': 422,
  busy: 503,
}

export const answerTo =
  ({ fault }: Service) =>
  (error: Error, c: Context<Env>): Response => {
    const status = error instanceof KefulintError ? STATUS[error.code as ProblemCode] : undefined
    if (status !== undefined) return c.json(bodyOf(error as KefulintError), status)
    fault(error)
    return c.json(bodyOf(failure(c.var.face.messages, 'server-fault', {})), 500)
  }

export function bodyOf({ code, what, todo, line, column }: KefulintError) {
  return { error: { code, line, column, what, todo } }
}
