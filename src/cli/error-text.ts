import { placeOf } from '../errors.js'

interface Told {
  code: string
  what: string
  todo: string
  file?: string
  line?: number
  column?: number
}

/** Place, what is wrong, what to do: without a stack, since nobody needs one for a typing mistake. */
export function errorText(error: Told): string {
  const place = placeOf(error)
  return `${place === '' ? 'kefulint' : place}: ${error.what} [${error.code}]\n  → ${error.todo}\n`
}
