/** All rules by topic, and what the user wrote, narrowed by a search. */

import type { RuleInfo } from '../../engine/types.js'
import { type Messages, textFor } from '../../messages/index.js'
import type { RulesTexts } from '../../messages/rules-page.js'
import { costText } from '../../report/money.js'
import { h, replace } from '../report/dom.js'
import type { Drafts } from './drafts.js'
import { ownTitle } from './own-title.js'

export interface CatalogueDeps {
  t: Messages
  words: RulesTexts
  rules: readonly RuleInfo[]
  drafts: Drafts
  /** Outlives a change of language. */
  state: { search: string; selected?: string }
  select(key: string): void
  create(): void
}

export function catalogue({ t, words, rules, drafts, state, select, create }: CatalogueDeps) {
  const count = h('p', { class: 'hint', role: 'status' })
  const list = h('div', { class: 'rule-groups' })
  const search = h('input', {
    type: 'search',
    'aria-label': words.search,
    placeholder: words.searchHint,
    autocomplete: 'off',
    on: {
      input: () => {
        state.search = search.value
        draw()
      },
    },
  })
  search.value = state.search

  const item = (key: string, title: string, id: string, facts: (Node | string | false)[]) =>
    h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          class: 'rule-item',
          'aria-current': state.selected === key ? 'true' : undefined,
          on: { click: () => select(key) },
        },
        h('b', {}, title),
        h('span', { class: 'facts-line' }, h('code', {}, id), facts),
      ),
    )

  function builtIn(rule: RuleInfo) {
    return item(rule.id, textFor(t, rule.title).trim(), rule.id, [
      h('span', { class: `level ${rule.severity}` }, t.severities[rule.severity]),
      rule.severity === 'error' && h('span', {}, costText(rule.cost, t)),
      drafts.get(rule.id) !== undefined && h('span', { class: 'edited' }, words.edited),
    ])
  }

  function draw() {
    const wanted = state.search.trim().toLowerCase()
    const matching = rules.filter((rule) => haystack(rule).includes(wanted))
    const topics = [...new Set(matching.map(({ id }) => topicOf(id)))]
    count.textContent = matching.length === 0 ? words.none : words.count(matching.length)
    const mine = drafts.own().filter((key) => drafts.get(key)!.toLowerCase().includes(wanted))
    const group = (title: string, items: HTMLElement[]) =>
      h('section', {}, h('h3', {}, title), h('ul', {}, items))
    const { scrollTop } = list
    replace(
      list,
      mine.length > 0 &&
        group(
          words.own,
          mine.map((key) => {
            const { title, id } = ownTitle(drafts.get(key)!, t)
            return item(key, title ?? words.untitled, id ?? '', [])
          }),
        ),
      topics.map((topic) =>
        group(words.topics[topic] ?? topic, matching.filter(({ id }) => topicOf(id) === topic).map(builtIn)),
      ),
    )
    list.scrollTop = scrollTop
  }

  draw()
  const element = h(
    'div',
    { class: 'catalogue' },
    search,
    h(
      'div',
      { class: 'button-line' },
      count,
      h(
        'button',
        { type: 'button', class: 'button', tip: words.ownHint, on: { click: create } },
        words.create,
      ),
    ),
    list,
  )
  return { element, draw }
}

const topicOf = (id: string) => id.split('/')[0]!

function haystack({ id, title, explanation, clause, suggestion, examples }: RuleInfo): string {
  const texts = [title, explanation, clause, suggestion].flatMap(({ zh, en }) => [zh, en])
  const said = [...examples.violates, ...examples.complies].flatMap(({ chat }) => chat)
  return [id, ...texts, ...said].join('\n').toLowerCase()
}
