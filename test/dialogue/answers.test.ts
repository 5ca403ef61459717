import { describe, expect, it } from 'vitest'
import { createLinter } from '../../src/index.js'

const linter = createLinter()

function rulesOf(...lines: string[]): string[] {
  const roles = { B: 'buyer', A: 'agent', S: 'system' } as const
  const messages = lines.map((l) => ({ role: roles[l[0] as 'B' | 'A' | 'S'], text: l.slice(2) }))
  return linter
    .checkConversation({ id: 'c', messages })
    .findings.filter((f) => f.severity !== 'info')
    .map((f) => `${f.message} ${f.rule}`)
}

describe('an answer takes its content from the open question', () => {
  it.each([
    ['B 有没有发票', 'A 没有的', true],
    ['B 有没有发票', 'A 有的', false],
    ['B 能开发票吗', 'A 不能呢', true],
    ['B 能开发票不', 'A 可以的', false],
    // to a negative question "yes" agrees with the denial, "can" contradicts it
    ['B 不能开发票吗', 'A 是的亲', true],
    ['B 不能开发票吗', 'A 可以的', false],
    ['B 没有发票是吧', 'A 有的哦', false],
    ['B 是不是不开发票', 'A 是的', true],
    ['B 是不是不开发票', 'A 不是的', false],
    ['B 我要开发票', 'A 开不了哈', true],
  ])('%s / %s: refusal %s', (question, answer, refused) => {
    expect(rulesOf(question, answer)).toEqual(refused ? ['1 invoice/refusal'] : [])
  })
})

describe('what comes between', () => {
  it('waits through greeting and deferral', () => {
    expect(rulesOf('B 有QQ吗', 'A 您好亲', 'A 稍等', 'A 有的呢')).toEqual(['3 contact/qq'])
  })
  it('waits through a question back', () => {
    expect(rulesOf('B 能上门安装吗', 'A 您在哪个城市呢', 'B 商丘', 'A 装不了哈')).toEqual([
      '3 delivery/install-refusal',
    ])
  })
  it('waits while the buyer answers a question back, whatever that names', () => {
    expect(rulesOf('B 能开发票吗', 'A 您公司还是个人', 'B 公司', 'A 开不了')).toEqual(['3 invoice/refusal'])
    expect(rulesOf('B 明天可以发吗', 'A 送哪里的呢', 'B 山西太原', 'A 可以发的')).toEqual([
      '3 delivery/unhedged-date',
    ])
  })
  it('is over when the agent went on to something else', () => {
    expect(rulesOf('B 有微信吗', 'A 什么问题在这里说就可以', 'B 这个褪色吗', 'A 不会的')).toEqual([])
  })
  it('does not take an answer to something else', () => {
    expect(rulesOf('B 有QQ吗', 'A 亲,有什么可以帮您')).toEqual([])
  })
})

