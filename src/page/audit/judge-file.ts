/** One file: what it is, what is said in it, and the verdict on each conversation. */

import { addTo, type Batch, newBatch } from '../../audit/batch.js'
import { judgingReplies } from '../../audit/replies.js'
import type { Linter } from '../../engine/types.js'
import { KefulintError } from '../../errors.js'
import { auditTexts } from '../../messages/audit-page.js'
import type { Messages, ProblemCode } from '../../messages/index.js'
import type { Problem } from '../../model.js'
import { joined, latin1 } from '../../read/bytes.js'
import { conversationsOf, sourceOf } from '../../read/content.js'
import { type Kind, kindOf, kindOfWorkbook } from '../../read/kind.js'
import type { FormatName } from '../../read/names.js'
import { peek } from '../../read/peek.js'
import { repliesOf } from '../../read/quick-replies.js'
import { isZip } from '../../read/recognise.js'
import { each } from '../../read/streams.js'
import { chunksOf, type Input } from './input.js'

/** What a file was taken for, and how much was in it. */
export interface Taken {
  /** Absent for quick replies. */
  format?: FormatName
  conversations: number
}

export interface FileWork {
  messages: Messages
  encoding?: string
  linter: Linter
  /** Takes what is wrong with the file. */
  problems: Problem[]
  take(kind: Kind, batch: Batch): void
  onBytes(count: number): void
  /** Between two conversations, with the number of those judged since. */
  step(conversations: number): Promise<void>
}

/** A larger workbook is no library of quick replies: it is opened once, since that holds up the page. */
const MOST_LIBRARY = 1 << 20
/** As many as the command line puts into one batch. */
const AT_ONCE = 500

export async function judgeFile(input: Input, work: FileWork): Promise<{ kind?: Kind; taken?: Taken }> {
  const { messages, problems } = work
  const todos = auditTexts(messages.lang).todo
  const take = (problem: Problem) => {
    const todo = todos[problem.code as ProblemCode] ?? problem.todo
    problems.push({ ...problem, todo })
  }
  try {
    const { head, all } = await peek(chunksOf(input, messages, work.onBytes))
    const { kind, chunks } = await recognised(head, all, input, work.encoding)
    if (kind === 'replies') return { kind, taken: await judgeReplies(input, chunks, work, take) }
    return { kind, taken: await judgeChats(input, chunks, work, take) }
  } catch (error) {
    // What is known to go wrong with one file does not lose the others.
    if (!(error instanceof KefulintError)) throw error
    const { code, what, todo, line, column } = error
    take({ code, what, todo, file: input.name, ...(line && { line }), ...(column && { column }) })
    return {}
  }
}

async function recognised(
  head: Uint8Array,
  all: AsyncIterable<Uint8Array>,
  { name, as, blob }: Input,
  encoding: string | undefined,
): Promise<{ kind: Kind; chunks: AsyncIterable<Uint8Array> }> {
  if (as !== undefined) return { kind: as === 'replies' ? 'replies' : 'chat', chunks: all }
  // Nothing but blanks: it is said to be empty, whatever its name promises.
  if (latin1(head).trim() === '') return { kind: 'chat', chunks: all }
  if (!isZip(head) || !/xl\/|\[Content_Types\]/.test(latin1(head)))
    return { kind: kindOf(head, name, encoding), chunks: all }
  if (blob.size > MOST_LIBRARY) return { kind: 'chat', chunks: all }
  // A workbook tells only when it is opened.
  const parts: Uint8Array[] = []
  for await (const chunk of all) parts.push(chunk)
  return { kind: await kindOfWorkbook(joined(parts)), chunks: each(parts) }
}

async function judgeChats(
  { name, as }: Input,
  chunks: AsyncIterable<Uint8Array>,
  { messages, encoding, linter, take, step }: FileWork,
  onProblem: (problem: Problem) => void,
): Promise<Taken | undefined> {
  const options = { messages, encoding, onProblem, ...(as !== undefined && { inputFormat: as }) }
  const source = await sourceOf(name, chunks, options)
  if (source === undefined) return undefined
  let batch = newBatch()
  let read = 0
  for await (const conversation of conversationsOf(source, options)) {
    addTo(batch, { conversation, verdict: linter.checkConversation(conversation) }, linter)
    read++
    await step(1)
    if (batch.conversations < AT_ONCE) continue
    take('chat', batch)
    batch = newBatch()
  }
  take('chat', batch)
  return { format: source.format.name, conversations: read }
}

async function judgeReplies(
  { name }: Input,
  chunks: AsyncIterable<Uint8Array>,
  { messages, encoding, linter, take, step }: FileWork,
  onProblem: (problem: Problem) => void,
): Promise<Taken | undefined> {
  const replies = await repliesOf(name, chunks, { messages, encoding, onProblem })
  const batch = newBatch()
  const judge = judgingReplies(batch, linter)
  for (const reply of replies) {
    judge(reply)
    await step(1)
  }
  take('replies', batch)
  return replies.length === 0 ? undefined : { conversations: replies.length }
}
