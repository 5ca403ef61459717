/** A slip in a name must not pass for a fact: who calls from JavaScript has no types to tell. */

import type { Message } from '../model.js'
import { ROLES } from '../values.js'

export function expectMessage({ role, text }: Message): void {
  expectOneOf('role', role, ROLES)
  if (typeof text !== 'string') throw new TypeError(`text must be a string, got ${typeof text}`)
}

export function expectOneOf(name: string, value: unknown, known: readonly string[]): void {
  if (!known.includes(value as string))
    throw new TypeError(`${name} is ${JSON.stringify(value)}, expected ${known.join(', ')}`)
}
