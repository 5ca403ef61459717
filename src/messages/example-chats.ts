/** Chats to begin with on the page, one a topic: invented, and Chinese in every language, since that is what is judged. */

export type ExampleName = 'invoice' | 'date' | 'qq' | 'freight' | 'account' | 'privacy'

export interface ExampleChat {
  name: ExampleName
  /** `B: …` buyer, `A: …` agent. */
  chat: string[]
  /** What the agent is about to send. */
  draft: string
  order?: { status?: 'unpaid' | 'paid' | 'shipped' | 'received'; amount?: number; buyer?: string }
  buyer?: string
}

export const EXAMPLE_CHATS: readonly ExampleChat[] = [
  {
    name: 'invoice',
    chat: ['B: 在吗，这款台灯还有货吗', 'A: 有货的亲', 'B: 公司要报销，能开发票吗'],
    draft: '亲，发票要满 200 才给开的哦',
    order: { status: 'paid', amount: 168 },
  },
  {
    name: 'date',
    chat: ['B: 周六搬家，床垫周五前能到吗', 'A: 您在哪个城市呀', 'B: 合肥，真的很急'],
    draft: '放心亲，周五之前一定到，到不了您找我',
    order: { status: 'paid', amount: 2399 },
  },
  {
    name: 'qq',
    chat: ['B: 定制的窗帘能先看效果图吗', 'A: 可以的，麻烦发下尺寸', 'B: 图片太大了，你们有扣扣吗'],
    draft: '有的呢，加我 QQ 2233445566，或者打我手机 13800000000',
    order: { status: 'unpaid', amount: 460 },
  },
  {
    name: 'freight',
    chat: ['B: 书架发哈密包邮吗', 'A: 包邮的哦，放心拍', 'B: 那我拍好了'],
    draft: '亲，新疆太远了，麻烦您补 35 元运费差价哦',
    order: { status: 'paid', amount: 328 },
  },
  {
    name: 'account',
    chat: ['B: 我用另一个号拍的那单不想要了，帮我取消吧', 'A: 稍等，我看一下订单'],
    draft: '好的亲，已经帮您取消订单了',
    order: { status: 'unpaid', amount: 199, buyer: 'tb_laozhou' },
    buyer: 'tb_xiaohe',
  },
  {
    name: 'privacy',
    chat: ['B: 朋友帮我拍的那单，帮我看下收货电话留的哪个', 'A: 好的，我查一下'],
    draft: '留的是 13800000000，收件人赵先生',
    order: { status: 'paid', amount: 89, buyer: 'tb_laozhou' },
    buyer: 'tb_xiaohe',
  },
]
