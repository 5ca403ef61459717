/** What the reader decided about each finding; kept by the browser where it allows that. */

import type { Store } from './store.js'

export type Mark = 'confirmed' | 'false-alarm' | 'appealed'
export const MARKS: readonly Mark[] = ['confirmed', 'false-alarm', 'appealed']

export interface Marked {
  mark: Mark
  /** Why, in the reader's words. */
  note?: string
}

export interface Marks {
  get(id: string): Marked | undefined
  /** Removes the mark where none is given. */
  set(id: string, marked?: Marked): void
  /** False once the browser has refused to keep something. */
  kept(): boolean
}

const KEY = 'kefulint.marks'

/** By the ids of findings, so that a report made anew from the same records finds its marks again. */
export function createMarks(store: Store): Marks {
  const marks = read(store)
  let kept = store.available
  return {
    get: (id) => marks.get(id),
    set(id, marked) {
      if (marked === undefined) marks.delete(id)
      else marks.set(id, marked)
      // Another report may be open in another tab: what it has written stays.
      const all = read(store)
      if (marked === undefined) all.delete(id)
      else all.set(id, marked)
      kept = store.write(KEY, JSON.stringify(Object.fromEntries(all)))
    },
    kept: () => kept,
  }
}

function read(store: Store): Map<string, Marked> {
  try {
    const entries = Object.entries(JSON.parse(store.read(KEY) ?? '{}') as Record<string, Marked>)
    return new Map(entries.filter(([, marked]) => MARKS.includes(marked?.mark)))
  } catch {
    return new Map()
  }
}
