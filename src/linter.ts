/** Making a linter from the built-in packs: needs neither YAML nor a schema, so that it starts fast. */

import { linterOf } from './engine/create.js'
import type { Linter, LinterOptions } from './engine/types.js'
import { builtIn, schedules } from './generated/builtin.js'
import { VERSION } from './generated/version.js'

export { DEFAULT_PACKS } from './engine/create.js'
/** What each rule costs, with the source of each figure. */
export { schedules }

/** Makes a linter from the built-in packs and any others. Throws a NameError (a RangeError) on an unknown pack, schedule or rule, a PackError on a pack that does not fit the others. */
export function createLinter(options: LinterOptions = {}): Linter {
  return linterOf({ ...builtIn, schedules, version: VERSION }, options)
}