describe('several questions', () => {
  it('are answered each by its own piece', () => {
    expect(rulesOf('B 包邮吗 能开票吗', 'A 包邮的', 'A 票开不了')).toEqual(['2 invoice/refusal'])
  })
  it('are answered by the words that stand beside the yes or no', () => {
    expect(rulesOf('B 爬爬垫双面能用不 开不开发票', 'A 双面不行 背面是防滑底')).toEqual([])
    expect(rulesOf('B 有扣扣没', 'B 对了这灯是暖光还是白光啊', 'A 暖光白光都有的亲')).toEqual([])
    expect(rulesOf('B 尺寸可以改吗', 'B 差额私下转给你可以吗', 'A 尺寸可以改哦')).toEqual([])
  })
  it('are all answered by "both"', () => {
    const both = ['contact/qq', 'contact/wechat']
    expect(rulesOf('B 有QQ吗', 'B 有微信吗', 'A 都有')).toEqual(both.map((r) => `2 ${r}`))
    expect(rulesOf('B 加QQ还是微信', 'A 都行')).toEqual(both.map((r) => `1 ${r}`))
    expect(rulesOf('B 内容写办公用品', 'A 都可以的')).toEqual(['1 invoice/wrong-item'])
  })
  it('of which one is taken by its name alone', () => {
    expect(rulesOf('B 是货到付款还是现在就得付', 'A 现在付')).toEqual([])
    expect(rulesOf('B 是货到付款还是现在就得付', 'A 货到付款')).toEqual(['1 payment/cod-offer'])
  })
  it('are answered by number', () => {
    expect(rulesOf('B 能用信用卡吗', 'B 能货到付款吗', 'A 第一个可以', 'A 后面那个也可以')).toEqual([
      '3 payment/cod-offer',
    ])
  })
  it('are answered by number where one question names several things', () => {
    expect(rulesOf('B 花呗跟信用卡都能用吧', 'A 前者可以后者不行')).toEqual(['1 payment/credit-card-refusal'])
    expect(rulesOf('B QQ微信都有没', 'A 前面的没有后面的有')).toEqual(['1 contact/wechat'])
    expect(rulesOf('B QQ微信都有没', 'A 后面的没有前面的有')).toEqual(['1 contact/qq'])
  })
  it('are left open by what explains the answer to one of them', () => {
    expect(rulesOf('B 花呗不行?', 'B 信用卡也不行?', 'A 头一个不行 咱没开')).toEqual([])
    expect(rulesOf('B 花呗不行?', 'B 信用卡也不行?', 'A 后一个不行 咱没开')).toEqual([
      '2 payment/credit-card-refusal',
    ])
  })
  it('can be asked again by ellipsis', () => {
    expect(rulesOf('B 到西安多久', 'A 大概3天左右', 'B 能保证吗', 'A 能的亲')).toEqual([
      '3 delivery/guaranteed-date',
    ])
  })
})

describe('the moment decides', () => {
  it('a phone number before payment violates, after it not', () => {
    expect(rulesOf('B 你电话多少', 'A 13800001234')).toEqual(['1 contact/phone'])
    expect(rulesOf('B 你电话多少', 'S 买家已付款', 'A 13800001234')).toEqual([])
  })
  it('takes the final status back where the chat shows the payment', () => {
    const chat = (lines: [string, string][]) =>
      linter.checkConversation({
        id: 'c',
        order: { status: 'paid' },
        messages: lines.map(([role, text]) => ({ role: role as 'buyer', text })),
      }).findings
    expect(chat([['agent', '您打13800001234']])).toEqual([])
    expect(
      chat([
        ['agent', '您打13800001234'],
        ['system', '买家已付款'],
      ]).map((f) => f.rule),
    ).toEqual(['contact/phone'])
  })
  it('a promise binds what is asked for later', () => {
    expect(rulesOf('B 包邮吗', 'A 包邮的', 'B 拍了', 'A 麻烦补10元运费')).toEqual([
      '3 shipping/broken-free-shipping',
    ])
    expect(rulesOf('B 包邮吗', 'A 新疆要补20元运费')).toEqual([])
  })
  it('a later retraction does not undo it', () => {
    expect(rulesOf('B 有QQ吗', 'A 有的', 'A 不好意思看错了 没有的')).toEqual(['1 contact/qq'])
  })
})

it('says that it cannot judge an answer whose question the source lacks', () => {
  const verdict = linter.checkConversation({
    id: 'c',
    lacks: ['buyerText'],
    messages: [{ role: 'agent', text: '没有的' }],
  })
  expect(verdict.findings).toEqual([])
  expect(verdict.cannotJudge.map((c) => c.rule)).toContain('invoice/refusal')
})

