/** The browser's storage, which a page opened from disk may be denied. */
export interface Store {
  available: boolean
  read(key: string): string | null
  /** False where it was not kept. */
  write(key: string, value: string): boolean
}

export function browserStore(): Store {
  const attempt = <T>(work: (storage: Storage) => T, otherwise: T): T => {
    try {
      return work(window.localStorage)
    } catch {
      return otherwise
    }
  }
  return {
    available: attempt((storage) => storage !== null, false),
    read: (key) => attempt((storage) => storage.getItem(key), null),
    write: (key, value) =>
      attempt((storage) => {
        storage.setItem(key, value)
        return true
      }, false),
  }
}
