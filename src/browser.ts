/** The library where size counts: a chat tool, a page, a worker, the edge. Chinese texts, no YAML, no examples; the same verdicts. */

import { CHECKS } from './engine/checks.js'
import { DEFAULT_PACKS, linterOf } from './engine/create.js'
import type { Linter, LinterOptions } from './engine/types.js'
import { packed } from './generated/packed.js'
import { VERSION } from './generated/version.js'
import { compileKnowledge } from './rules/compile.js'
import { type Packed, unpack } from './rules/packed.js'
import type { Knowledge } from './rules/types.js'

export type * from './engine/types.js'
export type * from './model.js'
export type { Statement } from './statements/types.js'
export { DEFAULT_PACKS, VERSION }

/** Options of the slim build: its texts are Chinese. */
export type BrowserOptions = Omit<LinterOptions, 'lang'>

let source: Packed | undefined
let knowledge: Knowledge | undefined

/**
 * Makes a linter from the built-in packs and compiled ones (`kefulint compile`). The first call takes some tenths of a
 * second, to build the vocabulary; later ones share it. Throws a RangeError on an unknown pack, schedule or rule name.
 */
export function createLinter(options: BrowserOptions = {}): Linter {
  source ??= JSON.parse(packed) as Packed
  const { base, packs } = unpack(source)
  knowledge ??= compileKnowledge(
    null,
    base.lexicons,
    packs.flatMap((p) => p.rules),
    Object.keys(CHECKS),
  )
  return linterOf(
    {
      packs: Object.fromEntries(packs.map((p) => [p.name, p.version])),
      knowledge,
      schedules: source.schedules,
      version: VERSION,
    },
    options,
  )
}
