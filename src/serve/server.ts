/** Lets the app listen, and stops it without losing what has begun. */

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { failure, type Messages } from '../messages/index.js'
import { bodyOf } from './errors.js'

export interface Running {
  /** Without a slash at the end. */
  url: string
  /** Settles when the last request has been answered; no new one is taken. */
  stop(): Promise<void>
}

/** A client that neither sends nor reads for so long is gone; the app's own limits are shorter. Milliseconds. */
const SILENCE = 60_000
const HEADERS = 10_000

type Fetch = (request: Request) => Response | Promise<Response>

/** Throws `cannot-listen`. */
export async function startServer(
  fetch: Fetch,
  { host, port }: { host: string; port: number },
  messages: Messages,
): Promise<Running> {
  const errorHandler = () => Response.json(bodyOf(failure(messages, 'bad-request', {})), { status: 400 })
  const listener = getRequestListener(fetch, { errorHandler, overrideGlobalObjects: false })
  let stopping = false
  // An audit may take longer than any limit on the whole request that Node knows.
  const server = createServer({ requestTimeout: 0, headersTimeout: HEADERS }, (request, response) => {
    response.shouldKeepAlive &&= !stopping
    response.once('close', () => {
      if (stopping) server.closeIdleConnections()
    })
    return listener(request, response)
  })
  server.timeout = SILENCE
  await listening(server, host, port, messages)
  return {
    url: urlOf(server),
    stop: () =>
      new Promise((resolve) => {
        stopping = true
        server.close(() => resolve())
      }),
  }
}

function listening(server: Server, host: string, port: number, messages: Messages): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      reject(failure(messages, 'cannot-listen', {}, `${host}:${port}`, code ?? message)),
    )
    server.listen(port, host, resolve)
  })
}

function urlOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}
