import { customerMessages } from './customer-json.js'
import { grouped } from './grouping.js'
import { conversationNames } from './ids.js'
import { isFields } from './json-formats.js'
import { parseJson } from './ndjson.js'
import type { Format } from './types.js'
import { zipEntries } from './zip.js'

/** An archive with one JSON file for each customer; other files in it are passed over, and said. */
export const zipJson: Format = {
  name: 'zip-json',
  extensions: ['zip'],
  seen: 'code',

  sniff: (head, file) => (head.startsWith('PK') ? (/\.zip$/i.test(file) ? 0.8 : 0.5) : 0),

  async *read(feed, context) {
    const { file, onProblem } = context
    const name = conversationNames()
    const isJson = (entry: string) => {
      if (entry.toLowerCase().endsWith('.json')) return true
      onProblem('entry-skipped', { entry })
      return false
    }
    let found = 0
    for await (const { name: entry, bytes } of zipEntries(feed.bytes(), isJson, onProblem)) {
      found++
      const place = `${file}!${entry}`
      const text = textOf(bytes)
      if (text === undefined) {
        onProblem('bad-entry', { entry })
        continue
      }
      const record = parseJson(text, 1, (code, at, ...args) => onProblem(code, { ...at, entry }, ...args))
      const said = isFields(record) ? customerMessages(record, undefined, context) : undefined
      if (said === undefined) {
        if (record !== undefined) onProblem('bad-entry', { entry })
        continue
      }
      for await (const chat of grouped([said], context, name)) yield { ...chat, source: { file: place } }
    }
    if (found === 0) onProblem('no-rows', {})
  },
}

function textOf(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {}
  }
  return undefined
}
