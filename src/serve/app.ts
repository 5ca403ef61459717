/** The service as a function from request to response; `server.ts` lets it listen. */

import { Hono, type MiddlewareHandler } from 'hono'
import { failure } from '../messages/index.js'
import { fromThisMachine, withToken } from './access.js'
import { atOnce } from './at-once.js'
import { audit } from './audit.js'
import { check } from './check.js'
import { answerTo } from './errors.js'
import { health } from './health.js'
import { inLanguage } from './language.js'
import { accessLog } from './log.js'
import { page } from './page.js'
import { allRules, oneRule } from './rules.js'
import type { Endpoint, Env, Service } from './service.js'

interface Route {
  method: 'GET' | 'POST'
  path: string
  endpoint: Endpoint
  /** Requests at once. */
  limit?: number
}

const routesOf = ({ limits }: Service): Route[] => [
  { method: 'POST', path: '/v1/check', endpoint: check, limit: limits.check.atOnce },
  { method: 'POST', path: '/v1/audit', endpoint: audit, limit: limits.audit.atOnce },
  { method: 'GET', path: '/v1/rules', endpoint: allRules },
  { method: 'GET', path: '/v1/rules/:topic/:name', endpoint: oneRule },
  { method: 'GET', path: '/healthz', endpoint: health },
  { method: 'GET', path: '/', endpoint: page },
]

export function createApp(service: Service): Hono<Env> {
  const app = new Hono<Env>()
  const routes = routesOf(service)
  app.onError(answerTo(service))
  app.use(inLanguage(service), accessLog(service), plain, fromThisMachine(service))
  app.use('/v1/*', withToken(service))
  for (const { method, path, endpoint, limit } of routes) {
    if (limit !== undefined) app.on(method, path, atOnce(limit))
    app.on(method, path, endpoint(service))
    app.all(path, (c) => {
      const allowed = method === 'GET' ? ['GET', 'HEAD'] : [method]
      c.header('Allow', allowed.join(', '))
      throw failure(c.var.face.messages, 'wrong-method', {}, allowed)
    })
  }
  app.notFound((c) => {
    const paths = routes.map(({ method, path }) => `${method} ${path}`)
    return answerTo(service)(failure(c.var.face.messages, 'no-such-path', {}, paths), c)
  })
  return app
}

/** Answers are for whoever asked: not to be kept, nor taken for anything else. */
const plain: MiddlewareHandler<Env> = async (c, next) => {
  c.header('Cache-Control', 'no-store')
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Vary', 'Accept-Language')
  await next()
}
