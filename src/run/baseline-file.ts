/** The file of known findings: one section a command, so that the gate's baseline does not replace the audit's. */

import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import { failure, type Messages } from '../messages/index.js'
import type { Caller } from '../settings/caller.js'
import type { Baseline } from '../suppress/baseline.js'
import { openWhole } from './whole-file.js'

export type Section = 'audit' | 'gate'
export type Sections = Partial<Record<Section, Baseline>>

/** Missing is an error, unless it is about to be written. */
export async function readBaseline(path: string, mayMiss: boolean, caller: Caller): Promise<Sections> {
  if (!existsSync(path)) {
    if (mayMiss) return {}
    throw failure(caller.messages, 'no-baseline', { file: relative(caller.io.cwd, path) || path })
  }
  const [{ loadYaml }, { baselineFile }] = await Promise.all([
    import('../settings/load.js'),
    import('../settings/schema.js'),
  ])
  // JSON is YAML, and a YAML error knows its line.
  const { version: _, ...sections } = (await loadYaml(path, baselineFile, caller)).data
  return sections
}

export function writeBaseline(path: string, sections: Sections, messages: Messages) {
  const file = openWhole(path, messages)
  try {
    file.write(`{\n"version": 1`)
    for (const [name, baseline] of Object.entries(sections)) file.write(`,\n"${name}": ${oneALine(baseline)}`)
    file.write('\n}\n')
    file.commit()
  } finally {
    file.discard()
  }
}

/** For version control: a new finding is a new line. */
function oneALine(baseline: Baseline): string {
  const lines = Object.entries(baseline).map(([key, known]) => `  "${key}": ${JSON.stringify(known)}`)
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n}`
}
