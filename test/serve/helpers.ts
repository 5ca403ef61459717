/** Real servers on loopback: in this process with limits of one's own, or the built program. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Linter } from '../../src/engine/types.js'
import { messagesFor } from '../../src/messages/index.js'
import { createApp } from '../../src/serve/app.js'
import { facesFor } from '../../src/serve/faces.js'
import { LIMITS, type Limits } from '../../src/serve/limits.js'
import { startServer } from '../../src/serve/server.js'
import type { Service } from '../../src/serve/service.js'
import type { SettingFlags } from '../../src/settings/settings.js'

export const root = fileURLToPath(new URL('../../', import.meta.url))

export interface Own extends Partial<Omit<Service, 'limits' | 'faces'>> {
  check?: Partial<Limits['check']>
  audit?: Partial<Limits['audit']>
  flags?: Partial<SettingFlags>
  /** Where the configuration is looked for. */
  cwd?: string
  /** In place of the one that the flags ask for. */
  linter?: Linter
}

export async function startInProcess({ check, audit, flags, linter, cwd = root, ...own }: Own = {}) {
  const log: string[] = []
  const faults: unknown[] = []
  const lang = own.lang ?? 'en'
  const caller = { io: { cwd }, lang, messages: messagesFor(lang) }
  const faces = await facesFor({ rules: [], pack: [], ...flags }, caller)
  if (linter !== undefined) for (const face of Object.values(faces)) face.linter = linter
  const app = createApp({
    faces,
    lang,
    limits: { check: { ...LIMITS.check, ...check }, audit: { ...LIMITS.audit, ...audit } },
    page: new URL('../../fixtures/no-such-page.html', import.meta.url),
    log: (line) => log.push(line),
    fault: (error) => faults.push(error),
    ...own,
  })
  const server = await startServer(app.fetch, { host: '127.0.0.1', port: 0 }, caller.messages)
  onTestFinished(() => server.stop())
  return { ...server, log, faults }
}

interface Started {
  url: string
  child: ChildProcess
  out: () => string
  err: () => string
  exit: Promise<number>
}

/** The built program for one test: run `npm run build` first. */
export async function startProcess(args?: string[], env?: Record<string, string>): Promise<Started> {
  const started = await spawnServer(args, env)
  onTestFinished(() => void started.child.kill('SIGKILL'))
  return started
}

/** For the tests of a file, which leave nothing in it: who starts it ends it. */
export async function spawnServer(args: string[] = [], env: Record<string, string> = {}): Promise<Started> {
  const bin = fileURLToPath(new URL('../../bin/kefulint.js', import.meta.url))
  const child = spawn(process.execPath, [bin, 'serve', '--port', '0', ...args], {
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', ...env },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const exit = once(child, 'close').then(([code, signal]) => code ?? signal)
  await Promise.race([once(child.stdout, 'data'), exit])
  return { url: /http:\S+/.exec(out)?.[0] ?? '', child, out: () => out, err: () => err, exit }
}

export const JSON_BODY = { 'Content-Type': 'application/json' }
export const NDJSON_BODY = { 'Content-Type': 'application/x-ndjson' }

export async function post(url: string, body: unknown, headers: Record<string, string> = JSON_BODY) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(url, { method: 'POST', headers, body: text })
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) }
}

/** An audit that is sent and answered bit by bit. */
export interface OpenAudit {
  request: ClientRequest
  response: IncomingMessage
  /** The next line of the answer; undefined at its end. */
  line(): Promise<Record<string, unknown> | undefined>
}

export async function openAudit(url: string, headers: Record<string, string> = {}): Promise<OpenAudit> {
  const sent = request(`${url}/v1/audit`, { method: 'POST', headers: { ...NDJSON_BODY, ...headers } })
  sent.on('error', () => {})
  sent.flushHeaders()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  response.on('error', () => {})
  let lines: AsyncIterator<string> | undefined
  const line = async () => {
    // Not before somebody asks: what is not read must wait.
    lines ??= createInterface({ input: response })[Symbol.asyncIterator]()
    const next = await lines.next()
    return next.done ? undefined : JSON.parse(next.value)
  }
  return { request: sent, response, line }
}

/** A refusal of an invoice, which the rules report. */
export const refusal = (id: string, more: object = {}) =>
  `${JSON.stringify({
    id,
    ...more,
    messages: [
      { role: 'buyer', text: '有没有发票' },
      { role: 'agent', text: '没有的' },
    ],
  })}\n`

export async function audit(url: string, body: string | Uint8Array<ArrayBuffer>, query = '') {
  const response = await fetch(`${url}/v1/audit${query}`, { method: 'POST', headers: NDJSON_BODY, body })
  const text = await response.text()
  const lines = text.split('\n').filter(Boolean)
  return { status: response.status, text, lines: lines.map((line) => JSON.parse(line)) }
}
