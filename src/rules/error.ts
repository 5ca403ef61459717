import { lastOf } from '../lists.js'

/** What can be wrong with a pack; each code has its text in messages/. */
export type PackErrorCode =
  | 'yaml'
  | 'full-width'
  | 'rule-shape'
  | 'unknown-concept'
  | 'unknown-reading'
  | 'unknown-check'
  | 'unknown-slot'
  | 'cyclic-lexicon'
  | 'word-syntax'
  | 'pattern-syntax'
  | 'pattern-not-linear'
  | 'duplicate'
  | 'empty-pack'

/** A pack that cannot be loaded: names file, line, column and what was expected. */
export class PackError extends Error {
  constructor(
    readonly code: PackErrorCode,
    readonly file: string,
    readonly line: number,
    readonly column: number,
    readonly detail: string,
    /** What is wrong, as it stands in the file: where only that is known, the place is found by it. */
    readonly quote?: string,
  ) {
    super(`${file}:${line}:${column} ${code}: ${detail}`)
    this.name = 'PackError'
  }
}

/** The same error at the place where its quote stands in the file. */
export function located(error: PackError, files: readonly { path: string; text: string }[]): PackError {
  const text = files.find((f) => f.path === error.file)?.text
  const at = text === undefined || error.quote === undefined ? -1 : text.indexOf(error.quote)
  if (text === undefined || at < 0) return error
  const before = text.slice(0, at).split('\n')
  return new PackError(error.code, error.file, before.length, lastOf(before)!.length + 1, error.detail)
}
