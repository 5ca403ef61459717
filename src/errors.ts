/** Known troubles. No node: imports, so that every stage may throw them. */

export interface ErrorParts {
  /** Stable name of the trouble. */
  code: string
  /** What is wrong and what was expected. */
  what: string
  /** What to do. */
  todo: string
  file?: string
  /** 1-based. */
  line?: number
  column?: number
  /** 2 usage, configuration or input; 3 a limit; 4 a rule's own examples. */
  exitCode?: number
}

/** A trouble that is expected: printed without a stack, and decides the exit code. */
export class KefulintError extends Error {
  readonly code: string
  readonly what: string
  readonly todo: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly exitCode: number

  constructor(parts: ErrorParts) {
    const place = placeOf(parts)
    super(place === '' ? parts.what : `${place}: ${parts.what}`)
    this.name = 'KefulintError'
    this.code = parts.code
    this.what = parts.what
    this.todo = parts.todo
    this.file = parts.file
    this.line = parts.line
    this.column = parts.column
    this.exitCode = parts.exitCode ?? 2
  }
}

/** `file:line:column`, as editors and terminals make it a link. */
export function placeOf(at: { file?: string; line?: number; column?: number }): string {
  return [at.file, at.line, at.line === undefined ? undefined : at.column]
    .filter((part) => part !== undefined)
    .join(':')
}
