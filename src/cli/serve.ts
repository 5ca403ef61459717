import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { VERSION } from '../generated/version.js'
import { failure } from '../messages/index.js'
import { isLoopback, isToken, LEAST_TOKEN } from '../serve/access.js'
import { createApp } from '../serve/app.js'
import { facesFor } from '../serve/faces.js'
import { LIMITS } from '../serve/limits.js'
import { startServer } from '../serve/server.js'
import type { LinterFlags } from '../settings/flags.js'
import type { Cli } from './io.js'

export interface ServeFlags extends LinterFlags {
  host?: string
  port?: string
  tokenFile?: string
  quiet?: boolean
}

const DEFAULT_HOST = '127.0.0.1'
const DEFAULT_PORT = '8620'
const PAGE = new URL('../../dist/kefulint.html', import.meta.url)

/** Answers until it is asked to stop. */
export async function serve(flags: ServeFlags, cli: Cli): Promise<number> {
  const { io, lang, messages } = cli
  const { host = DEFAULT_HOST } = flags
  const port = portAsked(flags, cli)
  const token = await tokenAsked(flags, cli)
  if (token === undefined && !isLoopback(host)) throw failure(messages, 'token-needed', {}, host)
  const log = (line: string) => io.err(`${line}\n`)
  const app = createApp({
    faces: await facesFor(flags, cli),
    lang,
    limits: LIMITS,
    page: PAGE,
    token,
    log: flags.quiet ? () => {} : log,
    fault: (error) => log(framesOf(error)),
  })
  const server = await startServer(app.fetch, { host, port }, messages)
  io.out(`${messages.serve.ready(VERSION, server.url)}\n`)
  await io.untilStopped()
  log(messages.serve.stopping)
  await server.stop()
  return 0
}

function portAsked({ port = DEFAULT_PORT }: ServeFlags, { messages }: Cli): number {
  if (/^\d{1,5}$/.test(port) && Number(port) < 1 << 16) return Number(port)
  throw failure(messages, 'bad-flag', {}, '--port', port, '0 … 65535')
}

/** From a file or the environment: other users of the machine see what stands on a command line. */
async function tokenAsked({ tokenFile }: ServeFlags, { io, messages }: Cli): Promise<string | undefined> {
  const token = tokenFile === undefined ? io.env.KEFULINT_TOKEN : await tokenIn(tokenFile)
  if (token === undefined || isToken(token)) return token
  throw failure(messages, 'bad-token', { file: tokenFile }, LEAST_TOKEN)

  async function tokenIn(file: string) {
    const text = await readFile(resolve(io.cwd, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw failure(messages, 'missing-file', { file })
      throw failure(messages, 'unreadable-file', { file }, error.code ?? error.message)
    })
    return text.trim()
  }
}

/** Its message may quote what was said: only where it happened. */
export function framesOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [error.name, ...frames].join('\n')
}
