/** The library where size counts: a chat tool, a page, a worker, the edge. Chinese texts, no YAML, no examples; the same verdicts. */

import { CHECKS } from './engine/checks.js'
import { type BuiltIn, DEFAULT_PACKS, linterOf } from './engine/create.js'
import type { Linter, LinterOptions } from './engine/types.js'
import { packed } from './generated/packed.js'
import { VERSION } from './generated/version.js'
import { compileKnowledge } from './rules/compile.js'
import { type Packed, unpack } from './rules/packed.js'
import { restore } from './text/shorten.js'

export { NameError } from './engine/name-error.js'
export type * from './engine/types.js'
export type * from './model.js'
export { PackError, type PackErrorCode } from './rules/error.js'
export type { Statement } from './statements/types.js'
export { DEFAULT_PACKS, VERSION }

/** Options of the slim build: its texts are Chinese. */
export type BrowserOptions = Omit<LinterOptions, 'lang'>

let builtIn: BuiltIn | undefined

/**
 * Makes a linter from the built-in packs and compiled ones (`kefulint compile`). The first call takes some tenths of a
 * second, to build the vocabulary; later ones share it. Throws a NameError (a RangeError) on an unknown pack, schedule or
 * rule, a PackError on a pack that does not fit the others.
 */
export function createLinter(options: BrowserOptions = {}): Linter {
  builtIn ??= unpacked(JSON.parse(restore(packed)))
  return linterOf(builtIn, options)
}

function unpacked(source: Packed): BuiltIn {
  const { base, packs } = unpack(source)
  const rules = packs.flatMap((p) => p.rules)
  return {
    packs: Object.fromEntries(packs.map((p) => [p.name, p.version])),
    knowledge: compileKnowledge(null, base.lexicons, rules, Object.keys(CHECKS)),
    schedules: source.schedules,
    version: VERSION,
  }
}
