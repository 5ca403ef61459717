/** While files are judged: how far it is, and a way out. */

import type { AuditTexts } from '../../messages/audit-page.js'
import { h } from '../report/dom.js'
import { grouped } from '../report/numbers.js'
import type { Progress } from './run.js'

/** Milliseconds between two drawings. */
const PAUSE = 80

export function working(words: AuditTexts, cancel: () => void) {
  const name = h('p', {})
  const bar = h('progress', { max: 1, value: 0 })
  const count = h('p', { class: 'hint' })
  let drawn = 0
  return {
    element: h(
      'div',
      { class: 'working', role: 'group' },
      name,
      bar,
      count,
      h('button', { type: 'button', class: 'button', on: { click: cancel } }, words.cancel),
    ),
    show(progress: Progress) {
      const now = performance.now()
      if (now - drawn < PAUSE) return
      drawn = now
      name.textContent = words.working(progress.name)
      bar.setAttribute('aria-label', name.textContent)
      bar.value = progress.allBytes === 0 ? 0 : progress.bytes / progress.allBytes
      count.textContent = words.done(
        sizeText(progress.bytes),
        sizeText(progress.allBytes),
        grouped(progress.conversations),
      )
    },
  }
}

export function sizeText(bytes: number): string {
  if (bytes < 1 << 10) return `${bytes} B`
  return bytes < 1 << 20 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`
}
