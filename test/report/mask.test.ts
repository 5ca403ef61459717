import { describe, expect, test } from 'vitest'
import type { Conversation, Finding } from '../../src/model.js'
import { maskFinding, maskFor, maskText } from '../../src/report/mask.js'

describe('hides personal data and keeps lengths', () => {
  test.each([
    ['电话13812345678哦', '电话138****5678哦'],
    ['138-1234-5678', '138******5678'],
    ['①③⑧①②③④⑤⑥⑦⑧', '①③⑧****⑤⑥⑦⑧'],
    ['一三八一二三四五六七八', '一三八****五六七八'],
    ['加QQ:123456789', '加QQ:12******9'],
    ['我的微信号是abc_12345', '我的微信号是ab******5'],
    ['发到wang.li@qq.com', '发到w*********.com'],
    ['收件人:王小明,电话', '收件人:王**,电话'],
    ['跟您同小区的张女士', '跟您同小区的*女士'],
    ['李明先生您好', '李*先生您好'],
    ['浙江省杭州市西湖区文三路100号3幢502室', '浙江省杭州市西湖区*************'],
    ['订单1234567890123456789', '订单12*************6789'],
  ])('%s', (text, masked) => {
    expect(maskText(text)).toBe(masked)
    expect(masked).toHaveLength(text.length)
  })

  test.each([
    '亲,可以开发票的',
    '满99包邮,48小时内发货',
    '支持微信支付',
    '型号AB-1380',
    '今天16:00前付款当天发',
    '2017-02-21',
  ])('%s stays', (text) => {
    expect(maskText(text)).toBe(text)
  })
})

test('the buyer’s account is hidden wherever it is named, and the quoted trigger with it', () => {
  const conversation: Conversation = {
    id: 'c',
    buyer: 'tb12345',
    messages: [{ role: 'agent', text: 'tb12345 13812345678' }],
  }
  const finding = {
    messageText: 'tb12345 13812345678',
    text: '13812345678',
    span: { start: 8, end: 19 },
  } as Finding
  expect(maskFinding(finding, maskFor(conversation))).toMatchObject({
    messageText: 't****** 138****5678',
    text: '138****5678',
  })
})
