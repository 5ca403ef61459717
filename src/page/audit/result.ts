/** The report of what was judged, under what was read of each file. */

import type { AuditTexts } from '../../messages/audit-page.js'
import { type Messages, say } from '../../messages/index.js'
import { htmlPage } from '../../report/html.js'
import { h, replace } from '../report/dom.js'
import { download } from '../report/download.js'
import { type MountedReport, mountReport } from '../report/report.js'
import type { Store } from '../report/store.js'
import { fileList } from './file-list.js'
import type { Input } from './input.js'
import type { Outcome } from './run.js'

export interface ResultDeps {
  t: Messages
  words: AuditTexts
  store: Store
  mask: boolean
  again(inputs: Input[]): void
  /** Back to where files are given. */
  leave(): void
}

export function result({ files, reports }: Outcome, deps: ResultDeps) {
  const { t, words, store, leave } = deps
  const place = h('div', { class: 'audit-report' })
  let mounted: MountedReport | undefined
  let shown = reports[0]

  function show(report: (typeof reports)[number]) {
    shown = report
    mounted?.close()
    // The texts of the page are those of the language in which it is shown.
    mounted = mountReport(place, { ...report.data, lang: t.lang }, store, { inside: true })
    note.hidden = report.kind !== 'replies'
    for (const [i, button] of kinds.entries())
      button.setAttribute('aria-pressed', String(reports[i] === report))
  }

  const kinds = reports.map((report) =>
    h(
      'button',
      { type: 'button', class: 'chip', on: { click: () => show(report) } },
      words.kinds[report.kind],
    ),
  )
  const note = h('p', { class: 'hint' }, words.repliesNote)
  const save = () => download(words.downloadName, 'text/html', htmlPage({ ...shown!.data, lang: t.lang }))
  const nothing = say(t, 'nothing-judged').what
  const element = h(
    'div',
    {},
    h(
      'div',
      { class: 'audit-head' },
      h(
        'div',
        { class: 'button-line' },
        h('button', { type: 'button', class: 'button', on: { click: leave } }, words.again),
        shown && h('button', { type: 'button', class: 'button', on: { click: save } }, words.download),
        reports.length > 1 && h('div', { class: 'kinds', role: 'group' }, kinds),
      ),
      note,
      shown === undefined &&
        h('p', { class: 'notice', role: 'alert' }, h('b', {}, nothing), ' ', words.todo['nothing-judged']),
      fileList(files, deps),
    ),
    place,
  )
  if (shown === undefined) replace(place)
  else show(shown)
  note.hidden = shown?.kind !== 'replies'
  return { element, close: () => mounted?.close() }
}
