import { describe, expect, test } from 'vitest'
import { speakerOf } from '../../src/read/roles.js'
import { toKind, toStatus, typed } from '../../src/read/typed.js'

describe('what a line of a chat is', () => {
  test.each([
    ['buyer', '[图片]', 'buyer', 'image'],
    ['buyer', '【视频】', 'buyer', 'video'],
    ['agent', 'https://item.taobao.com/item.htm?id=100000000000', 'agent', 'item'],
    ['agent', 'https://m.tb.cn/h.abc 这款', 'agent', undefined],
    ['agent', '当前用户来自商品详情页', 'system', undefined],
    ['agent', '系统提示:买家已付款', 'system', undefined],
    ['buyer', '平台提示 请勿线下交易', 'system', undefined],
    ['agent', '您撤回了一条消息', 'agent', 'withdrawn'],
    ['buyer', '撤回了一条消息', 'system', 'withdrawn'],
    ['buyer', '你撤回了一条消息', 'agent', 'withdrawn'],
    ['buyer', '订单号:1234000000000001 订单状态:买家已付款 实付:¥129.00', 'system', 'card'],
    ['buyer', '我的订单号是1234000000000001', 'buyer', undefined],
    ['robot', '您好', 'agent', 'robot'],
    ['agent', '可以的', 'agent', undefined],
  ] as const)('%s: %s', (speaker, text, role, kind) => {
    const message = typed(speaker, text)
    expect([message.role, message.kind, message.text]).toEqual([role, kind, text])
  })

  test('words for kinds and states; a word that nobody knows is no kind', () => {
    expect(['图片消息', 'TEXT', 'IMAGE', '撤回', '7'].map(toKind)).toEqual([
      'image',
      undefined,
      'image',
      'withdrawn',
      undefined,
    ])
    expect(['等待买家付款', 'WAIT_SELLER_SEND_GOODS', '交易成功', '交易关闭', '不详'].map(toStatus)).toEqual([
      'unpaid',
      'paid',
      'completed',
      'closed',
      undefined,
    ])
  })
})

test.each([
  ['店铺名:小美', {}, 'agent'],
  ['店铺名：小美', {}, 'agent'],
  ['小王', { buyer: '小王' }, 'buyer'],
  ['好物旗舰店', { shop: '好物旗舰店' }, 'agent'],
  ['小美', { agent: '小美' }, 'agent'],
  ['机器人', {}, 'robot'],
  ['小美', {}, undefined],
] as const)('%s beside %o', (sender, parties, speaker) => {
  expect(speakerOf(sender, parties)).toBe(speaker)
})
