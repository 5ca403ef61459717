/** The YAML of one rule beside what it makes of its examples, judged anew after every pause in typing. */

import type { Messages } from '../../messages/index.js'
import type { RulesTexts } from '../../messages/rules-page.js'
import { h, replace } from '../report/dom.js'
import { download } from '../report/download.js'
import { type Checked, checkRule, type Mistake } from './check.js'
import { editor } from './editor.js'
import { exampleList } from './examples.js'
import { type TryState, tryBox } from './try-box.js'

/** Milliseconds without a key. */
const PAUSE = 300

export interface WorkbenchDeps {
  t: Messages
  words: RulesTexts
  text: string
  /** What it was before anything was changed. */
  source: string
  /** What is to be known before this rule is changed. */
  notes: string[]
  state: TryState
  /** Keeps every change at once; the text is safe before it is judged. */
  keep(text: string): void
  kept(): boolean
  /** Buttons beside the download. */
  more: HTMLElement[]
}

export function workbench({ t, words, text, source, notes, state, keep, kept, more }: WorkbenchDeps) {
  let current = text
  let good: Checked | undefined
  let timer: number | undefined
  const status = h('div', { id: 'yaml-status', class: 'yaml-status', role: 'status' })
  const outcome = h('div', {})
  const keeping = h('p', { class: 'hint' })
  const trying = tryBox(state, t, words, later)
  const yaml = editor(text, { id: 'yaml', describedBy: 'yaml-status yaml-keys' }, (changed) => {
    current = changed
    keep(changed)
    tellKept()
    later()
  })

  function later() {
    element.setAttribute('aria-busy', 'true')
    clearTimeout(timer)
    timer = window.setTimeout(judge, PAUSE)
  }

  function judge() {
    element.removeAttribute('aria-busy')
    const checked = checkRule(current, t)
    if ('mistake' in checked) {
      yaml.mark(checked.mistake.line)
      outcome.classList.add('stale')
      replace(status, mistakeText(checked.mistake), good && h('p', { class: 'hint' }, words.stale))
    } else {
      good = checked
      outcome.classList.remove('stale')
      yaml.mark()
      replace(status)
      replace(outcome, exampleList(checked.examples, t, words))
    }
    if (good !== undefined) trying.show(good)
  }

  function mistakeText({ what, todo, line, column }: Mistake) {
    const go = () => yaml.goTo(line, column)
    return h(
      'div',
      { class: 'mistake' },
      h(
        'p',
        {},
        h('b', {}, words.error(line, column)),
        ' ',
        h('button', { type: 'button', class: 'link', on: { click: go } }, words.show),
      ),
      h('p', {}, what),
      h('p', { class: 'hint' }, todo),
    )
  }

  function tellKept() {
    const changed = current !== source
    keeping.textContent = !changed ? '' : kept() ? words.kept : words.notKept
    keeping.classList.toggle('bad', changed && !kept())
  }

  const save = () => download(`${nameIn(current)}.yaml`, 'application/yaml', current)
  const element = h(
    'div',
    { class: 'workbench' },
    h(
      'div',
      { class: 'writing' },
      h('label', { for: 'yaml', class: 'hint' }, words.yaml),
      status,
      yaml.element,
      h('p', { class: 'hint', id: 'yaml-keys' }, words.keys),
      h(
        'div',
        { class: 'button-line' },
        h('button', { type: 'button', class: 'button', on: { click: save } }, words.download),
        more,
      ),
      keeping,
      notes.map((note) => h('p', { class: 'hint' }, note)),
    ),
    h(
      'div',
      { class: 'outcomes' },
      trying.element,
      h(
        'section',
        { 'aria-labelledby': 'examples-title' },
        h('h3', { id: 'examples-title' }, words.examples),
        outcome,
      ),
    ),
  )
  tellKept()
  judge()
  return { element, close: () => clearTimeout(timer) }
}

/** The part of the id behind the topic, as the files of the built-in rules are called. */
function nameIn(text: string): string {
  return /^id:\s*["']?[a-z0-9-]+\/([a-z0-9-]+)/m.exec(text)?.[1] ?? 'rule'
}
