/** `GET /`: the page in which everything can be tried; it works by itself and asks this server nothing. */

import { readFile } from 'node:fs/promises'
import { failure } from '../messages/index.js'
import type { Endpoint } from './service.js'

export const page: Endpoint = (service) => async (c) => {
  const html = await readFile(service.page).catch(() => undefined)
  if (html === undefined) throw failure(c.var.face.messages, 'no-page', {})
  return c.body(html, 200, {
    'Content-Type': 'text/html; charset=utf-8',
    // a page cannot say this of itself
    'Content-Security-Policy': "frame-ancestors 'none'",
  })
}
