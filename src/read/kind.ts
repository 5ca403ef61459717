/** Chats or quick replies: told by how a file begins. */

import { layoutOf } from './columns.js'
import { delimiterOf, headerCells } from './csv-rows.js'
import { detectEncoding, ENCODINGS, headText } from './decode.js'
import { ranked } from './formats.js'
import { isZip } from './recognise.js'
import { isReplyHeader } from './reply-columns.js'
import { looksLikeMarkdown } from './reply-markdown.js'
import { once } from './streams.js'
import { xlsxSheets } from './xlsx-rows.js'

export type Kind = 'chat' | 'replies'

export function kindOf(head: Uint8Array, file: string, asked?: string): Kind {
  if (isZip(head)) return 'chat'
  const encoding = (asked === undefined ? detectEncoding(head) : ENCODINGS[asked]) ?? 'utf-8'
  const text = headText(head, encoding)
  const start = text.trimStart()
  if (/^[[{]/.test(start)) return kindOfJson(start, file)
  if (/\.(?:ya?ml|md)$/i.test(file) || looksLikeMarkdown(text)) return 'replies'
  const [best] = ranked(text, file)
  if (best !== undefined && best.score > 0.5) return 'chat'
  const [first = ''] = start.split('\n', 1)
  if (isReplyHeader(headerCells(first, delimiterOf(first)))) return 'replies'
  return best === undefined && /\.(?:txt|csv|tsv)$/i.test(file) ? 'replies' : 'chat'
}

/** A workbook tells only when it is opened. */
export async function kindOfWorkbook(bytes: Uint8Array): Promise<Kind> {
  const sheets = await xlsxSheets(once(bytes), () => {})
  const headers = sheets.flatMap(({ rows }) => rows.slice(0, 5).map(({ cells }) => cells))
  const chats = headers.some((cells) => layoutOf(cells) !== undefined)
  return !chats && headers.some((header) => isReplyHeader(header)) ? 'replies' : 'chat'
}

function kindOfJson(text: string, file: string): Kind {
  if (/"(?:messages|role|chats|fromid|direction|waiterSend|dialogues|session)"\s*:/.test(text)) return 'chat'
  if (/"(?:groups|replies|templates)"\s*:/.test(text)) return 'replies'
  const keys = [...text.slice(0, 4000).matchAll(/"([^"\n]{1,40})"\s*:/g)].map(([, key]) => key!)
  if (layoutOf([...new Set(keys)]) !== undefined) return 'chat'
  const [best] = ranked(text, file)
  return isReplyHeader([...new Set(keys)]) || (best?.format.name !== 'ndjson' && !/[[{]\s*[[{]/.test(text))
    ? 'replies'
    : 'chat'
}
