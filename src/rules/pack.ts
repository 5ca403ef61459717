import { CHECKS } from '../engine/checks.js'
import type { Pack } from '../engine/types.js'
import { builtIn } from '../generated/builtin.js'
import { compileKnowledge } from './compile.js'
import { located, PackError } from './error.js'
import { readPack, type TextFile } from './load.js'

/**
 * Reads a shop's own pack from YAML texts; throws a PackError that names file, line and what was expected.
 * What it says may build on the concepts and readings of the built-in packs.
 */
export function loadPack(files: readonly TextFile[], name: string): Pack {
  try {
    const source = readPack(files, name)
    // resolves every name once, so that a mistake shows here and not at the first message
    compileKnowledge(builtIn.knowledge, source.lexicons, source.rules, Object.keys(CHECKS))
    return source
  } catch (error) {
    throw error instanceof PackError ? located(error, files) : error
  }
}
