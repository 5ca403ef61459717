/** What each file was taken for, what was wrong with it, and a way to have it read otherwise. */

import { placeOf } from '../../errors.js'
import type { AuditTexts } from '../../messages/audit-page.js'
import { type Messages, textOfFormat } from '../../messages/index.js'
import { FORMAT_NAMES } from '../../read/names.js'
import { maskProblem } from '../../report/mask.js'
import { choice } from '../fields.js'
import { h } from '../report/dom.js'
import type { Input } from './input.js'
import type { FileOutcome } from './run.js'
import { sizeText } from './working.js'

const SHOWN = 20

export interface FileListDeps {
  t: Messages
  words: AuditTexts
  mask: boolean
  /** Judges all files anew, some of them read otherwise. */
  again(inputs: Input[]): void
}

export function fileList(files: readonly FileOutcome[], deps: FileListDeps): HTMLElement {
  const { words } = deps
  const inputs = files.map(({ input }) => ({ ...input }))
  const anew = h(
    'button',
    { type: 'button', class: 'button', hidden: true, on: { click: () => deps.again(inputs) } },
    words.anew,
  )
  const bad = files.some(({ problems }) => problems.length > 0)
  return h(
    'details',
    { class: 'files', open: bad },
    h('summary', {}, words.files, ' ', h('small', {}, files.map(({ input }) => input.name).join(' · '))),
    h(
      'ul',
      {},
      files.map((file, at) =>
        h(
          'li',
          {},
          fileRow(file, deps, (as) => {
            inputs[at] = { ...inputs[at]!, as }
            anew.hidden = false
          }),
        ),
      ),
    ),
    anew,
  )
}

function fileRow(file: FileOutcome, { t, words, mask }: FileListDeps, readAs: (as: Input['as']) => void) {
  const { input, problems } = file
  const shown = problems.slice(0, SHOWN).map((problem) => (mask ? maskProblem(problem) : problem))
  return [
    h(
      'div',
      { class: 'file-row' },
      h('div', {}, h('b', {}, input.name), ' ', h('small', {}, sizeText(input.blob.size))),
      h('div', { class: file.taken === undefined ? 'bad' : 'hint' }, takenText(file, t, words)),
      choice(
        words.readAs,
        [
          ['', words.automatic],
          ['replies', words.replies],
          ...FORMAT_NAMES.map((name) => [name, `${name} · ${textOfFormat(t, name).about}`] as const),
        ],
        input.as ?? '',
        (as) => readAs(as === '' ? undefined : (as as Input['as'])),
      ),
    ),
    problems.length > 0 &&
      h(
        'ul',
        { class: 'file-problems', 'aria-label': words.problems(problems.length) },
        shown.map((problem) =>
          h(
            'li',
            {},
            h('code', {}, placeOf(problem)),
            ` ${problem.what} `,
            h('span', { class: 'hint' }, problem.todo),
          ),
        ),
        problems.length > SHOWN && h('li', { class: 'hint' }, words.moreProblems(problems.length - SHOWN)),
      ),
  ]
}

function takenText({ taken }: FileOutcome, t: Messages, words: AuditTexts): string {
  if (taken === undefined) return words.took.nothing
  if (taken.format === undefined) return words.took.replies(taken.conversations)
  return words.took.chat(textOfFormat(t, taken.format).about, taken.conversations)
}
