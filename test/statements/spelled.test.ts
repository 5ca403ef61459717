import { describe, expect, it } from 'vitest'
import { createLinter } from '../../src/index.js'

const linter = createLinter()
const rulesOn = (question: string, answer: string) =>
  linter
    .checkReply(answer, { messages: [{ role: 'buyer', text: question }] })
    .findings.filter((f) => f.severity === 'error')
    .map((f) => `${f.rule} ${f.text}`)

describe('a character spelled in letters beside others', () => {
  it.each([
    // in what is asked, in the answer, in an act, in a time
    ['火锅底料开成 ban公用pin 成不', '成', ['invoice/wrong-item 成']],
    ['有fa票吗', 'mei有', ['invoice/refusal mei有']],
    ['能开票吗', 'kai不了', ['invoice/refusal kai不了']],
    ['我还没付款', '订单给您guan掉了', ['order/close-without-consent 给您guan掉了']],
    ['几时到', '放心 ming天一定到', ['delivery/guaranteed-date ming天一定到']],
  ])('%s / %s', (question, answer, found) => {
    expect(rulesOn(question, answer)).toEqual(found)
  })

  it.each([
    ['鞋子还有吗', 'nike鞋子还有的'],
    ['连不上', 'wifi连不上的话重启一下'],
    ['多大', 'size大一码'],
    ['能开票吗', 'ke以的'],
  ])('letters that spell nothing wrong: %s / %s', (question, answer) => {
    expect(rulesOn(question, answer)).toEqual([])
  })
})
