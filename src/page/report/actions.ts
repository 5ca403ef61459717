import { agentTable } from './agent-table.js'
import type { App } from './app.js'
import { h } from './dom.js'
import { REPEATED } from './groups.js'
import { quickReplies } from './quick-replies.js'
import { sentences } from './sentences.js'

/** What to do about it: sentences, quick replies, people. */
export function actions(app: App): HTMLElement {
  const { parts, actions: words } = app.t.page
  const block = (title: string, hint: string, content: HTMLElement) =>
    h('section', { class: 'action' }, h('h3', {}, title), h('p', { class: 'hint' }, hint), content)
  return h(
    'section',
    { id: 'actions', 'aria-labelledby': 'actions-title' },
    h('h2', { id: 'actions-title' }, parts.actions),
    block(words.sentences, words.sentencesHint, sentences(app)),
    block(words.replies, words.repliesHint(REPEATED), quickReplies(app)),
    block(words.agents, words.agentsHint, agentTable(app)),
  )
}
