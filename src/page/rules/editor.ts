/** A plain field for YAML with the numbers of its lines. Tab leaves it, as it leaves every field. */

import { h, replace } from '../report/dom.js'

export interface Editor {
  element: HTMLElement
  field: HTMLTextAreaElement
  /** Marks the line of a mistake, or none. */
  mark(line?: number): void
  goTo(line: number, column: number): void
}

export function editor(
  text: string,
  { id, describedBy }: { id: string; describedBy: string },
  change: (text: string) => void,
): Editor {
  const gutter = h('div', { class: 'gutter', 'aria-hidden': 'true' })
  const field = h('textarea', {
    id,
    class: 'yaml',
    wrap: 'off',
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
    'aria-describedby': describedBy,
    on: {
      input: () => {
        number()
        change(field.value)
      },
      scroll: () => {
        gutter.scrollTop = field.scrollTop
      },
    },
  })
  field.value = text
  let marked: number | undefined
  let lines = 0

  function number() {
    const count = field.value.split('\n').length
    if (count === lines) return
    lines = count
    draw()
  }

  function draw() {
    replace(
      gutter,
      Array.from({ length: lines }, (_, i) => h('div', { class: i + 1 === marked && 'wrong' }, i + 1)),
    )
    gutter.scrollTop = field.scrollTop
  }

  number()
  return {
    element: h('div', { class: 'editor' }, gutter, field),
    field,
    mark(line) {
      field.setAttribute('aria-invalid', String(line !== undefined))
      if (line === marked) return
      marked = line
      draw()
    },
    goTo(line, column) {
      const before = field.value.split('\n').slice(0, line - 1)
      const at = before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1
      field.focus()
      field.setSelectionRange(at, at)
      const height = field.scrollHeight / Math.max(1, lines)
      field.scrollTop = Math.max(0, (line - 4) * height)
    },
  }
}
