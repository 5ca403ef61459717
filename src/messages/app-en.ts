import type { appZhCN } from './app-zh-CN.js'

const s = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`

export const appEn: typeof appZhCN = {
  title: 'Customer-service chat check',
  noScript: 'This page needs scripts: open it in another browser or allow them for this page.',
  skip: 'Skip to the content',
  views: { chat: 'Try a chat', audit: 'Check my files', rules: 'Rules' },
  local: 'Everything runs within this page; no chat leaves this computer.',

  talk: {
    label: 'Conversation',
    empty:
      'Play both sides: ask something as the buyer, then answer as the agent. The agent is judged while typing. The rules are about Chinese.',
    orExample: 'Or start from an example:',
    examples: 'Examples',
    example: {
      invoice: 'Invoice',
      date: 'Date',
      qq: 'Off-platform',
      freight: 'Freight',
      account: 'Other account',
      privacy: 'Privacy',
    },
    undo: 'Take back the last message',
    clear: 'Clear',
    loaded: (name) => `Example loaded: ${name}`,
    undone: 'The last message was taken back',
    cleared: 'The conversation is cleared',
  },

  composer: {
    as: 'I am',
    draft: { buyer: 'The buyer says', agent: 'The agent replies' },
    hint: { buyer: 'Say something as the buyer', agent: 'Reply as the agent; judged while you type' },
    send: 'Send',
    keys: 'Enter sends · Shift+Enter starts a line · F2 switches sides',
  },

  draft: {
    title: 'This draft',
    idle: 'When the agent writes, the verdict on the draft stands here.',
    clean: 'Nothing found',
    ifSent: (cost) => `Total if sent: ${cost}`,
    clause: 'mend',
    reply: 'or say',
    takeClause: 'Mend this part',
    take: 'Use the whole reply',
    taken: 'The suggested reply is in the draft',
    heard: (n, what) => `${s(n, 'finding')} in the draft: ${what}`,
    sent: (n, what) => `Sent with ${s(n, 'finding')}: ${what}`,
  },

  situation: {
    title: 'Situation',
    open: 'Situation',
    hint: 'Any change judges the whole chat anew.',
    order: 'Order',
    status: 'Order status',
    statuses: {
      unpaid: 'Unpaid',
      paid: 'Paid',
      shipped: 'Shipped',
      received: 'Received',
      completed: 'Completed',
      closed: 'Closed',
    },
    unknown: 'Not known',
    amount: 'Amount (CNY)',
    freight: 'Freight in it (CNY)',
    buyer: 'Account in the chat',
    orderBuyer: 'Account of the order',
    services: 'Delivery into the home or installation was bought with it',
    shop: 'Shop',
    facts: {
      cashOnDelivery: 'Offers cash on delivery',
      deliveryInstall: 'Sells delivery with installation',
    },
    byDefault: (fallback) => `Not known (taken as ${fallback})`,
    yes: 'yes',
    no: 'no',
    cost: 'Cost',
    schedule: 'Penalty schedule',
    worstCase: 'Count disputed figures at their highest',
    reset: 'Back to the defaults',
    badNumber: 'Must be 0 or more; not used',
  },

  total: {
    label: 'Cost of this conversation',
    clean: 'No violation so far',
    upheld: 'if every one is upheld',
    atRisk: (cost) => `${cost} at risk besides, not counted`,
    risky: (n) => `${s(n, 'warning')} besides, not counted`,
    said: (n, cost) => `${s(n, 'violation')}: ${cost}`,
  },
}
