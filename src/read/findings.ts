/** Findings that an earlier run saved as ndjson or json. */

import * as z from 'zod'
import { failure, type Messages, type OnProblem, problemsOf } from '../messages/index.js'
import type { Expected } from '../messages/problems-zh-CN.js'
import type { CannotJudge, Problem, SavedFinding, Summary } from '../model.js'
import { ROLES } from '../values.js'
import { joined } from './bytes.js'
import { chunksOf } from './files.js'
import { readLines } from './lines.js'
import { parseJson } from './ndjson.js'
import { peek } from './peek.js'

/** What a saved report is made of. */
export type Saved =
  | { type: 'meta'; packs: Record<string, string>; schedule: string }
  | { type: 'finding'; finding: SavedFinding }
  | { type: 'cannotJudge'; item: CannotJudge }
  | { type: 'problem'; problem: Problem }
  | { type: 'summary'; summary: Summary }

export interface SavedOptions {
  messages: Messages
  stdin: AsyncIterable<Uint8Array>
  onProblem: (problem: Problem) => void
  /** The longest json report in bytes, which is read whole. */
  limit?: number
}

const MAX_JSON = 256 * 1024 * 1024
/** No conversation is longer; a higher index is a wrong one. */
const MAX_MESSAGES = 100_000

export async function* readSaved(file: string, options: SavedOptions): AsyncGenerator<Saved> {
  const { messages, stdin, limit = MAX_JSON } = options
  const onProblem = problemsOf(messages, file, options.onProblem)
  const { head, all } = await peek(chunksOf(file, stdin, messages))
  const start = new TextDecoder().decode(head).trimStart()
  if (start === '') onProblem('empty-file', {})
  else if (/^\{\s*"type"/.test(start)) yield* savedLines(all, onProblem)
  else if (start.startsWith('{')) yield* savedWhole(await textOf(all, file, limit, messages), onProblem)
  else onProblem('not-findings', {})
}

async function* savedLines(chunks: AsyncIterable<Uint8Array>, onProblem: OnProblem): AsyncGenerator<Saved> {
  for await (const { text, line } of readLines(chunks, onProblem)) {
    if (text.trim() === '') continue
    const value = parseJson(text, line, onProblem)
    if (value === undefined) continue
    const type = (value as { type?: unknown } | null)?.type
    // What the explanation of a draft holds is of no use to a report.
    if (type === 'statement') continue
    const entry = savedOf(String(type), value, line, onProblem)
    if (entry !== undefined) yield entry
  }
}

function* savedWhole(text: string, onProblem: OnProblem): Generator<Saved> {
  const report = parseJson(text, 1, onProblem) as Record<string, unknown> | undefined
  if (report === undefined) return
  if (!Array.isArray(report.findings)) {
    onProblem('not-findings', { line: 1 })
    return
  }
  const each = (type: string, list: unknown) => (Array.isArray(list) ? list : []).map((item) => [type, item])
  const parts = [
    ['meta', report],
    ...each('finding', report.findings),
    ...each('cannotJudge', report.cannotJudge),
    ...each('problem', report.problems),
    ...(report.summary === undefined ? [] : [['summary', report.summary]]),
  ]
  for (const [type, item] of parts) {
    const entry = savedOf(type as string, item, undefined, onProblem)
    if (entry !== undefined) yield entry
  }
}

async function textOf(chunks: AsyncIterable<Uint8Array>, file: string, limit: number, messages: Messages) {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > limit) throw failure(messages, 'too-long', { file }, limit)
    parts.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(joined(parts))
  } catch {
    throw failure(messages, 'undecodable', { file }, 0, 'utf-8')
  }
}

const index = z.int().min(0).max(MAX_MESSAGES)
const line = z.int().min(1)
const source = z.object({ file: z.string(), line: line.optional() })
const span = z.object({ start: z.int().min(0), end: z.int().min(0) })
const amount = z.number().min(0)
const points = z.record(z.string(), z.looseObject({ held: amount }))

