/** Tables of chats: one message a row, or one customer a row with the chat in a cell. */

import type { Conversation, Order } from '../model.js'
import { parseChat } from './chat-cell.js'
import { EXPECTED_COLUMNS, type Field, type Layout, layoutOf } from './columns.js'
import { grouped, type Said } from './grouping.js'
import { namedSpeaker, speakerOf } from './roles.js'
import { toTime } from './time.js'
import { toKind, toStatus } from './typed.js'
import type { ReadContext, Row } from './types.js'

/** Titles and notes may stand above the header. */
const HEADER_WITHIN = 10
/** What one exporter writes where it got nothing. */
const NOTHING = /^[(（](?:提取失败|无聊天内容).{0,200}[)）]$/

export async function* tableConversations(
  batches: AsyncIterable<readonly Row[]>,
  context: ReadContext,
): AsyncGenerator<Conversation> {
  const iterator = batches[Symbol.asyncIterator]()
  try {
    const above: Row[] = []
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      for (const row of next.value) above.push(row)
      if (above.length >= HEADER_WITHIN) break
    }
    const at = above
      .slice(0, HEADER_WITHIN)
      .findIndex(({ cells }) => layoutOf(cells, context.columns) !== undefined)
    const header = above[at]
    const layout = header === undefined ? undefined : layoutOf(header.cells, context.columns)
    if (layout === undefined || header === undefined) {
      const [first] = above
      if (first === undefined) context.onProblem('empty-file', {})
      else context.onProblem('no-columns', { line: first.line }, shown(first.cells), EXPECTED_COLUMNS)
      return
    }
    explain(layout, header, context)
    if (layout.unknown.length > 0)
      context.onProblem('unknown-columns', { line: header.line }, shown(layout.unknown))
    const rest = (async function* () {
      yield above.slice(at + 1)
      yield* { [Symbol.asyncIterator]: () => iterator }
    })()
    if (layout.kind === 'messages') yield* grouped(messagesOf(rest, layout, context), context)
    else yield* chatsOf(rest, layout, context)
  } finally {
    await iterator.return?.()
  }
}

function explain({ kind, at }: Layout, header: Row, { onNote }: ReadContext) {
  const columns = Object.entries(at).map(([field, place]) => `${header.cells[place]} → ${field}`)
  onNote(kind === 'messages' ? 'a-message-a-row' : 'a-chat-a-row', header.line, columns)
}

/** Not all names of a wide table, and no long cell. */
function shown(names: readonly string[]): string[] {
  return names.slice(0, 20).map((name) => (name.length > 30 ? `${name.slice(0, 30)}…` : name))
}

type Cell = (field: Field) => string | undefined

function cellsOf({ cells }: Row, { at }: Layout): Cell {
  return (field) => {
    const place = at[field]
    const value = place === undefined ? undefined : cells[place]?.trim()
    return value === '' ? undefined : value
  }
}

async function* messagesOf(
  batches: AsyncIterable<readonly Row[]>,
  layout: Layout,
  context: ReadContext,
): AsyncGenerator<Said[]> {
  for await (const rows of batches)
    yield rows.flatMap((row) => toSaid(cellsOf(row, layout), row.line, context) ?? [])
}

/** One message from named fields, of a table or of a JSON object. */
export function toSaid(cell: Cell, line: number, { onProblem, roles }: ReadContext): Said | undefined {
  const text = cell('text')
  const kind = toKind(cell('kind'))
  if (text === undefined && kind === undefined) {
    onProblem('empty-message', { line }, 1)
    return undefined
  }
  const written = cell('time') ?? cell('date')
  const time = written === undefined ? undefined : toTime(written, cell('date'))
  if (written !== undefined && time === undefined) onProblem('bad-time', { line }, 1)
  const parties = { buyer: cell('buyer'), agent: cell('agent'), shop: cell('shop') }
  const role = cell('role')
  // A role that is only a number says nothing that could be known; other words may be an account.
  const account = namedSpeaker(role) === undefined && !/^\d*$/.test(role ?? '') ? role : undefined
  const sender = cell('sender') ?? account
  const named = namedSpeaker(role) ?? speakerOf(sender, parties, roles)
  const speaker = named === 'agent' && speakerOf(sender, parties, roles) === 'robot' ? 'robot' : named
  return {
    id: cell('conversation'),
    ...parties,
    order: orderOf(cell),
    speaker,
    sender: sender ?? (speaker === 'buyer' ? parties.buyer : speaker === 'agent' ? parties.agent : undefined),
    text: text ?? '',
    time,
    kind,
    line,
  }
}

function orderOf(cell: Cell): Order | undefined {
  const order: Order = {}
  const id = cell('orderId')
  const status = toStatus(cell('orderStatus'))
  const amount = Number(cell('orderAmount')?.replace(/[¥￥,]/g, ''))
  if (id !== undefined) order.id = id
  if (status !== undefined) order.status = status
  if (Number.isFinite(amount) && amount >= 0) order.amount = amount
  return Object.keys(order).length === 0 ? undefined : order
}

async function* chatsOf(
  batches: AsyncIterable<readonly Row[]>,
  layout: Layout,
  context: ReadContext,
): AsyncGenerator<Conversation> {
  for await (const row of each(batches)) {
    const cell = cellsOf(row, layout)
    const chat = cell('chat')
    if (chat === undefined || NOTHING.test(chat)) {
      context.onProblem('no-chat', { line: row.line }, 1)
      continue
    }
    const parties = { buyer: cell('buyer'), agent: cell('agent'), shop: cell('shop') }
    const rest = { id: cell('conversation'), ...parties, order: orderOf(cell), line: row.line }
    const messages = parseChat(chat, parties).map((said): Said => ({ ...said, ...rest }))
    yield* grouped([messages], context)
  }
}

async function* each<T>(batches: AsyncIterable<readonly T[]>): AsyncGenerator<T> {
  for await (const batch of batches) yield* batch
}
