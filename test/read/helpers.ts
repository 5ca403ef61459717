import { fileURLToPath } from 'node:url'
import { messagesFor } from '../../src/messages/index.js'
import type { Conversation, Problem } from '../../src/model.js'
import { type OpenOptions, openConversations } from '../../src/read/index.js'

export const fixture = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/input/${name}`, import.meta.url))

export async function* bytes(...chunks: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
}

/** All conversations of the patterns and the problems met on the way. */
export async function readAll(patterns: string[], options: Partial<OpenOptions> = {}) {
  const problems: Problem[] = []
  const conversations: Conversation[] = []
  const open: OpenOptions = {
    messages: messagesFor('en'),
    onProblem: (problem) => problems.push(problem),
    stdin: bytes(),
    ...options,
  }
  for await (const conversation of openConversations(patterns, open)) conversations.push(conversation)
  return { conversations, problems }
}

export const ids = (conversations: readonly Conversation[]) => conversations.map(({ id }) => id)
export const codes = (problems: readonly Problem[]) =>
  problems.map(({ code, line }) => `${code}:${line ?? ''}`)

/** Files under `fixtures/` beside `input/`. */
export const sample = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url))

/** A conversation as `role kind: text`, one message a line. */
export const told = ({ messages }: Conversation) =>
  messages.map(({ role, kind, text }) => `${role}${kind === undefined ? '' : ` ${kind}`}: ${text}`)
