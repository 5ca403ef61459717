/** Reads a file of settings; whatever is wrong is said with line, column and what was expected. */

import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import type { z } from 'zod'
import { KefulintError } from '../errors.js'
import { failure } from '../messages/index.js'
import { checkYaml } from '../rules/yaml.js'
import type { Caller } from './caller.js'
import type { Loaded } from './find.js'

export async function loadYaml<S extends z.ZodType>(
  path: string,
  schema: S,
  { io, messages }: Caller,
): Promise<Loaded<z.infer<S>>> {
  const file = relative(io.cwd, path) || path
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw failure(messages, 'missing-file', { file })
    throw failure(messages, 'unreadable-file', { file }, error.code ?? error.message)
  })
  const read = checkYaml(text, schema)
  if (!('fault' in read)) return { file, data: read.data, place: (spot) => ({ file, ...read.place(spot) }) }

  const { fault, line, column } = read
  const at = { file, line, column }
  if (fault.code === 'yaml') throw failure(messages, 'bad-yaml', at, fault)
  if (fault.code === 'full-width')
    throw new KefulintError({ code: fault.code, ...messages.faults.fullWidth(fault), ...at })
  const code = fault.is === 'unknown-key' ? 'unknown-setting' : 'bad-setting'
  throw new KefulintError({ code, ...messages.faults.shape(fault), ...at })
}
