import { expect, test } from 'vitest'
import { z } from 'zod'
import { CHECKS } from '../../src/engine/checks.js'
import { loadPack, PackError } from '../../src/index.js'
import { messagesFor, sayFault } from '../../src/messages/index.js'
import { ruleFile } from '../../src/rules/schema.js'

const RULE = `id: shop/no-gifts
severity: error
title: { zh: 不要答应送礼品 }
explanation: { zh: 本店“不送”礼品，活动（节日）除外：详见店规 }
clause: { zh: 店规 }
suggestion: { zh: 活动以页面为准 }
lexicon:
  concepts:
    shop-send: { kind: verb, words: [送, 赠送] }
    shop-gift: { words: [小礼物, 礼品] }
  readings:
    shop.gift: { patterns: [shop-send* shop-gift] }
when:
  - says: shop.gift
examples:
  violates:
    - chat: ["A: 送礼品的"]
  complies:
    - chat: ["A: 不送礼品的，“亲”"]
`

/** What stands in the rule, what somebody writes instead, then place, code and a piece of both texts. */
type Row = [from: string, to: string, at: string, code: string, zh: string, en: string]

const rows: Row[] = [
  // keys
  ['severity:', 'severty:', '2:1', 'rule-shape', '是不是要写 severity？', 'did you mean severity?'],
  ['severity:', 'Severity:', '2:1', 'rule-shape', '没有“Severity”', 'there is no "Severity"'],
  ['severity:', '级别:', '2:1', 'rule-shape', '这里能写的有：id、severity', 'here may stand: id, severity'],
  ['- says:', '- sais:', '14:5', 'rule-shape', 'when（第 1 项） 里没有“sais”', 'in when (item 1)'],
  ['  readings:\n', 'readings:\n', '11:1', 'rule-shape', '写在 lexicon 下面', 'belongs under lexicon'],
  ['clause: { zh: 店规 }\n', '', '1:1', 'rule-shape', '缺少 clause', 'clause is missing'],
  ['id: shop/no-gifts\n', '', '1:1', 'rule-shape', '例如 id: shop/no-gifts', 'for example id: shop/no-gifts'],
  ['clause:', 'severity: warn\nclause:', '5:1', 'yaml', '第 2 行已经有了', 'first on line 2'],
  // values
  ['{ zh: 店规 }', '{ zh: 12 }', '5:15', 'rule-shape', '加上半角引号："12"', 'put it in quotes: "12"'],
  ['{ zh: 店规 }', '{ zh: [店规] }', '5:15', 'rule-shape', '只写一段文字', 'write one text'],
  ['{ zh: 店规 }', '店规', '5:9', 'rule-shape', '写成 clause: { zh: … }', 'write clause: { zh: … }'],
  ['{ zh: 店规 }', '{ zh: "" }', '5:15', 'rule-shape', 'clause.zh 是空的', 'clause.zh is empty'],
  ['[送, 赠送]', '送', '9:37', 'rule-shape', '写成 words: [送]', 'write words: [送]'],
  ['[送, 赠送]', '', '9:30', 'rule-shape', 'words 是空的', 'words is empty'],
  ['["A: 送礼品的"]', '[]', '17:13', 'rule-shape', '至少有 1 项', 'a list of 1 or more'],
  ['  - says:', '  says:', '14:3', 'rule-shape', '以短横和空格开头', 'after a dash and a space'],
  ['error', '严重', '2:11', 'rule-shape', '其中之一：error、warn、info', 'one of error, warn, info'],
  ['error', 'warning', '2:11', 'rule-shape', '是不是要写 warn？', 'did you mean warn?'],
  ['severity: error', 'severity:', '2:1', 'rule-shape', 'severity 是空的', 'severity is empty'],
  ['says: shop.gift', 'says: 3', '14:11', 'rule-shape', '一段文字 或 一个列表', 'a text or a list'],
  ['礼品] }', '礼品], heard: [送] }', '10:44', 'rule-shape', '至少 2 个字', '2 characters or more'],
  ['gift] }', 'gift], rank: 99 }', '12:58', 'rule-shape', '-50 到 50', '-50 to 50'],
  ['shop/no-gifts', '礼品', '1:5', 'rule-shape', '主题/名字', 'topic/name'],
  ['"A: 送', '"送', '17:14', 'rule-shape', '“A: ”（客服）', '"A: …" (agent)'],
  [
    '["A: 送礼品的"]',
    '\n      - A: 送礼品的',
    '18:9',
    'rule-shape',
    '整段文字用半角引号',
    'all of it in "quotes"',
  ],
  [
    '  readings:',
    '  patterns: { x: [ab] }\n  readings:',
    '11:15',
    'rule-shape',
    '以 @ 开头',
    'begins with @',
  ],
  // what is no YAML
  ['  - says', '\t- says', '14:1', 'yaml', 'Tab', 'a tab'],
  [
    'severity: error',
    'severity:error',
    '2:1',
    'yaml',
    'severity 的冒号后面没有空格',
    'no space after the colon of severity',
  ],
  ['- says: ', '- says:', '14:5', 'yaml', 'says 的冒号后面没有空格', 'no space after the colon of says'],
  ['  - says', '  -says', '14:3', 'yaml', '短横 - 后面没有空格', 'no space after the dash'],
  ['severity: error', 'severity error', '2:1', 'yaml', '这一行没有冒号', 'has no colon'],
  ['{ zh: 店规 }', '{ zh: "店规 }', '5:15', 'yaml', '引号只有一半', 'quote that opens here is never closed'],
  ['的，“亲”"]', '的，“亲”]', '19:14', 'yaml', '引号只有一半', 'quote that opens here is never closed'],
  ['[送, 赠送]', '[送, 赠送', '9:37', 'yaml', '[ 没有配对', 'the [ that opens here'],
  ['{ zh: 店规 }', '{ zh: 店规', '5:9', 'yaml', '{ 没有配对', 'the { that opens here'],
  ['赠送] }', '赠送]] }', '9:44', 'yaml', '多了一个 ]', 'a ] too many'],
  ['{ zh: 店规 }', '\n  zh: 注意: 不送', '6:7', 'yaml', '会被当成又一项', 'reads as another key'],
  ['shop.gift\n', 'shop.gift\n   polarity: yes\n', '15:1', 'yaml', '缩进没有对齐', 'does not line up'],
  ['{ zh: 店规 }', '{ zh: @店规 }', '5:15', 'yaml', '以 @ 开头', 'begins with @'],
  ['[shop-send* ', '[!shop-send ', '12:29', 'yaml', '以 ! 开头', 'begins with !'],
  ['[shop-send* ', '[*shop-send ', '12:29', 'yaml', '以 * 开头', 'begins with *'],
  // full width
  ['severity: ', 'severity：', '2:1', 'full-width', '改成 severity:', 'in half width: severity:'],
  ['{ zh: 店规', '{ zh：店规', '5:11', 'full-width', '改成 zh:', 'in half width: zh:'],
  ['"A: 送', '"A：送', '17:14', 'full-width', '改成 A:', 'in half width: A:'],
  ['error', '“error”', '2:11', 'full-width', '改成 "error"', 'in half width: "error"'],
  ['{ zh: 店规 }', '{ zh: “店: 规” }', '5:15', 'full-width', '改成 "店: 规"', 'in half width: "店: 规"'],
  [
    'says: shop.gift',
    'says: 「shop.gift」',
    '14:11',
    'full-width',
    '改成 shop.gift',
    'in half width: shop.gift',
  ],
  ['["A: 送礼品的"]', '[“A: 送礼品的”]', '17:14', 'full-width', '改成 "A: 送', 'in half width: "A: 送'],
  ['[送, 赠送]', '[“送”, 赠送]', '9:38', 'full-width', '改成 送', 'in half width: 送'],
  ['[送, 赠送]', '【送，赠送】', '9:37', 'full-width', '改成 [送, 赠送]', 'in half width: [送, 赠送]'],
  ['[送, 赠送]', '[送, 赠送】', '9:37', 'full-width', '改成 [送, 赠送]', 'in half width: [送, 赠送]'],
  ['{ zh: 店规 }', '（zh：店规）', '5:9', 'full-width', '改成 { zh: 店规 }', 'in half width: { zh: 店规 }'],
  ['{ zh: 店规 }', '｛ zh: 店规 ｝', '5:9', 'full-width', '改成 { zh: 店规 }', 'in half width: { zh: 店规 }'],
  ['[送, 赠送]', '[送，赠送]', '9:38', 'full-width', '改成 送, 赠送', 'in half width: 送, 赠送'],
  ['[送, 赠送]', '[送、赠送]', '9:38', 'full-width', '改成 送, 赠送', 'in half width: 送, 赠送'],
  ['zh: 店规 }', 'zh: 店规，en: rule }', '5:17', 'full-width', '改成 , en', 'in half width: , en'],
  ['"A: 送礼品的"', '"B: 有吗"，"A: 送"', '17:21', 'full-width', '改成 , "A', 'in half width: , "A'],
  ['[送, 赠送]', '[（送|赠送）]', '9:38', 'full-width', '改成 (送|赠送)', 'in half width: (送|赠送)'],
  ['shop-send* ', 'shop-send＊ ', '12:29', 'full-width', '改成 shop-send*', 'in half width: shop-send*'],
  ['  - says', '　- says', '14:1', 'full-width', '（全角空格）', '(full-width space)'],
  ['  - says', '  － says', '14:3', 'full-width', '改成 - says', 'in half width: - says'],
  // names
  [
    'shop-send* ',
    'shop-sned* ',
    '12:29',
    'unknown-concept',
    '是不是要写 shop-send？',
    'did you mean shop-send?',
  ],
  [
    'says: shop.gift',
    'says: shop.gif',
    '14:11',
    'unknown-reading',
    '是不是要写 shop.gift？',
    'did you mean shop.gift?',
  ],
  [
    'says: shop.gift',
    'says: shop.gift\n    where: [unpayed]',
    '15:13',
    'unknown-check',
    '是不是要写 unpaid？',
    'did you mean unpaid?',
  ],
  ['[送, 赠送]', '["(送"]', '9:39', 'word-syntax', '有 ( 没有 )', '( without )'],
  [
    'lexicon:\n',
    'lexicon:\n  ordinals: [{ words: ["(甲"], from: 1, count: 1 }]\n',
    '8:25',
    'word-syntax',
    '有 ( 没有 )',
    '( without )',
  ],
  [
    'shop-send* shop',
    'shop-send** shop',
    '12:29',
    'pattern-syntax',
    '“shop-send**”看不懂',
    '"shop-send**" is not understood',
  ],
  [
    '  readings:',
    '  patterns: { "@x": ["a+"] }\n  readings:',
    '11:23',
    'pattern-not-linear',
    '可以无限重复',
    'repeats without limit',
  ],
]

