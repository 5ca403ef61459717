/** Keys for reviewing without a mouse; none while one is typing or a dialog is open. */

import { type App, neighbour } from './app.js'
import { toggleMark } from './mark-buttons.js'
import { MARKS } from './marks.js'

/** None while the report is out of sight; until the signal ends them. */
export function bindKeys(root: HTMLElement, signal: AbortSignal) {
  let app: App | undefined
  let help: HTMLDialogElement | undefined

  document.addEventListener('keydown', heard, { signal })

  function heard(event: KeyboardEvent) {
    if (app === undefined || root.getClientRects().length === 0) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const target = event.target as HTMLElement
    if (document.querySelector('dialog[open]') !== null) return
    if (target.matches('input, select, textarea')) {
      if (event.key === 'Escape') target.blur()
      return
    }
    if (press(event.key, app)) event.preventDefault()
  }

  function press(key: string, current: App): boolean {
    const { selected } = current.state
    if (key === 'j' || key === 'k') {
      const next = neighbour(current, key === 'j' ? 1 : -1)
      if (next !== undefined) current.select(next)
      document.getElementById('findings')?.scrollIntoView({ block: 'nearest' })
    } else if (key === '/') {
      const search = document.getElementById('search')
      search?.scrollIntoView({ block: 'center' })
      search?.focus()
    } else if (key === '?') help?.showModal()
    else if (key === 'Escape' && selected !== undefined) current.select(undefined)
    else if (selected !== undefined && '123'.includes(key)) {
      toggleMark(current, selected.finding.id, MARKS[Number(key) - 1]!)
    } else if (selected !== undefined && key === '0') {
      current.marks.set(selected.finding.id)
      current.marked()
    } else return false
    return true
  }

  return {
    use(next: App, dialog: HTMLDialogElement) {
      app = next
      help = dialog
    },
  }
}
