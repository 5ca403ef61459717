/** The registry: every format that can be read. */

import { failure, type Messages } from '../messages/index.js'
import { archive } from './archive.js'
import { clientJson } from './client-json.js'
import { csv, tsv } from './csv.js'
import { customerJson } from './customer-json.js'
import { dialogues } from './dialogues.js'
import { jdRows } from './jd-rows.js'
import { json } from './json.js'
import { jsonRows } from './json-rows.js'
import { ndjson } from './ndjson.js'
import { pddPush } from './pdd-push.js'
import { qianniuText } from './qianniu-text.js'
import { topJson } from './top-json.js'
import type { Format } from './types.js'
import { windowText } from './window-text.js'
import { xlsx } from './xlsx.js'

export const formats: readonly Format[] = [
  ...[ndjson, json, qianniuText, windowText, csv, tsv, xlsx, archive, customerJson],
  ...[clientJson, topJson, jdRows, pddPush, dialogues, jsonRows],
]

export const formatNames = formats.map(({ name }) => name)

export const allExtensions = () => [...new Set(formats.flatMap(({ extensions }) => extensions))]

export function formatCalled(name: string, messages: Messages): Format {
  const format = formats.find((one) => one.name === name)
  if (format === undefined)
    throw failure(messages, 'bad-flag', {}, '--input-format', name, formatNames.join(' | '))
  return format
}

/** What the text is, and what else it might have been, best first. */
export function ranked(head: string, file: string): { format: Format; score: number }[] {
  return formats
    .map((format) => ({ format, score: format.sniff(head, file) }))
    .filter(({ score }) => score > 0.05)
    .sort((a, b) => b.score - a.score)
}
