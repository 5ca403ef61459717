import { describe, expect, test } from 'vitest'
import { createLinter, loadPack } from '../../src/index.js'

/** As a shop would write it: Chinese only, with everyday words that longer built-in ones contain (\u9001\u60a8, \u9001\u8d60\u54c1). */
const RULE = `id: shop/no-gifts
severity: error
title: { zh: 不要答应送礼品 }
explanation: { zh: 本店不送礼品 }
clause: { zh: 店规 }
suggestion: { zh: 活动以页面为准 }
lexicon:
  concepts:
    shop-send: { kind: verb, words: [送, 赠送] }
    shop-gift: { words: [小礼物, 礼品, 赠品] }
  readings:
    shop.gift: { patterns: [shop-send* shop-gift] }
when:
  - says: shop.gift
examples:
  violates:
    - chat: ["A: 送礼品的"]
  complies:
    - chat: ["A: 不送礼品的"]
`

describe('a rule of a shop of its own', () => {
  const linter = createLinter({ extraPacks: [loadPack([{ path: 'gifts.yaml', text: RULE }], 'shop')] })
  const found = (draft: string) =>
    linter
      .checkReply(draft)
      .findings.map((f) => f.rule)
      .filter((rule) => rule === 'shop/no-gifts')

  test.each(['给您送个小礼物', '下单送您一份赠品', '送赠品的亲', '赠送小礼物哦'])(
    'hears its words in %s',
    (draft) => {
      expect(found(draft)).toHaveLength(1)
    },
  )

  test.each(['不送赠品的亲', '没有礼品送的哦', '送到家的'])('and the denial before them in %s', (draft) => {
    expect(found(draft)).toEqual([])
  })

  test('needs no English and no basis', () => {
    const rule = linter.rules.find(({ id }) => id === 'shop/no-gifts')!
    expect([rule.title, rule.basis]).toEqual([{ zh: '不要答应送礼品', en: '不要答应送礼品' }, 'extension'])
  })

  test('leaves what the built-in rules find as it was', () => {
    const before = createLinter()
    for (const draft of ['不开发票送您个小礼物', '不要发票送您赠品', '没有赠品 也没有发票'])
      expect(linter.checkReply(draft).findings.filter((f) => f.rule !== 'shop/no-gifts')).toEqual(
        before.checkReply(draft).findings,
      )
  })
})

test('a full-width colon after a key is named at its line', () => {
  for (const wrong of [RULE.replace('severity: ', 'severity：'), RULE.replace('{ zh: 店规', '{ zh：店规')])
    expect(() => loadPack([{ path: 'a.yaml', text: wrong }], 'shop')).toThrow(/a\.yaml:\d+:\d+ full-width/)
})
