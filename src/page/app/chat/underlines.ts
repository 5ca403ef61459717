/**
 * Lines beneath words of a text field, which can hold no marks itself: an unseen copy of its text tells where they stand.
 * The copy has a block a line and no element within one, as the field has: what a browser shapes together decides its
 * fonts, and so the widths.
 */

import type { Finding } from '../../../model.js'
import { h } from '../../report/dom.js'

export interface Underlines {
  /** To lie beneath the field; the copy gives the field its height. */
  layers: HTMLElement[]
  draw(text: string, findings: readonly Finding[]): void
}

export function createUnderlines(): Underlines {
  const copy = h('div', { class: 'copy', 'aria-hidden': 'true', lang: 'zh-CN' })
  const lines = h('div', { class: 'lines', 'aria-hidden': 'true' })
  let texts: readonly Text[] = []
  let shown: readonly Finding[] = []

  function place() {
    const { left, top } = lines.getBoundingClientRect()
    const elements = shown.flatMap(({ severity, span }) =>
      rectsOf(texts, span).map((rect) =>
        h('i', {
          class: severity,
          vars: {
            left: `${rect.left - left}px`,
            top: `${rect.top - top}px`,
            width: `${rect.width}px`,
            height: `${rect.height}px`,
          },
        }),
      ),
    )
    lines.replaceChildren(...elements)
  }
  // another width breaks the lines elsewhere
  new ResizeObserver(place).observe(copy)

  return {
    layers: [copy, lines],
    draw(draft, findings) {
      texts = draft.split('\n').map((line) => document.createTextNode(line))
      // the character without width gives an empty line its height
      copy.replaceChildren(...texts.map((text) => h('div', {}, text.length > 0 ? text : '\u200b')))
      shown = findings
      place()
    },
  }
}

/** Where the words stand, line by line; offsets count the line ends too. */
function rectsOf(texts: readonly Text[], span: Finding['span']): DOMRect[] {
  const rects: DOMRect[] = []
  let from = 0
  for (const text of texts) {
    const start = Math.max(span.start - from, 0)
    const end = Math.min(span.end - from, text.length)
    if (start < end) {
      const range = document.createRange()
      range.setStart(text, start)
      range.setEnd(text, end)
      rects.push(...Array.from(range.getClientRects()))
    }
    from += text.length + 1
  }
  return rects
}