describe('what an answer is about', () => {
  it.each([
    // a yes with a denial denies
    ['B 信用卡能用吗', 'A 嗯不支持哈', ['1 payment/credit-card-refusal']],
    // one of two things offered is taken by its name
    ['B QQ还是微信方便', 'A QQ吧', ['1 contact/qq']],
    // a verb that fails refuses, whatever the verb
    ['B 发票能开吗', 'A 弄不了呢', ['1 invoice/refusal']],
    // a remark may be confirmed by what there is not
    ['B 没有发票我没法报账啊', 'A 理解您 但是我们确实没有', ['1 invoice/refusal']],
    // what follows from a denial is not denied by it
    ['B 头一回买', 'A 不放心就走货到付款', ['1 payment/cod-offer']],
    ['B 微信里没钱', 'A 没钱就用信用卡', []],
    // what the buyer does not want is not refused
    ['B 不用开发票了', 'A 好的亲', []],
    // fear of fraud is the reason for asking, not part of the answer
    ['B 我怕上当 能货到付款吗', 'A 可以的', ['1 payment/cod-offer']],
    // other shops are not this one
    ['B 别家都能货到付款', 'A 嗯 咱家是在线付款的', []],
    // another kind than the one asked is refused for itself
    ['B 能开专票吗', 'A 专票开不了', []],
  ])('%s / %s', (question, answer, found) => {
    expect(rulesOf(question, answer)).toEqual(found)
  })
})

describe('what an answer grants', () => {
  it('is all that one message asked for', () => {
    expect(rulesOf('B 我先去你们仓库付钱 再帮我留一件', 'A 行啊')).toEqual(['1 contact/offline-store'])
  })
  it('is what the tag was put behind', () => {
    expect(rulesOf('B 看好付钱 怎么样', 'A 也行哈')).toEqual(['1 payment/cod-offer'])
  })
  it('may be an order taken', () => {
    expect(rulesOf('B 我买的是袜子 发票写成会议费', 'A 收到')).toEqual(['1 invoice/wrong-item'])
    expect(rulesOf('B 发票写成会议费 你收到了没', 'A 没收到')).toEqual([])
  })
  it('takes over what other shops do', () => {
    expect(rulesOf('B 别家都能收货后给钱', 'A 我们也能呀亲')).toEqual(['1 payment/cod-offer'])
    expect(rulesOf('B 别家都能收货后给钱', 'A 我们不能哦')).toEqual([])
  })
  it('is promised by a word after it, in the same message or the next', () => {
    const dated = ['1 delivery/unhedged-date']
    expect(rulesOf('B 花篮哪天送到', 'A 15号 这个我可以保证')).toEqual(['1 delivery/guaranteed-date'])
    expect(rulesOf('B 花篮哪天送到', 'A 15号', 'A 这个我可以保证')).toEqual([
      ...dated,
      '2 delivery/guaranteed-date',
    ])
    expect(rulesOf('B 花篮哪天送到', 'A 15号', 'A 正品 我可以保证')).toEqual(dated)
    expect(rulesOf('B 花篮哪天送到', 'A 一般15号', 'A 我可以保证')).toEqual([])
  })
  it('promises what was demanded with a date', () => {
    expect(rulesOf('B 横幅10号之前得送到', 'A 稍等,我问下车间', 'B 给我个保证', 'A 行 我保证')).toEqual([
      '3 delivery/guaranteed-date',
    ])
    expect(rulesOf('B 我司要求15日前全部到货,逾期按日扣款,贵店能否确保?', 'A 能确保')).toEqual([
      '1 delivery/guaranteed-date',
    ])
  })
  it('is what holds now, not what used to', () => {
    expect(rulesOf('B 货到付款支持么', 'A 之前支持 现在不支持了')).toEqual([])
    expect(rulesOf('B 货到付款支持么', 'A 之前不支持 现在支持了')).toEqual(['1 payment/cod-offer'])
  })
  it('is denied once by a rhetorical no', () => {
    expect(rulesOf('B 开票要另付吗', 'A 没这个说法 都是免费的')).toEqual([])
  })
  it('reads a time from the clause before the question', () => {
    expect(rulesOf('B 周四要用 到得了不', 'A 铁定到得了')).toEqual(['1 delivery/guaranteed-date'])
  })
})
