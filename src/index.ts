/** The library: synchronous, pure, no input or output. The commands use nothing else. */
export type * from './engine/types.js'
export { createLinter, DEFAULT_PACKS, schedules } from './linter.js'
export type * from './model.js'
export { PackError, type PackErrorCode } from './rules/error.js'
export type { TextFile } from './rules/load.js'
export { loadPack } from './rules/pack.js'
export type { Schedule } from './score/types.js'
export type { Statement } from './statements/types.js'
