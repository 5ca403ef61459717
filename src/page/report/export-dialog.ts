import type { App } from './app.js'
import { appealsCsv, appealsMarkdown } from './appeals.js'
import { h, replace } from './dom.js'
import { download } from './download.js'
import type { Mark } from './marks.js'
import { suppressionsYaml } from './suppressions.js'

const DAYS_TO_EXPIRE = 180

/** Marks leave the page here, as files that the reader's machine makes. */
export function exportDialog(app: App) {
  const { t, data, rows, marks } = app
  const { exports: words, tools } = t.page
  const marked = (mark: Mark) => rows.filter(({ finding }) => marks.get(finding.id)?.mark === mark)
  const expires = new Date(Date.now() + DAYS_TO_EXPIRE * 86_400_000).toISOString().slice(0, 10)

  const approver = h('input', { type: 'text', autocomplete: 'name', on: { input: () => look() } })
  const reason = h('input', { type: 'text', value: words.reasonDefault })
  const until = h('input', { type: 'date', value: expires })
  const missing = h('p', { class: 'hint' }, words.approverMissing)
  const actions = h('div', { class: 'dialog-actions' })
  const field = (label: string, input: HTMLElement) =>
    h('label', { class: 'field' }, h('span', {}, label), input)
  const action = (label: string, click: () => void, disabled = false) =>
    h('button', { type: 'button', class: 'button', disabled, on: { click } }, label)

  function look() {
    const falseAlarms = marked('false-alarm')
    const appeals = marked('appealed')
    const approved = approver.value.trim() !== '' && until.value !== ''
    missing.hidden = falseAlarms.length === 0 || approved
    const approval = () => ({
      approver: approver.value.trim(),
      reason: reason.value.trim() || words.reasonDefault,
      expires: until.value,
    })
    replace(
      actions,
      falseAlarms.length + appeals.length === 0 && h('p', { class: 'empty' }, words.nothing),
      falseAlarms.length > 0 &&
        action(
          words.suppressions(falseAlarms.length),
          () =>
            download(
              'suppressions.yaml',
              'application/yaml',
              suppressionsYaml(falseAlarms, marks, approval(), data.rules, t),
            ),
          !approved,
        ),
      appeals.length > 0 && [
        action(words.appealText(appeals.length), () =>
          download(`${words.appealName}.md`, 'text/markdown', appealsMarkdown(appeals, marks, data.rules, t)),
        ),
        action(words.appealTable, () =>
          download(`${words.appealName}.csv`, 'text/csv', appealsCsv(appeals, marks, data.rules, t)),
        ),
      ],
    )
  }

  const element = h(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'export-title' },
    h('h2', { id: 'export-title' }, words.open),
    h('p', {}, words.intro),
    h(
      'div',
      { class: 'fields' },
      field(words.approver, approver),
      field(words.reason, reason),
      field(words.expires, until),
    ),
    missing,
    actions,
    h('button', { type: 'button', class: 'button quiet', on: { click: () => element.close() } }, tools.close),
  )
  return {
    element,
    open() {
      look()
      element.showModal()
    },
  }
}
