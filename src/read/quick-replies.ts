/** Libraries of quick replies: YAML, JSON, CSV or plain lines. They are small, so they are read whole. */

import type { YAMLError } from 'yaml'
import { type Messages, type OnProblem, problemsOf } from '../messages/index.js'
import type { Problem } from '../model.js'
import { csvRowsOf } from './csv-rows.js'
import { chunksOf, filesOf } from './files.js'
import { MAX_RECORD, readPieces } from './lines.js'

export interface QuickReply {
  code?: string
  text: string
  group?: string
  file: string
  line: number
}

/** Headers as the clients write them. */
const COLUMNS = {
  code: ['快捷短语编码', '快捷编码', '编码', '标题', 'code', 'title'],
  text: ['快捷短语', '内容', '话术', 'text', 'content'],
  group: ['快捷短语分组', '分组', 'group'],
}

export interface ReplyOptions {
  messages: Messages
  onProblem: (problem: Problem) => void
  stdin: AsyncIterable<Uint8Array>
}

export async function readQuickReplies(
  patterns: readonly string[],
  options: ReplyOptions,
): Promise<QuickReply[]> {
  const replies: QuickReply[] = []
  const extensions = ['csv', 'txt', 'yaml', 'yml', 'json']
  for (const file of await filesOf(patterns, extensions, options.messages)) {
    const onProblem = problemsOf(options.messages, file, options.onProblem)
    const text = await textOf(file, options, onProblem)
    if (text === undefined) continue
    const found = await repliesIn(text, file, onProblem)
    if (found.length === 0) onProblem(text.trim() === '' ? 'empty-file' : 'no-replies', {})
    replies.push(...found)
  }
  return replies
}

async function textOf(
  file: string,
  options: ReplyOptions,
  onProblem: OnProblem,
): Promise<string | undefined> {
  let text = ''
  let undecodable = false
  const watch: OnProblem = (code, at, ...args) => {
    undecodable = true
    onProblem(code, at, ...args)
  }
  for await (const piece of readPieces(chunksOf(file, options.stdin, options.messages), watch)) {
    text += piece.text
    if (text.length > MAX_RECORD) {
      onProblem('too-long', { line: 1 }, MAX_RECORD)
      return undefined
    }
  }
  const binary = text.indexOf('\0')
  if (binary >= 0) onProblem('binary', { line: text.slice(0, binary).split('\n').length })
  return undecodable || binary >= 0 ? undefined : text
}

async function repliesIn(text: string, file: string, onProblem: OnProblem): Promise<QuickReply[]> {
  const extension = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase()
  if (extension === 'yaml' || extension === 'yml' || extension === 'json' || /^\s*[[{]\s*["'{[]/.test(text))
    return fromYaml(text, file, onProblem)
  const header = text.split('\n', 1)[0]!.replaceAll(/["\r]/g, '').split(',')
  if (extension === 'csv' || header.some((name) => COLUMNS.text.includes(name.trim())))
    return fromCsv(text, file, onProblem)
  return text
    .split('\n')
    .map((line, i) => ({ text: line.trim(), file, line: i + 1 }))
    .filter((reply) => reply.text !== '')
}

function fromCsv(text: string, file: string, onProblem: OnProblem): QuickReply[] {
  const [header, ...rows] = csvRowsOf(text, ',', onProblem)
  if (header === undefined) return []
  const columnOf = (names: string[]) => header.cells.findIndex((cell) => names.includes(cell.trim()))
  const column = {
    code: columnOf(COLUMNS.code),
    text: columnOf(COLUMNS.text),
    group: columnOf(COLUMNS.group),
  }
  if (column.text < 0) {
    onProblem('no-text-column', { line: 1 }, COLUMNS.text)
    return []
  }
  return rows.flatMap(({ cells, line }) => {
    const cell = (at: number) => (at < 0 ? '' : unescaped(cells[at] ?? ''))
    return reply({ code: cell(column.code), text: cell(column.text), group: cell(column.group) }, file, line)
  })
}

/** How one client writes commas and line ends into its cells. */
function unescaped(cell: string): string {
  return cell.replaceAll('&#44;', ',').replaceAll('&#13;', '\n')
}

/** JSON too, since it is YAML and this reader knows the lines. */
async function fromYaml(text: string, file: string, onProblem: OnProblem): Promise<QuickReply[]> {
  const { LineCounter, isMap, isScalar, isSeq, parseDocument } = await import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    for (const error of document.errors) badYaml(error)
    return []
  }
  const groups = groupNames(document.toJS({ maxAliasCount: 100 }))
  return under(document.contents)

  function badYaml(error: YAMLError) {
    const { line, col } = lines.linePos(error.pos[0])
    onProblem('bad-yaml', { line, column: col }, error.code)
  }

  function under(node: unknown, group?: string, code?: string): QuickReply[] {
    if (isSeq(node)) return node.items.flatMap((item) => under(item, group))
    if (isScalar(node)) {
      const line = lines.linePos(node.range?.[0] ?? 0).line
      if (typeof node.value === 'string') return reply({ code, text: node.value, group }, file, line)
      onProblem('not-a-reply', { line })
      return []
    }
    if (!isMap(node)) return []
    const line = lines.linePos(node.range?.[0] ?? 0).line
    const field = (names: string[]) =>
      names.map((name) => node.get(name)).find((value) => value !== undefined)
    const words = field(COLUMNS.text)
    if (typeof words === 'string') {
      const own = field(COLUMNS.group)
      const named = groups.get(String(node.get('groupId') ?? ''))
      return reply(
        { code: asText(field(COLUMNS.code)), text: words, group: asText(own) ?? named ?? group },
        file,
        line,
      )
    }
    // A client's export keeps groups apart; a hand-written file maps codes or groups to texts.
    if (isSeq(node.get('list', true))) return under(node.get('list', true), group)
    return node.items.flatMap(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : undefined
      if (isSeq(value)) return under(value, name === 'replies' ? group : name)
      return isMap(value) ? under(value, name) : under(value, group, name)
    })
  }
}

function groupNames(value: unknown): Map<string, string> {
  const names = new Map<string, string>()
  const groups = (value as { groups?: unknown } | null)?.groups
  if (!Array.isArray(groups)) return names
  for (const group of groups as { id?: unknown; name?: unknown }[])
    if (group?.id !== undefined && typeof group.name === 'string') names.set(String(group.id), group.name)
  return names
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function reply(
  parts: { code?: string; text: string; group?: string },
  file: string,
  line: number,
): QuickReply[] {
  const text = parts.text.trim()
  if (text === '') return []
  const { code, group } = parts
  return [{ ...(code ? { code } : {}), text, ...(group ? { group } : {}), file, line }]
}
