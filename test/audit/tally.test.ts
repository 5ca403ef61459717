import { expect, test } from 'vitest'
import { addTo, newBatch } from '../../src/audit/batch.js'
import { startTally } from '../../src/audit/tally.js'
import { type Conversation, createLinter } from '../../src/index.js'

const linter = createLinter()

const refusal = (points?: Record<string, number>): Conversation => ({
  id: 'c',
  messages: [
    { role: 'buyer', text: '有发票吗' },
    { role: 'agent', text: '没有的' },
  ],
  ...(points && { shop: { points } }),
})

function held(batches: readonly Conversation[][]) {
  const sums = startTally({ linter })
  for (const conversations of batches) {
    const batch = newBatch()
    for (const c of conversations)
      addTo(batch, { conversation: c, verdict: linter.checkConversation(c) }, linter)
    sums.add(batch)
  }
  return sums.summary().exposure.ledgers.A
}

test('the points that the shop holds do not depend on the pieces in which conversations come', () => {
  const chats = [refusal(), refusal({ A: 3 }), refusal({ A: 9 }), refusal({ A: 5 })]
  const whole = held([chats])
  expect(whole).toMatchObject({ held: 9, points: 24, nextNode: 36 })
  expect(held(chats.map((c) => [c]))).toEqual(whole)
  expect(held([chats.slice(0, 1), chats.slice(1)])).toEqual(whole)
})
