import type { Format } from './types.js'
import { zipEntries } from './zip.js'

/** No archive in an archive; what begins with a dot was put there by the system. */
const READABLE = /(?:^|[\\/])[^\\/.][^\\/]*\.(?:json|jsonl|ndjson|txt|log|csv|tsv|xlsx)$/i

/** An archive, for example with one JSON file for each customer: each file in it is read as it would be outside. */
export const archive: Format = {
  name: 'zip',
  extensions: ['zip'],
  seen: 'code',

  sniff: (head, file) => (head.startsWith('PK') ? (/\.zip$/i.test(file) ? 0.8 : 0.5) : 0),

  async *read(feed, { onProblem, enclosed }) {
    const isReadable = (entry: string) => {
      if (READABLE.test(entry)) return true
      onProblem('entry-skipped', { entry })
      return false
    }
    for await (const { name, bytes } of zipEntries(feed.bytes(), isReadable, onProblem)) {
      // A workbook may be a bomb, and there may be many of them.
      if (!(yield* enclosed(name, bytes))) return
    }
  },
}
