import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Conversation, Finding } from '../../src/model.js'
import { maskFile, maskFinding, maskFor, maskText } from '../../src/report/mask.js'

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
    ['+86 138-0000-0000', '+86 138******0000'],
    ['8613800000000', '86138****0000'],
    ['卡号6222 0000 0000 0000 000', '卡号62******************000'],
    ['税号91330000MA00000000', '税号91**************00'],
    ['运单SF1234000000000', '运单SF**********000'],
    ['物流单号123400000000', '物流单号12*******000'],
    ['转支付宝账号 qian_xuni', '转支付宝账号 qi******i'],
    ['加个薇❤️ shanlu_0099', '加个薇❤️ sh********9'],
    ['亲加?V shanlu_0099', '亲加?V sh********9'],
    ['薇shanlu0099', '薇sh*******9'],
    ['我薇 shanlu_0099 哦', '我薇 sh********9 哦'],
    ['v:shanlu0099', 'v:sh*******9'],
    ['我叫孙小北', '我叫孙**'],
    ['孙大圣，13800000002', '孙**，138****0002'],
    ['13800000002 孙大圣', '138****0002 孙**'],
    ['户名 周小虚 账号', '户名 周** 账号'],
    ['座机0571-00000000', '座机0571*******00'],
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
    '加微信支付的方式',
    'V领 cotton 的,5V 12345A,version_2024',
    '微 cotton 弹',
    '我叫快递明天过去',
    '于是总价1280元',
    '这款600x1200规格,编号12345678',
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
    conversation: 'c',
    span: { start: 8, end: 19 },
    assumes: [] as string[],
  } as Finding
  expect(maskFinding(finding, maskFor(conversation))).toMatchObject({
    messageText: 't****** 138****5678',
    text: '138****5678',
  })
})

test.each([
  ['导出/聊天.zip!小雨点2008.json', '导出/聊天.zip!小******.json'],
  ['a.zip!客户/13800000000', 'a.zip!客*************'],
  ['导出/13800000000.txt', '导出/13800000000.txt'],
])('the place %s becomes %s', (file, masked) => {
  expect(maskFile(file)).toBe(masked)
})

test('a name that was given away once is hidden wherever the conversation says it', () => {
  const conversation: Conversation = {
    id: 'c',
    messages: [
      { role: 'buyer', text: '收货人：钱多多' },
      { role: 'agent', text: '亲 核对下 钱多多收' },
    ],
  }
  expect(maskFor(conversation)('亲 核对下 钱多多收')).toBe('亲 核对下 钱**收')
  expect(maskText('亲 核对下 钱多多收')).toBe('亲 核对下 钱多多收')
})

const PARTS = [
  '13800000000',
  '+86 ',
  '一三八',
  '王',
  '小明',
  '先生',
  '收货人：',
  ' ',
  '，',
  '订单',
  '微信',
  'abc_123',
  '*',
  '💰',
]
const texts = fc.oneof(
  fc.array(fc.constantFrom(...PARTS), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
)

test('for any text the length stays, and each character is itself or a star', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const masked = maskText(text)
      expect(masked).toHaveLength(text.length)
      for (let i = 0; i < text.length; i++) expect([text[i], '*']).toContain(masked[i])
    }),
    { numRuns: 1000 },
  )
})
