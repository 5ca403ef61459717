import { lastOf } from '../lists.js'
import type { PackFault } from './fault.js'

/** What can be wrong with a pack; each code has its text in messages/. */
export type PackErrorCode = PackFault['code']

/** A pack that cannot be loaded: names file, line, column and, as data, what was expected. */
export class PackError extends Error {
  readonly code: PackErrorCode

  constructor(
    readonly fault: PackFault,
    readonly file: string,
    readonly line = 1,
    readonly column = 1,
    /** What is wrong, as it stands in the file: where only that is known, the place is found by it. */
    readonly quote?: string,
  ) {
    const { code, ...detail } = fault
    super(`${file}:${line}:${column} ${code}: ${JSON.stringify(detail)}`)
    this.name = 'PackError'
    this.code = code
  }
}

/** The same error at the place where its quote stands in the file. */
export function located(error: PackError, files: readonly { path: string; text: string }[]): PackError {
  const text = files.find((f) => f.path === error.file)?.text
  const at = text === undefined || error.quote === undefined ? -1 : placeOf(error.quote, text)
  if (text === undefined || at < 0) return error
  const before = text.slice(0, at).split('\n')
  return new PackError(error.fault, error.file, before.length, lastOf(before)!.length + 1)
}

/** A name may be part of a longer one, and a comment may hold it: it stands where it is whole, or else anywhere. */
function placeOf(quote: string, text: string): number {
  const bare = text.replace(/^[ \t]*#.*$/gm, (comment) => ' '.repeat(comment.length))
  for (let at = bare.indexOf(quote); at >= 0; at = bare.indexOf(quote, at + 1))
    if (!/[\w./-]/.test(bare[at - 1] ?? '') && !/[\w./-]|:(?=\S)/.test(bare[at + quote.length] ?? ''))
      return at
  const escaped = text.indexOf(JSON.stringify(quote).slice(1, -1))
  return escaped < 0 ? text.indexOf(quote) : escaped
}
