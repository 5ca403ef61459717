/** One line a request: method, path, status, milliseconds, counts. Nothing that was said, nor a path that is not ours. */

import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Env, Service } from './service.js'

export function accessLog({ log }: Service): MiddlewareHandler<Env> {
  return async (c, next) => {
    const start = performance.now()
    c.set('counts', {})
    await next()
    const write = () => {
      const path = routePath(c, -1)
      const counts = Object.entries(c.var.counts).map(([name, count]) => ` ${name}=${count}`)
      const took = Math.round(performance.now() - start)
      log(`${c.req.method} ${path} ${c.res.status} ${took}ms${counts.join('')}`)
    }
    if (c.var.ended === undefined) write()
    else void c.var.ended.then(write)
  }
}
