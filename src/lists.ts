/** What lists and objects can do by themselves only in browsers later than those that chat tools are built on (ES2020). */

export function lastOf<T>(list: readonly T[]): T | undefined {
  return list[list.length - 1]
}

export function lastIndexWhere<T>(list: readonly T[], is: (item: T, index: number) => boolean): number {
  for (let i = list.length - 1; i >= 0; i--) if (is(list[i]!, i)) return i
  return -1
}

export function lastWhere<T>(list: readonly T[], is: (item: T) => boolean): T | undefined {
  return list[lastIndexWhere(list, is)]
}

/** An own key: a name that every object inherits is none. */
export function holdsKey(object: object, key: string): boolean {
  return Object.keys(object).includes(key)
}
