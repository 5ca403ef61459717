/** Reads a file of settings; whatever is wrong is said with line, column and what was expected. */

import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { failure } from '../messages/index.js'
import { deepest, position } from '../rules/yaml.js'
import type { Caller } from './caller.js'
import type { Loaded, Place } from './find.js'
import { speakOfShapes } from './shape-language.js'

export async function loadYaml<S extends z.ZodType>(
  path: string,
  schema: S,
  { io, lang, messages }: Caller,
): Promise<Loaded<z.infer<S>>> {
  const file = relative(io.cwd, path) || path
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw failure(messages, 'missing-file', { file })
    throw failure(messages, 'unreadable-file', { file }, error.code ?? error.message)
  })
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const broken = document.errors[0]
  if (broken !== undefined) {
    const { line, col } = lines.linePos(broken.pos[0])
    throw failure(messages, 'bad-yaml', { file, line, column: col }, broken.message)
  }
  const place = (spot: readonly PropertyKey[]): Place => {
    const { line, col } = position(document, lines, spot)
    return { file, line, column: col }
  }
  speakOfShapes(lang)
  const result = schema.safeParse(document.toJS() ?? {})
  if (result.success) return { file, data: result.data, place }

  const issue = deepest(result.error.issues)
  const field = issue.path.join('.')
  if (issue.code !== 'unrecognized_keys') {
    const texts: Record<string, string> = messages.config.expected
    throw failure(messages, 'bad-setting', place(issue.path), field, texts[issue.message] ?? issue.message)
  }
  const [key = ''] = issue.keys
  const spot = [...issue.path, key]
  throw failure(messages, 'unknown-setting', place(spot), spot.join('.'), keysAt(schema, issue.path))
}

/** What may stand where an unknown key stands. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let node = z.toJSONSchema(schema, { io: 'input' }) as z.core.JSONSchema.BaseSchema | undefined
  for (const key of path) {
    const inner = typeof key === 'number' ? node?.items : node?.properties?.[String(key)]
    node = inner as typeof node
  }
  return Object.keys(node?.properties ?? {})
}
