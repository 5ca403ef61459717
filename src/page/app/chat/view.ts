/** The chat window in which one plays both sides. */

import { EXAMPLE_CHATS } from '../../../messages/example-chats.js'
import { costText, exposureText } from '../../../report/money.js'
import { append, h, replace } from '../../report/dom.js'
import type { View } from '../views.js'
import { bar } from './bar.js'
import { titleOf } from './card.js'
import { composer } from './composer.js'
import { draftPanel } from './draft-panel.js'
import { createPlay, newGame } from './play.js'
import { situationPanel } from './situation-panel.js'
import { talk } from './talk.js'
import { total } from './total.js'

export function chatView(): View {
  const state = newGame()
  return {
    id: 'chat',
    mount(root, { t, announce }) {
      const play = createPlay(state)
      const { app } = t

      const say = composer(play, t, {
        send() {
          const findings = play.send()
          const what = findings?.map((finding) => `${titleOf(play, finding, t)} ${costText(finding.cost, t)}`)
          if (what?.length) announce(app.draft.sent(what.length, what.join(' ')))
        },
        side: (to) => play.take(to),
      })
      const load = (name: string) => {
        const example = EXAMPLE_CHATS.find((each) => each.name === name)
        if (example === undefined) return
        play.load(example)
        say.focus()
      }
      const situation = situationPanel(play, t, () => {
        const errors = play.judge.findings().filter(({ severity }) => severity === 'error').length
        const { said, clean } = app.total
        announce(errors === 0 ? clean : said(errors, exposureText(play.judge.exposure(), t)))
      })
      const ground = h('div', { class: 'ground' })
      ground.addEventListener('keydown', (event) => {
        if (event.key !== 'F2' || event.isComposing) return
        event.preventDefault()
        play.take(play.state.side === 'buyer' ? 'agent' : 'buyer')
        say.focus()
      })
      append(ground, [
        h(
          'section',
          { class: 'talk', 'aria-labelledby': 'talk-title' },
          h('h2', { class: 'unseen', id: 'talk-title' }, app.views.chat),
          bar(play, t, {
            load,
            undo() {
              play.undo()
              announce(app.talk.undone)
              say.focus()
            },
            clear() {
              play.clear()
              announce(app.talk.cleared)
              say.focus()
            },
            situation() {
              const open = ground.classList.toggle('arranging')
              if (open) situation.focus()
              return open
            },
          }),
          talk(play, t, load),
          say.element,
        ),
        draftPanel(play, t, {
          announce,
          take(reply) {
            play.write(reply)
            play.judgeDraft()
            announce(app.draft.taken)
            say.focus()
          },
        }),
        situation,
        total(play, t),
      ])
      replace(root, ground)
    },
  }
}
