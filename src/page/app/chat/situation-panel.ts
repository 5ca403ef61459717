/** What is known around the chat; every change judges the chat anew. */

import { builtIn } from '../../../generated/builtin.js'
import { schedules } from '../../../linter.js'
import type { AppMessages } from '../../../messages/app.js'
import { textFor } from '../../../messages/index.js'
import type { Order, OrderStatus } from '../../../model.js'
import { STATUSES } from '../../../values.js'
import { choice, money, tick, word } from '../../fields.js'
import { h, replace } from '../../report/dom.js'
import type { Play } from './play.js'
import { factsAsked, NOTHING_KNOWN } from './situation.js'

const FACTS = factsAsked(builtIn.knowledge.rules)

export function situationPanel(play: Play, t: AppMessages, changed: () => void): HTMLElement {
  const { situation: words } = t.app
  const form = h('form', { on: { submit: (event) => event.preventDefault() } })

  const arrange: Play['arrange'] = (situation) => {
    play.arrange(situation)
    changed()
  }
  const order = (part: Partial<Order>) =>
    arrange({ ...play.state.situation, order: { ...play.state.situation.order, ...part } })

  function draw() {
    const now = play.state.situation
    replace(
      form,
      h(
        'fieldset',
        {},
        h('legend', {}, words.order),
        choice(
          words.status,
          [['', words.unknown], ...STATUSES.map((s) => [s, words.statuses[s]] as const)],
          now.order.status ?? '',
          (status) => order({ status: status === '' ? undefined : (status as OrderStatus) }),
        ),
        h(
          'div',
          { class: 'pair' },
          money(words.amount, now.order.amount, words.badNumber, (amount) => order({ amount })),
          money(words.freight, now.order.freight, words.badNumber, (freight) => order({ freight })),
        ),
        h(
          'div',
          { class: 'pair' },
          word(words.buyer, now.buyer, (buyer) => arrange({ ...play.state.situation, buyer })),
          word(words.orderBuyer, now.order.buyer, (buyer) => order({ buyer })),
        ),
        tick(
          words.services,
          (now.order.services ?? []).length > 0,
          (bought) => order({ services: bought ? [words.services] : [] }),
          'yes-no',
        ),
      ),
      h(
        'fieldset',
        {},
        h('legend', {}, words.shop),
        FACTS.map(({ name, byDefault }) =>
          choice(
            words.facts[name] ?? name,
            [
              ['', words.byDefault(byDefault ? words.yes : words.no)],
              ['true', words.yes],
              ['false', words.no],
            ],
            String(now.facts[name] ?? ''),
            (chosen) => {
              const { [name]: _, ...others } = play.state.situation.facts
              const facts = chosen === '' ? others : { ...others, [name]: chosen === 'true' }
              arrange({ ...play.state.situation, facts })
            },
          ),
        ),
      ),
      h(
        'fieldset',
        {},
        h('legend', {}, words.cost),
        choice(
          words.schedule,
          schedules.map(({ id, title }) => [id, textFor(t, title)] as const),
          now.schedule,
          (schedule) => arrange({ ...play.state.situation, schedule }),
        ),
        tick(
          words.worstCase,
          now.worstCase,
          (worstCase) => arrange({ ...play.state.situation, worstCase }),
          'yes-no',
        ),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'button quiet',
          on: {
            click: () => {
              arrange(NOTHING_KNOWN)
              draw()
            },
          },
        },
        words.reset,
      ),
    )
  }

  play.on('situation', draw)
  draw()
  return h(
    'section',
    { class: 'situation', id: 'situation', 'aria-labelledby': 'situation-title', tabindex: -1 },
    h('header', {}, h('h2', { id: 'situation-title' }, words.title)),
    h('p', { class: 'hint' }, words.hint),
    form,
  )
}
