import type { ChatFinding } from '../../report/html-data.js'
import type { App } from './app.js'
import { h } from './dom.js'
import { MARKS, type Mark } from './marks.js'

/** Confirmed, false alarm or appealed, and why. */
export function markButtons(app: App, { id }: ChatFinding): HTMLElement {
  const { marks: words } = app.t.page
  const { marks } = app
  const note = h('input', {
    type: 'text',
    placeholder: words.noteHint,
    'aria-label': words.note,
    maxlength: 300,
    on: {
      change: () => {
        const marked = marks.get(id)
        if (marked === undefined) return
        marks.set(id, { mark: marked.mark, ...(note.value === '' ? {} : { note: note.value }) })
        app.marked()
      },
    },
  })
  const buttons = MARKS.map((mark, i) =>
    h(
      'button',
      {
        type: 'button',
        class: `mark ${mark}`,
        'aria-keyshortcuts': i + 1,
        on: {
          click: () => {
            toggleMark(app, id, mark)
            look()
          },
        },
      },
      words[mark],
    ),
  )
  const notKept = h('p', { class: 'hint' }, words.notKept)

  function look() {
    const marked = marks.get(id)
    for (const [i, button] of buttons.entries())
      button.setAttribute('aria-pressed', String(marked?.mark === MARKS[i]))
    note.hidden = marked === undefined || marked.mark === 'confirmed'
    note.value = marked?.note ?? ''
    notKept.hidden = marked === undefined || marks.kept()
  }
  look()
  return h('div', { class: 'marks', role: 'group', 'aria-label': words.label }, buttons, note, notKept)
}

/** Setting the mark that is set removes it. */
export function toggleMark({ marks, marked }: App, id: string, mark: Mark) {
  const before = marks.get(id)
  marks.set(id, before?.mark === mark ? undefined : { ...before, mark })
  marked()
}
