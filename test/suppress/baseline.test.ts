import { expect, test } from 'vitest'
import { type Conversation, createLinter, type Finding } from '../../src/index.js'
import { createBaseline, matchBaseline } from '../../src/suppress/baseline.js'

const linter = createLinter()

function findingsIn(answers: readonly string[], id = 'c'): Finding[] {
  const messages = answers.flatMap((text): Conversation['messages'] => [
    { role: 'buyer', text: '有没有发票' },
    { role: 'agent', text },
  ])
  return linter.checkConversation({ id, messages }).findings
}

function baselineOf(findings: readonly Finding[]) {
  const baseline = createBaseline()
  for (const finding of findings) baseline.add(finding)
  return baseline.baseline()
}

const known = findingsIn(['没有的', '本店不开发票', '没有的'])

test('hides what it knows, in whatever order and place', () => {
  const isKnown = matchBaseline(baselineOf(known))
  const moved = [...findingsIn(['在的', '没有的', '没有的'], 'other'), ...findingsIn(['本店不开发票'])]
  expect(moved).toHaveLength(3)
  expect(moved.map(isKnown)).toEqual([true, true, true])
})

test('hides it as often as it was there', () => {
  const isKnown = matchBaseline(baselineOf(known))
  expect(findingsIn(['没有的', '没有的', '没有的']).map(isKnown)).toEqual([true, true, false])
})

test('does not hide what is new', () => {
  const isKnown = matchBaseline(baselineOf(known))
  expect(findingsIn(['开不了发票的']).map(isKnown)).toEqual([false])
})

test('spelling does not make it new', () => {
  expect(findingsIn(['没有的。', '本店不开發票！']).map(matchBaseline(baselineOf(known)))).toEqual([
    true,
    true,
  ])
})

test('is sorted and holds no word of a chat', () => {
  const baseline = baselineOf(known)
  expect(Object.keys(baseline)).toEqual(Object.keys(baseline).sort())
  expect(baselineOf(known.toReversed())).toEqual(baseline)
  expect(Object.values(baseline)).toEqual(
    expect.arrayContaining([
      { rule: 'invoice/refusal', count: 2 },
      { rule: 'invoice/refusal', count: 1 },
    ]),
  )
})
