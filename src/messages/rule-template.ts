import type { RulesTexts } from './rules-page.js'

/** A rule of a shop's own to begin with: complete, so that its examples pass before anything is changed. */
export function ruleTemplate({ template: t }: RulesTexts): string {
  return `id: shop/no-lifetime-warranty # ${t.id}
severity: error # ${t.severity}
basis: extension
title: { zh: 不要承诺终身保修, en: No lifetime warranty }
explanation: { zh: 本店只保修三年，客服不能说终身保修。, en: We give three years of warranty and no more. }
clause: { zh: 店规第 3 条, en: Shop rule 3 }
suggestion: { zh: 这款保修三年，凭订单就能报修, en: The warranty is three years. }
lexicon:
  concepts: # ${t.concepts}
    shop-lifetime: { words: [终身, 一辈子, 永(久|远)] }
    shop-warranty: { kind: verb, words: [(保|质)修, 质保, 包修] }
  readings: # ${t.readings}
    shop.lifetime-warranty: { patterns: [shop-lifetime shop-warranty*] }
when:
  - says: shop.lifetime-warranty
examples: # ${t.examples}
  violates:
    - chat: ["B: 保修多久", "A: 终身质保的亲"]
    - chat: ["B: 能终身保修吗", "A: 可以的"]
  complies:
    - chat: ["B: 能终身保修吗", "A: 不能的亲，保修三年"]
    - chat: ["A: 质保三年"]
`
}
