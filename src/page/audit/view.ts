/** The view in which files become a report. Nothing leaves the page. */

import { sample } from '../../generated/page-texts.js'
import { auditTexts } from '../../messages/audit-page.js'
import type { Messages } from '../../messages/index.js'
import { h, replace } from '../report/dom.js'
import type { Store } from '../report/store.js'
import { acceptDrops } from './drops.js'
import { fileInputs, type Input, textInput } from './input.js'
import { intake } from './intake.js'
import { optionFields } from './options.js'
import { result } from './result.js'
import { auditFiles, type Outcome } from './run.js'
import { newSettings } from './settings.js'
import { working } from './working.js'

export interface AuditDeps {
  /** The texts in the language shown. */
  t: Messages
  store: Store
  /** Has a screen reader say it when it is free to. */
  announce(text: string): void
}

export interface AuditView {
  id: 'audit'
  /** Fills `root`, anew after each change of language; what was judged stays. */
  mount(root: HTMLElement, deps: AuditDeps): void
}

export function auditView(): AuditView {
  const state = { pasted: '', settings: newSettings(), outcome: undefined as Outcome | undefined }
  let running: AbortController | undefined
  let close = () => {}
  let mounted: AbortController | undefined

  function mount(root: HTMLElement, { t, store, announce }: AuditDeps) {
    const words = auditTexts(t.lang)
    const stage = h('div', { class: 'stage' })
    close()
    running?.abort()
    running = undefined
    mounted?.abort()
    mounted = new AbortController()
    const section = h('section', { class: 'audit', 'aria-labelledby': 'audit-title' }, stage)
    replace(root, section)
    // While files are judged, others have to wait.
    const take = (files: FileList) => void (running === undefined && judge(fileInputs(files)))
    acceptDrops(section, take, mounted.signal)

    const title = () => h('h2', { id: 'audit-title', tabindex: -1 }, words.title)
    const head = (notice?: string) => [
      title(),
      h('p', { class: 'lead' }, words.intro, ' ', h('span', { class: 'hint' }, words.local)),
      notice && h('p', { class: 'notice', role: 'status' }, notice),
    ]

    function ask(notice?: string) {
      state.outcome = undefined
      close()
      const given = intake({ words, state, sample: textInput(sample.text, sample.name), take: judge })
      replace(stage, head(notice), given, optionFields(state.settings, t, words))
    }

    async function judge(inputs: Input[]) {
      const mine = new AbortController()
      running = mine
      const display = working(words, () => mine.abort())
      close()
      replace(stage, head(), display.element)
      display.element.querySelector('button')?.focus()
      try {
        const how = { messages: t, settings: state.settings, signal: mine.signal, onProgress: display.show }
        state.outcome = await auditFiles(inputs, how)
        show(state.outcome)
        const sums = state.outcome.reports.map(({ data }) => data.summary)
        const conversations = sums.reduce((sum, each) => sum + each.conversations, 0)
        const errors = sums.reduce((sum, each) => sum + each.findings.error, 0)
        announce(words.finished(conversations, errors))
      } catch (error) {
        // Drawn anew in another language meanwhile: that one asks for itself.
        if (running === mine)
          ask(mine.signal.aborted ? words.cancelled : words.failed((error as Error).message))
      } finally {
        if (running === mine) running = undefined
      }
    }

    function show(outcome: Outcome) {
      const shown = result(outcome, {
        t,
        words,
        store,
        mask: state.settings.mask,
        again: judge,
        leave: () => {
          ask()
          stage.querySelector<HTMLElement>('#audit-title')?.focus()
        },
      })
      close = shown.close
      replace(stage, title(), shown.element)
      stage.querySelector<HTMLElement>('#audit-title')?.focus({ preventScroll: true })
    }

    if (state.outcome === undefined) ask()
    else show(state.outcome)
  }

  return { id: 'audit', mount }
}
