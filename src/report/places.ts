/** File names as other tools want them. */

import { isAbsolute, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

/** With slashes, from the working directory where the file lies below it: a review tool knows it by that name. */
export function filePath(file: string): string {
  const near = isAbsolute(file) ? relative(process.cwd(), file) : file
  const path = near.startsWith('..') || isAbsolute(near) ? file : near
  const slashed = sep === '/' ? path : path.replaceAll(sep, '/')
  return slashed.startsWith('./') ? slashed.slice(2) : slashed
}

/** A URI reference: every other character percent-encoded. */
export function fileUri(file: string): string {
  const path = filePath(file)
  if (isAbsolute(path)) return pathToFileURL(path).href
  return path.split('/').map(encoded).join('/')
}

function encoded(part: string): string {
  // The system may give names with half a surrogate pair.
  return encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'))
}
