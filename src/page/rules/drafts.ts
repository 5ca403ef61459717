/** Texts that were edited, kept by the browser where it allows that. Built-in rules go by their id. */

import type { Store } from '../report/store.js'

const KEY = 'kefulint.rules'
const OWN = 'own:'

export interface Drafts {
  get(key: string): string | undefined
  /** Forgets it where no text is given. */
  set(key: string, text?: string): void
  /** Keys of the user's own rules, oldest first. */
  own(): string[]
  /** A key for a new one. */
  create(): string
  /** False once the browser has refused to keep something. */
  kept(): boolean
}

export const isOwn = (key: string) => key.startsWith(OWN)

export function createDrafts(store: Store): Drafts {
  const drafts = read(store)
  let kept = true
  const own = () => [...drafts.keys()].filter(isOwn).sort((a, b) => numberOf(a) - numberOf(b))
  return {
    get: (key) => drafts.get(key),
    set(key, text) {
      // Another tab may be open: what it has written stays.
      const all = read(store)
      for (const each of [drafts, all]) {
        if (text === undefined) each.delete(key)
        else each.set(key, text)
      }
      kept = store.write(KEY, JSON.stringify(Object.fromEntries(all)))
    },
    own,
    create: () =>
      `${OWN}${Math.max(0, ...own().map(numberOf), ...[...read(store).keys()].filter(isOwn).map(numberOf)) + 1}`,
    kept: () => kept,
  }
}

function numberOf(key: string): number {
  return Number(key.slice(OWN.length)) || 0
}

function read(store: Store): Map<string, string> {
  try {
    const entries = Object.entries(JSON.parse(store.read(KEY) ?? '{}') as Record<string, unknown>)
    return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  } catch {
    return new Map()
  }
}
