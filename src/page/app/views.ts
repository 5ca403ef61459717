/** What the page holds, in the order of its tabs. One view alone shows no tabs. */

import type { AppMessages } from '../../messages/app.js'
import { auditView } from '../audit/view.js'
import type { Store } from '../report/store.js'
import { rulesView } from '../rules/view.js'
import { chatView } from './chat/view.js'

export interface View {
  /** Also the hash that leads to it. */
  id: keyof AppMessages['app']['views']
  /** Fills `root`, anew after each change of language: what must outlive that, the view keeps. */
  mount(root: HTMLElement, deps: ViewDeps): void
}

export interface ViewDeps {
  t: AppMessages
  store: Store
  /** Has a screen reader say it when it is free to. */
  announce(text: string): void
}

export function createViews(): View[] {
  return [chatView(), auditView(), rulesView()]
}
