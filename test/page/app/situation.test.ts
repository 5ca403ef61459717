import { describe, expect, test } from 'vitest'
import { builtIn } from '../../../src/generated/builtin.js'
import { appEn } from '../../../src/messages/app-en.js'
import { appZhCN } from '../../../src/messages/app-zh-CN.js'
import { factsAsked } from '../../../src/page/app/chat/situation.js'
import { amountOf } from '../../../src/page/fields.js'

describe('shop facts', () => {
  test('are those that rules ask for, each once, with what is taken where they are not known', () => {
    const rule = (facts: Record<string, { default: unknown }>) => ({ facts })
    expect(
      factsAsked([
        rule({ deliveryInstall: { default: true } }),
        rule({}),
        rule({ deliveryInstall: { default: true }, region: { default: 'east' } }),
      ]),
    ).toEqual([{ name: 'deliveryInstall', byDefault: true }])
  })

  test('of the built-in rules all have a name in both languages', () => {
    const names = factsAsked(builtIn.knowledge.rules).map(({ name }) => name)
    expect(names).toContain('cashOnDelivery')
    for (const { facts } of [appZhCN.situation, appEn.situation])
      expect(names.filter((name) => facts[name] === undefined)).toEqual([])
  })
})

test.each([
  ['', undefined],
  ['460', 460],
  ['４６０．５', 460.5],
  ['¥1,280', 1280],
  [' 12. ', 12],
  ['一百', Number.NaN],
  ['-5', Number.NaN],
  ['1e3', Number.NaN],
])('the amount in %j is %s', (text, amount) => expect(amountOf(text)).toBe(amount))
