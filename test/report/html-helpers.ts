import type { Conversation, Finding } from '../../src/model.js'

export const conversation: Conversation = {
  id: 'c1',
  shop: { id: '山鹿家居旗舰店' },
  messages: [
    { role: 'buyer', text: '有发票吗', time: '2026-10-12T10:02:00+08:00' },
    { role: 'agent', text: '没有的', sender: '山鹿家居旗舰店:小溪', time: '2026-10-12T10:02:41+08:00' },
  ],
}

export const finding: Finding = {
  id: 'f1',
  fingerprint: '00aa11',
  conversation: 'c1',
  message: 1,
  rule: 'invoice/refusal',
  severity: 'error',
  span: { start: 0, end: 2 },
  text: '没有',
  evidence: [{ message: 0, span: { start: 0, end: 4 } }],
  stage: 'pre-sale',
  assumes: ['unpaid'],
  cost: { points: 6, deposit: 10000, payout: null, payoutUpTo: null, disputed: null, ledger: 'A' },
  counted: true,
  clause: '条款',
  messageText: '没有的',
  suggestion: '可以开的',
}
