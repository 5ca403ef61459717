import type { OnProblem } from '../messages/index.js'
import type { Conversation } from '../model.js'
import { toConversation } from './record.js'
import type { Format } from './types.js'

/** Conversation records, one a line. */
export const ndjson: Format = {
  name: 'ndjson',
  extensions: ['ndjson', 'jsonl'],
  seen: 'own',

  sniff(head, file) {
    if (/\.(ndjson|jsonl)$/i.test(file)) return 0.94
    const lines = head.split('\n', 2)
    if (!lines[0]?.trimStart().startsWith('{')) return head.includes('\n{"') ? 0.4 : 0
    const record = parsed(lines[0])
    if (record !== undefined) return 'conversations' in record ? 0.2 : 0.9
    if (lines[1]?.startsWith('{')) return 0.8
    return head.includes('\n') ? 0.1 : 0.5
  },

  async *read(feed, { file, onProblem }) {
    for await (const { text, line } of feed.lines()) {
      const conversation = readLine(text, line, file, onProblem)
      if (conversation !== undefined) yield conversation
    }
  },

  readLine,
}

function readLine(text: string, line: number, file: string, onProblem: OnProblem): Conversation | undefined {
  if (text === '' || text.trim() === '') return undefined
  const record = parseJson(text, line, onProblem)
  return record === undefined ? undefined : toConversation(record, file, line, onProblem)
}

/** The engine's own wording is not shown: it quotes the input, which holds personal data. */
export function parseJson(text: string, line: number, onProblem: OnProblem): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const said = (error as Error).message
    const at = /position (\d+)/.exec(said)?.[1]
    const position = at === undefined ? undefined : Number(at)
    const cut = /end of JSON|Unterminated string/.test(said) || position === text.length
    const before = text.slice(0, position ?? 0).split('\n')
    const place =
      position === undefined
        ? { line }
        : { line: line + before.length - 1, column: before.at(-1)!.length + 1 }
    onProblem(cut ? 'cut-short' : 'not-json', place)
    return undefined
  }
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