const mistakeIn = (text: string): PackError | undefined => {
  try {
    loadPack([{ path: 'a.yaml', text }], 'shop')
    return undefined
  } catch (error) {
    if (error instanceof PackError) return error
    throw error
  }
}

test('the rule that is broken below is right, with full-width signs in its sentences', () => {
  expect(mistakeIn(RULE)).toBeUndefined()
})

test.each(rows)('%j written as %j', (from, to, at, code, zh, en) => {
  expect(RULE.split(from).length).toBeGreaterThan(1)
  const text = RULE.replace(from, () => to)
  const error = mistakeIn(text)!
  expect([error.code, `${error.line}:${error.column}`]).toEqual([code, at])
  const inChinese = Object.values(sayFault(messagesFor('zh-CN'), error.fault)).join('\n')
  const inEnglish = Object.values(sayFault(messagesFor('en'), error.fault)).join('\n')
  expect(inChinese).toContain(zh)
  expect(inEnglish).toContain(en)
  expect(
    latinWords(inChinese).filter((word) => !names.has(word) && !latinWords(text).includes(word)),
  ).toEqual([])
})

/** A Chinese text may hold no other Latin words than the names of keys and values. */
const names = new Set([
  ...namesIn(z.toJSONSchema(ruleFile, { io: 'input' })),
  ...Object.keys(CHECKS).flatMap(latinWords),
  ...latinWords('docs/writing-rules.md YAML Tab shop/no-gifts invoice/refusal phone'),
])

function latinWords(text: string): string[] {
  return text.match(/[A-Za-z]{2,}/g) ?? []
}

function namesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  const { properties = {}, enum: values = [] } = node as { properties?: object; enum?: string[] }
  return [
    ...[...Object.keys(properties), ...values].flatMap(latinWords),
    ...Object.values(node).flatMap(namesIn),
  ]
}

test('a sign in a sentence is not blamed for a mistake elsewhere', () => {
  const { code, line } = mistakeIn(
    RULE.replace('severity: error', 'severity: 错').replace('店规 }', '“店规”，（全） }'),
  )!
  expect([code, line]).toEqual(['rule-shape', 2])
})

test('a name is found where it stands whole, not in a longer one nor in a comment', () => {
  const text = RULE.replace('says: shop.gift', 'says: shop.gif').replace('lexicon:', '# shop.gif\nlexicon:')
  expect(mistakeIn(text)).toMatchObject({ code: 'unknown-reading', line: 15 })
})
