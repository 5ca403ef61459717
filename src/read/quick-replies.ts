/** Libraries of quick replies, in any usual form. They are small, so they are read whole. */

import { type Messages, notesOf, type OnNote, type OnProblem, problemsOf } from '../messages/index.js'
import type { Problem } from '../model.js'
import { latin1 } from './bytes.js'
import { counting } from './counted.js'
import { csvRowsOf, delimiterOf, headerCells } from './csv-rows.js'
import { detectEncoding, ENCODINGS, toUtf8 } from './decode.js'
import { MAX_RECORD, readPieces } from './lines.js'
import { peek } from './peek.js'
import { isZip, wrongKind } from './recognise.js'
import { isReplyHeader, type ReplyColumns } from './reply-columns.js'
import { looksLikeMarkdown, repliesInMarkdown } from './reply-markdown.js'
import { repliesInTable } from './reply-tables.js'
import { repliesInYaml } from './reply-yaml.js'
import { xlsxSheets } from './xlsx-rows.js'

export interface QuickReply {
  code?: string
  text: string
  group?: string
  /** What a buyer says for a robot to send it. */
  triggers?: string[]
  file: string
  line: number
}

export const REPLY_EXTENSIONS = ['csv', 'tsv', 'txt', 'md', 'yaml', 'yml', 'json', 'xlsx']

export interface ReplyOptions {
  messages: Messages
  onProblem: (problem: Problem) => void
  onNote?: (text: string, file: string) => void
  /** One of `ENCODINGS`; recognised by itself where absent. */
  encoding?: string
  /** The names of columns where they are not the usual ones. */
  replyColumns?: ReplyColumns
}

/** The replies of one file. */
export async function repliesOf(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  options: ReplyOptions,
): Promise<QuickReply[]> {
  const told = counting(problemsOf(options.messages, file, options.onProblem))
  const onNote = notesOf(options.messages, file, options.onNote)
  const { head, all } = await peek(chunks)
  let usable = true
  const watch: OnProblem = (code, at, ...args) => {
    usable = false
    told.onProblem(code, at, ...args)
  }
  const found = isZip(head)
    ? await fromSheets(all, file, watch, told.onProblem, onNote, options.replyColumns)
    : await fromText(head, all, file, options, watch, told.onProblem, onNote)
  told.flush()
  if (found.length === 0 && usable) told.onProblem(head.length === 0 ? 'empty-file' : 'no-replies', {})
  return found
}

async function fromSheets(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  watch: OnProblem,
  onProblem: OnProblem,
  onNote: OnNote,
  own?: ReplyColumns,
): Promise<QuickReply[]> {
  const sheets = (await xlsxSheets(chunks, watch)).filter(({ rows }) => rows.length > 0)
  return sheets.flatMap(({ name, rows }) => {
    if (sheets.length > 1 && !rows.slice(0, 5).some(({ cells }) => isReplyHeader(cells, own))) {
      onProblem('sheet-without-chats', {}, name)
      return []
    }
    const { replies, columns } = repliesInTable(rows, file, watch, own)
    onNote('replies', `xlsx ${name}`, columns)
    return replies
  })
}

async function fromText(
  head: Uint8Array,
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  { encoding: asked, replyColumns }: Pick<ReplyOptions, 'encoding' | 'replyColumns'>,
  watch: OnProblem,
  onProblem: OnProblem,
  onNote: OnNote,
): Promise<QuickReply[]> {
  const encoding = asked === undefined ? detectEncoding(head) : ENCODINGS[asked]
  if (wrongKind(head, latin1(head), file, undefined, false, watch)) return []
  onNote(
    'encoding',
    encoding ?? 'ASCII',
    asked !== undefined ? 'asked' : encoding === undefined ? 'ascii' : 'decodes',
  )
  let text = ''
  for await (const piece of readPieces(toUtf8(chunks, encoding, watch, MAX_RECORD), watch)) {
    text += piece.text
    if (text.length > MAX_RECORD) {
      watch('too-long', { line: 1 }, MAX_RECORD)
      return []
    }
  }
  const binary = text.indexOf('\0')
  if (binary >= 0) watch('binary', { line: text.slice(0, binary).split('\n').length })
  return binary >= 0 ? [] : repliesInText(text, file, onProblem, onNote, replyColumns)
}

async function repliesInText(
  text: string,
  file: string,
  onProblem: OnProblem,
  onNote: OnNote,
  own?: ReplyColumns,
): Promise<QuickReply[]> {
  const extension = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ''
  if (['yaml', 'yml', 'json'].includes(extension) || /^\s*[[{]\s*["'{[]/.test(text)) {
    onNote('replies', 'YAML / JSON', [])
    return repliesInYaml(text, file, onProblem)
  }
  if (extension === 'md' || looksLikeMarkdown(text)) {
    onNote('replies', 'Markdown', [])
    return repliesInMarkdown(text, file)
  }
  const [first = ''] = text.split('\n', 1)
  const delimiter = delimiterOf(first)
  const header = headerCells(first, delimiter)
  if (['csv', 'tsv'].includes(extension) || (header.length > 1 && isReplyHeader(header, own))) {
    const { replies, columns } = repliesInTable(
      await csvRowsOf(text, delimiter, onProblem),
      file,
      onProblem,
      own,
    )
    onNote('replies', delimiter === '\t' ? 'TSV' : 'CSV', columns)
    return replies
  }
  onNote('replies', 'plain', [])
  return text
    .split('\n')
    .map((line, i) => ({ text: line.trim(), file, line: i + 1 }))
    .filter((reply) => reply.text !== '')
}
