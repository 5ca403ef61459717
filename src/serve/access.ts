/** Who may ask: a bearer of the token; without a token, programs of this machine. */

import type { Context, MiddlewareHandler } from 'hono'
import { bearerAuth } from 'hono/bearer-auth'
import { failure } from '../messages/index.js'
import type { Env, Service } from './service.js'

/** Shorter ones can be guessed. */
export const LEAST_TOKEN = 16
/** What an Authorization header can carry. */
const TOKEN = /^[A-Za-z0-9._~+/-]+=*$/

export function isToken(text: string): boolean {
  return text.length >= LEAST_TOKEN && TOKEN.test(text)
}

/** Compares in constant time. */
export function withToken({ token }: Service): MiddlewareHandler<Env> {
  if (token === undefined) return (_, next) => next()
  const message = (c: Context<Env>): never => {
    c.header('WWW-Authenticate', 'Bearer realm="kefulint"')
    throw failure(c.var.face.messages, 'no-access', {})
  }
  return bearerAuth({
    token,
    noAuthenticationHeader: { message },
    invalidAuthenticationHeader: { message },
    invalidToken: { message },
  })
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i

export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host)
}

/** A web page elsewhere may have its own name resolved to this machine: the Host header gives it away. */
export function fromThisMachine({ token }: Service): MiddlewareHandler<Env> {
  return async (c, next) => {
    const host = c.req.header('host') ?? ''
    if (token === undefined && !isLoopback(host.replace(/:\d+$/, '')))
      throw failure(c.var.face.messages, 'wrong-host', {}, host.slice(0, 100))
    await next()
  }
}