const shapes = {
  meta: z.looseObject({ packs: z.record(z.string(), z.string()), schedule: z.string() }),
  finding: z.looseObject({
    id: z.string(),
    fingerprint: z.string(),
    conversation: z.string(),
    message: index,
    rule: z.string(),
    severity: z.enum(['error', 'warn', 'info']),
    span,
    text: z.string(),
    evidence: z.array(z.object({ message: index, span })),
    stage: z.enum(['pre-sale', 'mid-sale', 'after-sale', 'unknown']),
    assumes: z.array(z.string()),
    cost: z.object({
      points: amount,
      deposit: amount,
      payout: amount.nullable(),
      payoutUpTo: amount.nullable(),
      disputed: amount.nullable(),
      ledger: z.string(),
      noFigure: z.boolean().optional(),
    }),
    counted: z.boolean(),
    clause: z.string(),
    messageText: z.string(),
    suggestion: z.string(),
    rewrite: z.object({ span, text: z.string() }).optional(),
    source: source.optional(),
    suppressed: z
      .object({
        kind: z.enum(['baseline', 'suppression']),
        reason: z.string().optional(),
        approver: z.string().optional(),
        expires: z.string().optional(),
      })
      .optional(),
    time: z.string().optional(),
    sender: z.string().optional(),
    context: z
      .array(
        z.object({
          message: index,
          role: z.enum(ROLES),
          text: z.string(),
          time: z.string().optional(),
          sender: z.string().optional(),
        }),
      )
      .default([]),
  }),
  cannotJudge: z.looseObject({
    conversation: z.string(),
    message: index,
    rule: z.string(),
    why: z.string(),
    source: source.optional(),
  }),
  problem: z.looseObject({
    code: z.string(),
    file: z.string(),
    line: line.optional(),
    column: line.optional(),
    what: z.string(),
    todo: z.string(),
  }),
  summary: z.looseObject({
    conversations: z.int().min(0),
    messages: z.int().min(0),
    agentMessages: z.int().min(0),
    stages: z.record(z.string(), z.int().min(0)),
    agents: z.array(z.object({ name: z.string(), messages: z.int().min(0) })).optional(),
    findings: z.object({ error: z.int().min(0), warn: z.int().min(0), info: z.int().min(0) }),
    exposure: z.looseObject({ ledgers: points }),
  }),
}

function savedOf(
  type: string,
  value: unknown,
  at: number | undefined,
  onProblem: OnProblem,
): Saved | undefined {
  if (!Object.hasOwn(shapes, type)) {
    onProblem('not-findings', { line: at })
    return undefined
  }
  const { data, error } = shapes[type as keyof typeof shapes].safeParse(value)
  if (error !== undefined) {
    reportIssue(error.issues[0]!, value, at, onProblem)
    return undefined
  }
  switch (type) {
    case 'meta': {
      const { packs, schedule } = data as { packs: Record<string, string>; schedule: string }
      return { type, packs, schedule }
    }
    case 'finding':
      return { type, finding: withoutType(data) as unknown as SavedFinding }
    case 'cannotJudge':
      return { type, item: withoutType(data) as unknown as CannotJudge }
    case 'problem':
      return { type, problem: withoutType(data) as unknown as Problem }
    default:
      return { type: 'summary', summary: withoutType(data) as unknown as Summary }
  }
}

/** The type of a line is no part of what the line holds. */
function withoutType(data: object): object {
  const { type: _, ...rest } = data as { type?: string }
  return rest
}

const EXPECTED: Record<string, Expected> = {
  string: 'text',
  number: 'number',
  int: 'number',
  boolean: 'boolean',
  array: 'objects',
}

function reportIssue(issue: z.core.$ZodIssue, value: unknown, at: number | undefined, onProblem: OnProblem) {
  const field = issue.path.join('.')
  if (issue.code === 'invalid_value') {
    const got = issue.path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown>)[key], value)
    onProblem('unknown-value', { line: at }, field, String(got).slice(0, 40), issue.values.map(String))
    return
  }
  const expected = issue.code === 'invalid_type' ? (EXPECTED[issue.expected] ?? 'object') : 'number'
  onProblem('wrong-field', { line: at }, field, expected)
}
