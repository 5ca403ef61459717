import { addTo, newBatch } from '../audit/batch.js'
import type { Context } from '../engine/types.js'
import { KefulintError } from '../errors.js'
import { exitCodeOf, failure, problemsOf } from '../messages/index.js'
import type { Conversation, Message, Problem } from '../model.js'
import { chunksOf, STDIN } from '../read/files.js'
import { MAX_RECORD } from '../read/lines.js'
import { peek } from '../read/peek.js'
import { toContext } from '../read/record.js'
import { each, once } from '../read/streams.js'
import { prepare } from '../settings/packs.js'
import { MOST_TEXT } from '../values.js'
import { type Reading, readingOf } from './input.js'
import type { Cli } from './io.js'
import type { ReportFlags } from './options.js'
import { runAudit } from './run-audit.js'

export interface CheckFlags extends ReportFlags {
  context?: string
  question: string[]
  paid?: boolean
  explain?: boolean
}

export async function check(draft: string, flags: CheckFlags, cli: Cli): Promise<number> {
  const { messages } = cli
  const text = draft === '-' ? await stdinText(cli) : draft
  if (text.trim() === '') throw failure(messages, 'empty-draft', {})
  if (text.length > MOST_TEXT) throw failure(messages, 'draft-too-long', {}, MOST_TEXT)
  const prepared = await prepare(flags, cli)
  const { linter } = prepared
  const context = await contextOf(flags, await readingOf({ mask: true }, prepared, cli), cli)

  const batch = newBatch()
  const said = context.messages ?? []
  const conversation: Conversation = {
    ...context,
    id: context.id!,
    messages: [...said, { role: 'agent', text }],
  }
  addTo(batch, { conversation, verdict: linter.checkReply(text, context) }, linter)
  // Only the draft was judged, whatever agents said before it.
  batch.agentMessages = 1
  batch.agents.clear()
  const statements = flags.explain ? { text, statements: linter.explain(text, context) } : undefined
  return runAudit(once(batch), { ...prepared, command: 'check', flags, cli, strictInput: true, statements })
}

/** The context file, then the buyer's lines, then what the flags say of the order. */
async function contextOf(flags: CheckFlags, reading: Reading, cli: Cli): Promise<Context> {
  const found = flags.context === undefined ? {} : await readContext(flags.context, reading, cli)
  const questions = flags.question.map((text): Message => ({ role: 'buyer', text }))
  const context: Context = {
    ...found,
    id: found.id ?? 'draft',
    messages: [...(found.messages ?? []), ...questions],
  }
  if (!flags.paid) return context
  const paid = (order: Context['order']) =>
    order?.status === undefined || order.status === 'unpaid' ? { ...order, status: 'paid' as const } : order
  return {
    ...context,
    ...(context.orders === undefined || context.order !== undefined ? { order: paid(context.order) } : {}),
    ...(context.orders === undefined ? {} : { orders: context.orders.map((order) => paid(order)!) }),
  }
}

/** One record, of which any field may be missing; or one conversation in any format that can be read. */
async function readContext(
  file: string,
  { columns, roles }: Reading,
  { io, messages }: Cli,
): Promise<Context> {
  const path = file === '-' ? STDIN : file
  const { head, all } = await peek(chunksOf(path, io.stdin, messages))
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of all) {
    chunks.push(chunk)
    size += chunk.length
  }
  // what is longer than a record may be is refused where conversations are read
  const partial = head.length === 0 || size > MAX_RECORD ? undefined : oneRecord(Buffer.concat(chunks))
  const onProblem = (problem: Problem) => {
    const exitCode = exitCodeOf(problem.code)
    if (exitCode > 0) throw new KefulintError({ ...problem, exitCode })
  }
  if (partial !== undefined) return toContext(partial, problemsOf(messages, path, onProblem))!
  const conversations: Conversation[] = []
  const options = { messages, onProblem, columns, roles, stdin: each(chunks) }
  const { openConversations } = await import('../read/index.js')
  for await (const conversation of openConversations([file], options)) conversations.push(conversation)
  if (conversations.length !== 1)
    throw failure(messages, 'several-contexts', { file: path }, conversations.length)
  return conversations[0]!
}

function oneRecord(bytes: Uint8Array): object | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !('conversations' in value)
      ? value
      : undefined
  } catch {
    return undefined
  }
}

async function stdinText({ io, messages }: Cli): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of io.stdin) chunks.push(chunk)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)).replace(/\r?\n$/, '')
  } catch {
    throw failure(messages, 'undecodable', { file: STDIN }, 0, 'utf-8')
  }
}
