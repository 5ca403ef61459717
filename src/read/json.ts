import { jsonRecords } from './json-elements.js'
import { toConversation } from './record.js'
import type { Format } from './types.js'

/** An array of records, one record, or `{ "conversations": [] }`. Only one record is held at a time. */
export const json: Format = {
  name: 'json',
  extensions: ['json'],
  seen: 'own',

  sniff(head, file) {
    const start = head.trimStart()
    if (start.startsWith('[')) return 0.9
    if (!start.startsWith('{')) return /\.json$/i.test(file) ? 0.3 : 0
    if (/^\{[^[{]*"conversations"\s*:/.test(start)) return 0.95
    return /\.json$/i.test(file) ? 0.85 : 0.45
  },

  async *read(feed, context) {
    for await (const { record, line } of jsonRecords(feed.pieces(), context)) {
      const conversation = toConversation(record, context.file, line, context.onProblem)
      if (conversation !== undefined) yield conversation
    }
  },
}
