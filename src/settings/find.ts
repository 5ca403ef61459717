/** Where the configuration stands. Loads neither YAML nor schemas, since most runs have none. */

import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const CONFIG_NAME = 'kefulint.config.yaml'

export interface Place {
  file: string
  line: number
  column: number
}

export interface Loaded<T> {
  /** As people are told it. */
  file: string
  data: T
  place(path: readonly PropertyKey[]): Place
}

/** The nearest one, from the folder upwards. */
export function findConfig(folder: string): string | undefined {
  const file = join(folder, CONFIG_NAME)
  if (existsSync(file)) return file
  const above = dirname(folder)
  return above === folder ? undefined : findConfig(above)
}
