import { describe, expect, it } from 'vitest'
import { createLinter } from '../../src/index.js'

const linter = createLinter()

/** What a lone agent message is read as: `reading+` or `reading-`, with its scopes. */
function read(text: string): { said: string[]; scopes: (reading: string) => string[] } {
  const statements = linter.explain(text)
  return {
    said: statements.map((s) => `${s.reading}${s.polarity > 0 ? '+' : '-'}`),
    scopes: (reading) => statements.filter((s) => s.reading === reading).flatMap((s) => s.scope),
  }
}

describe('polarity', () => {
  it.each([
    ['我们可以开发票', 'invoice.issue+'],
    ['我们不开发票', 'invoice.issue-'],
    ['发票开不了', 'invoice.issue-'],
    ['没有发票', 'invoice.issue-'],
    ['我们不会拒绝开发票', 'invoice.issue+'],
    ['怎么可能不开发票', 'invoice.issue+'],
    ['支持信用卡', 'payment.credit-card+'],
    ['不支持信用卡', 'payment.credit-card-'],
    ['信用卡刷不了', 'payment.card-off-'],
    ['信用卡不可以', 'payment.credit-card-'],
    ['可以货到付款', 'payment.cod+'],
    ['没有开通货到付款', 'payment.cod-'],
  ])('%s is %s', (text, expected) => {
    expect(read(text).said).toContain(expected)
  })

  it('shares one denial among the items of an enumeration', () => {
    const { said } = read('我们从不让客户加微信、私下转账')
    expect(said).toContain('contact.wechat-')
    expect(said).toContain('contact.pay-outside-')
  })
})

describe('scope', () => {
  it('quotes nothing where the marks only set off a name', () => {
    expect(read('我们支持"货到付款"的').scopes('payment.cod')).toEqual([])
  })

  it.each([
    ['大概明天发货', 'delivery.date', 'hedge'],
    ['保证明天发货', 'delivery.date', 'guarantee'],
    ['不能保证明天发货', 'delivery.date', 'hedge'],
    ['一定尽量明天发货', 'delivery.date', 'hedge'],
    ['如果不开发票您可以投诉', 'invoice.issue', 'condition'],
    ['需要帮您关闭订单吗', 'order.close', 'question'],
    ['谨防诈骗 加微信退款的都是骗子', 'contact.wechat', 'warning'],
    ['您说的货到付款我们没有', 'payment.cod', 'quotation'],
    ['凡有客服跟您说"本店开不了发票"的,请截图', 'invoice.issue', 'quotation'],
  ])('%s: %s is a %s', (text, reading, scope) => {
    expect(read(text).scopes(reading)).toContain(scope)
  })

  it('lets a hedge cover its own clause only', () => {
    const statements = linter.explain('明天发货哦一般2天左右到').filter((s) => s.reading === 'delivery.date')
    expect(statements.map((s) => s.scope.includes('hedge'))).toEqual([false, true])
  })
})

describe('spelling', () => {
  it.each([
    ['加V信', 'contact.wechat+'],
    ['加薇❤️ abc_123', 'contact.wechat+'],
    ['货/到/付/款可以', 'payment.cod+'],
    ['不支持伙到副款', 'payment.cod-'],
    ['不開發票', 'invoice.issue-'],
    ['不​开​发​票', 'invoice.issue-'],
    ['ＱＱ加我', 'contact.qq+'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text).said).toContain(expected)
  })

  it.each(['牛肉丸很Q弹', '奇瑞QQ可以装', 'QQ糖28一斤', '微信支付也可以', '加V领的衬衫'])(
    '%s names no contact',
    (text) => {
      expect(read(text).said.filter((s) => s === 'contact.qq+' || s === 'contact.wechat+')).toEqual([])
    },
  )

  it('quotes the original characters', () => {
    const text = '亲~ 本店 不 开 发 票 哦'
    const [finding] = linter.checkReply(text).findings
    expect(finding?.rule).toBe('invoice/refusal')
    expect(text.slice(finding!.span.start, finding!.span.end)).toBe(finding!.text)
    expect(finding!.text).toContain('发 票')
  })
})

describe('scope reaches no further than it should', () => {
  it.each([
    ['昨天没货今天给您发', 'delivery.date', 'past', false],
    ['之前说的16号发', 'delivery.date', 'past', true],
    ['没有发票也保修的', 'invoice.issue', 'condition', true],
    ['放心 周三到', 'delivery.date', 'guarantee', true],
    ['16号发,准时的', 'delivery.date', 'guarantee', true],
    ['大概16号发,放心', 'delivery.date', 'guarantee', false],
  ])('%s: %s %s %s', (text, reading, scope, holds) => {
    expect(
      read(text)
        .scopes(reading)
        .includes(scope as never),
    ).toBe(holds)
  })
})

describe('words are chosen to explain most of the text', () => {
  it.each([
    ['先生您好给您发出了', 'delivery.when+'],
    ['請問後天能寄出嗎', 'delivery.date+'],
  ])('%s is %s', (text, expected) => {
    expect(read(text).said).toContain(expected)
  })
})

describe('a clause that names nothing and refuses denies what stands before it', () => {
  it.each([
    ['货到付款 不支持哦', 'payment.cod-'],
    ['加微信的 一律不行', 'contact.wechat-'],
    ['私下转账的事情 我们不做的', 'contact.pay-outside-'],
    // the second clause says something of its own
    ['加微信吧 不会打扰的', 'contact.wechat+'],
    ['可以货到付款 不行再退', 'payment.cod+'],
    ['货到付款哦 没问题的', 'payment.cod+'],
  ])('%s is %s', (text, expected) => {
    expect(read(text).said).toContain(expected)
  })
})
