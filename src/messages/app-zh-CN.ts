import type { OrderStatus } from '../model.js'
import type { ExampleName } from './example-chats.js'

/** Texts of the page that needs no installation. */
export const appZhCN = {
  title: '客服话术检查',
  noScript: '本页要靠脚本运行：请换一个浏览器打开，或允许本页运行脚本。',
  skip: '跳到正文',
  views: { chat: '对话演练', audit: '查我的文件', rules: '规则' },
  local: '全部在本页内运行，聊天内容不会离开这台电脑。',

  talk: {
    label: '对话',
    empty: '扮一扮买家和客服：先以买家的身份问一句，再换成客服来答。客服的话边打边判。',
    orExample: '也可以从一个例子开始：',
    examples: '例子',
    example: {
      invoice: '发票',
      date: '时效',
      qq: '站外联系',
      freight: '运费',
      account: '代下单',
      privacy: '隐私',
    } satisfies Record<ExampleName, string>,
    undo: '撤回上一条',
    clear: '清空',
    loaded: (name: string) => `已载入例子：${name}`,
    undone: '已撤回上一条',
    cleared: '对话已清空',
  },

  composer: {
    as: '我是',
    draft: { buyer: '买家说', agent: '客服回复' },
    hint: { buyer: '以买家的身份说一句', agent: '以客服的身份回一句，边打边判' },
    send: '发送',
    keys: 'Enter 发送 · Shift+Enter 换行 · F2 换身份',
  },

  draft: {
    title: '这句草稿',
    idle: '轮到客服时，在这里看草稿的判断。',
    clean: '没有发现问题',
    ifSent: (cost: string) => `发出后合计：${cost}`,
    clause: '改这处',
    reply: '或整句',
    takeClause: '只改这处',
    take: '整句换掉',
    taken: '已换成建议的说法',
    heard: (n: number, what: string) => `草稿有 ${n} 处问题：${what}`,
    sent: (n: number, what: string) => `已发送，有 ${n} 处问题：${what}`,
  },

  situation: {
    title: '情形',
    open: '情形设置',
    hint: '改动后，整段对话立刻重判。',
    order: '订单',
    status: '订单状态',
    statuses: {
      unpaid: '未付款',
      paid: '已付款',
      shipped: '已发货',
      received: '已签收',
      completed: '交易成功',
      closed: '已关闭',
    } satisfies Record<OrderStatus, string>,
    unknown: '不清楚',
    amount: '订单金额（元）',
    freight: '其中运费（元）',
    buyer: '聊天账号',
    orderBuyer: '下单账号',
    services: '随单买了送货入户、安装等服务',
    shop: '店铺',
    facts: {
      cashOnDelivery: '开通了货到付款',
      deliveryInstall: '卖送货入户并安装',
    } as Record<string, string>,
    byDefault: (fallback: string) => `不清楚（按${fallback}算）`,
    yes: '是',
    no: '否',
    cost: '代价',
    schedule: '处罚表',
    worstCase: '有争议的按高的算',
    reset: '恢复默认',
    badNumber: '要写 0 或正数，没有采用',
  },

  total: {
    label: '这段对话的代价',
    clean: '至今没有违规',
    upheld: '按投诉成立算',
    atRisk: (cost: string) => `另有风险 ${cost}，未计入`,
    risky: (n: number) => `另有 ${n} 处风险，未计入`,
    said: (n: number, cost: string) => `${n} 处违规，${cost}`,
  },
}
