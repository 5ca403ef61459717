/** What can be wrong with a pack; each code has its text in messages/. */
export type PackErrorCode =
  | 'yaml'
  | 'rule-shape'
  | 'unknown-concept'
  | 'unknown-reading'
  | 'unknown-check'
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
  ) {
    super(`${file}:${line}:${column} ${code}: ${detail}`)
    this.name = 'PackError'
  }
}
