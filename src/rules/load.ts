import type { z } from 'zod'
import type { Sourced } from './compile.js'
import { cueOf } from './cue.js'
import { PackError } from './error.js'
import { fail } from './fail.js'
import { whyNotLinear } from './linear.js'
import { type LexiconFile, lexiconFile, packFile, type RuleFile, ruleFile } from './schema.js'
import { readYaml } from './yaml.js'

export interface TextFile {
  /** Path relative to the pack's folder, with /. */
  path: string
  text: string
}

/** A pack's files, read and checked but not yet resolved against others. */
export interface PackSource {
  /** Of the shape of what follows, where it was written to a file. */
  format?: number
  name: string
  version: string
  lexicons: Sourced<LexiconFile>[]
  rules: (Sourced<RuleFile> & { pack: string })[]
}

/** Reads the YAML files of one pack. Files under lexicon/ and grammar/ add words and readings, pack.yaml names it, all others are rules. */
export function readPack(files: readonly TextFile[], name: string): PackSource {
  const source: PackSource = { name, version: '0', lexicons: [], rules: [] }
  const seen = new Map<string, string>()
  for (const f of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const parts = f.path.split('/')
    const grammar = parts.includes('grammar')
    if (parts.at(-1) === 'pack.yaml') Object.assign(source, read(f, packFile))
    else if (grammar || parts.includes('lexicon')) {
      const data = read(f, lexiconFile)
      source.lexicons.push({ path: f.path, grammar, data, cues: linear(f.path, data) })
    } else {
      const data = read(f, ruleFile)
      const other = seen.get(data.id)
      if (other) throw fail({ code: 'duplicate', rule: data.id, other }, f.path, data.id)
      seen.set(data.id, f.path)
      const cues = data.lexicon ? linear(f.path, data.lexicon) : {}
      source.rules.push({ path: f.path, grammar: false, pack: source.name, data, cues })
    }
  }
  if (source.rules.length + source.lexicons.length === 0) throw new PackError({ code: 'empty-pack' }, name)
  for (const r of source.rules) r.pack = source.name
  return source
}

function read<S extends z.ZodType>(f: TextFile, schema: S): z.infer<S> {
  return readYaml(f.path, f.text, schema)
}

/** Refuses a regular expression that some text could make slow; gives the cues of the others. */
function linear(path: string, data: LexiconFile): Record<string, string> {
  const cues: Record<string, string> = {}
  for (const [name, sources] of Object.entries(data.patterns ?? {}))
    for (const source of sources) {
      const why = whyNotLinear(source)
      if (why) throw fail({ code: 'pattern-not-linear', name, source, ...why }, path, source)
      const cue = cueOf(source)
      if (cue !== null) cues[source] = cue
    }
  return cues
}
