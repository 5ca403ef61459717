/** Light or dark: as the system has it until the reader chooses. */

import type { Store } from './store.js'

export interface Theme {
  dark(): boolean
  toggle(): void
}

const KEY = 'kefulint.theme'

export function createTheme(store: Store): Theme {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  let chosen = store.read(KEY)
  const dark = () => (chosen === null ? system.matches : chosen === 'dark')
  const apply = () => {
    document.documentElement.dataset.theme = dark() ? 'dark' : 'light'
  }
  system.addEventListener('change', apply)
  apply()
  return {
    dark,
    toggle() {
      chosen = dark() ? 'light' : 'dark'
      store.write(KEY, chosen)
      apply()
    },
  }
}
