/** The view in which rules are read, changed and tried. */

import type { RuleInfo } from '../../engine/types.js'
import { ruleSources } from '../../generated/page-texts.js'
import { createLinter } from '../../linter.js'
import { type Messages, textFor } from '../../messages/index.js'
import { ruleTemplate } from '../../messages/rule-template.js'
import { rulesTexts } from '../../messages/rules-page.js'
import { h, icon, replace } from '../report/dom.js'
import type { Store } from '../report/store.js'
import { about } from './about.js'
import { catalogue } from './catalogue.js'
import { createDrafts, type Drafts, isOwn } from './drafts.js'
import { ownTitle } from './own-title.js'
import { workbench } from './workbench.js'

const BACK = 'M10 3 5 8l5 5'

export interface RulesDeps {
  /** The texts in the language shown. */
  t: Messages
  store: Store
}

export interface RulesView {
  id: 'rules'
  /** Fills `root`, anew after each change of language; what is written stays. */
  mount(root: HTMLElement, deps: RulesDeps): void
}

export function rulesView(): RulesView {
  const state = { search: '', selected: undefined as string | undefined, said: '', asked: '' }
  let rules: readonly RuleInfo[] | undefined
  let drafts: Drafts | undefined
  let close = () => {}

  window.addEventListener('beforeunload', (event) => {
    // What could not be kept would be lost.
    if (drafts?.kept() === false) event.preventDefault()
  })

  function mount(root: HTMLElement, { t, store }: RulesDeps) {
    const words = rulesTexts(t.lang)
    rules ??= createLinter().rules
    drafts ??= createDrafts(store)
    const all = rules
    const mine = drafts
    const list = catalogue({ t, words, rules: all, drafts: mine, state, select, create })
    const pane = h('div', { class: 'rule-pane' })
    const panes = h('div', { class: 'rule-panes' }, list.element, pane)
    replace(
      root,
      h(
        'section',
        { class: 'rules', 'aria-labelledby': 'rules-title' },
        h('h2', { id: 'rules-title' }, words.title),
        h('p', { class: 'lead' }, words.intro),
        panes,
      ),
    )
    show()

    function select(key: string | undefined) {
      const left = state.selected
      state.selected = key
      list.draw()
      show()
      // On a phone rule and list take turns: focus goes with them.
      if (key !== undefined) pane.querySelector<HTMLElement>('h3')?.focus()
      else if (left !== undefined) list.element.querySelector<HTMLElement>('input')?.focus()
    }

    function create() {
      const key = mine.create()
      mine.set(key, ruleTemplate(words))
      select(key)
    }

    function show() {
      close()
      const key = state.selected
      panes.classList.toggle('reading', key !== undefined)
      if (key === undefined) {
        close = () => {}
        replace(pane, h('p', { class: 'empty' }, words.pick))
        return
      }
      const rule = all.find(({ id }) => id === key)
      const source = isOwn(key) ? '' : ruleSources[key]!
      const text = mine.get(key) ?? source
      const undo = isOwn(key) ? removeButton(key) : restoreButton(key, text !== source)
      const bench = workbench({
        t,
        words,
        text,
        source,
        state,
        notes: isOwn(key) ? [] : [words.builtIn, ...(/^lexicon:/m.test(source) ? [words.lexicon] : [])],
        keep: (changed) => {
          mine.set(key, changed === source ? undefined : changed)
          if (!isOwn(key)) undo.disabled = changed === source
          list.draw()
        },
        kept: mine.kept,
        more: [undo],
      })
      close = bench.close
      const named =
        rule === undefined ? ownTitle(text, t) : { title: textFor(t, rule.title).trim(), id: rule.id }
      replace(
        pane,
        h(
          'header',
          { class: 'rule-head' },
          h(
            'button',
            {
              type: 'button',
              class: 'tool back',
              'aria-label': words.back,
              on: { click: () => select(undefined) },
            },
            icon(BACK),
          ),
          h('h3', { tabindex: -1 }, named.title ?? words.untitled),
          named.id && h('code', {}, named.id),
        ),
        rule && about(rule, t),
        bench.element,
      )
    }

    function restoreButton(key: string, edited: boolean) {
      const restore = () => {
        mine.set(key)
        select(key)
      }
      const on = { click: restore }
      return h('button', { type: 'button', class: 'button quiet', disabled: !edited, on }, words.restore)
    }

    /** Asks by its own words: a second press deletes. */
    function removeButton(key: string) {
      let sure = false
      const button = h(
        'button',
        {
          type: 'button',
          class: 'button quiet',
          on: {
            click: () => {
              if (sure) {
                mine.set(key)
                select(undefined)
                return
              }
              sure = true
              button.textContent = words.removeSure
            },
            blur: () => {
              sure = false
              button.textContent = words.remove
            },
          },
        },
        words.remove,
      )
      return button
    }
  }

  return { id: 'rules', mount }
}
