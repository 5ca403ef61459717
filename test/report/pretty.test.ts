import { describe, expect, test } from 'vitest'
import type { Judgement } from '../../src/engine/types.js'
import { messagesFor } from '../../src/messages/index.js'
import type { Conversation, Finding, Summary } from '../../src/model.js'
import { prettyReporter } from '../../src/report/pretty.js'
import { createSpool } from '../../src/report/spool.js'

const conversation: Conversation = {
  id: 'c1',
  source: { file: 'chats.ndjson', line: 12 },
  messages: [
    { role: 'buyer', text: '包邮吗' },
    { role: 'agent', text: '包邮的' },
    { role: 'buyer', text: '好' },
    { role: 'buyer', text: '我电话13812345678' },
    { role: 'agent', text: '亲 还要补10元运费' },
  ],
}

const finding: Finding = {
  id: '1',
  fingerprint: '1',
  conversation: 'c1',
  message: 4,
  rule: 'shipping/broken-free-shipping',
  severity: 'error',
  span: { start: 4, end: 10 },
  text: '补10元运费',
  evidence: [{ message: 1, span: { start: 0, end: 2 } }],
  stage: 'pre-sale',
  assumes: ['unpaid'],
  cost: { points: 4, deposit: 0, payout: 240, payoutUpTo: null, disputed: 6, ledger: 'A' },
  counted: true,
  clause: 'clause text',
  messageText: '亲 还要补10元运费',
  suggestion: 'say this',
}

const summary: Summary = {
  conversations: 1,
  messages: 5,
  agentMessages: 2,
  stages: { 'pre-sale': 1 },
  findings: { error: 1, warn: 0, info: 0 },
  cannotJudge: 1,
  exposure: {
    points: 4,
    worstPoints: 6,
    deposit: 0,
    payout: 240,
    payoutUpTo: 0,
    atRisk: { payoutUpTo: 500 },
    ledgers: {
      A: {
        held: 8,
        points: 4,
        nextNode: 24,
        distance: 12,
        nodes: [{ at: 12, deposit: 0, sanction: { zh: '', en: 'no events' } }],
      },
      B: { held: 0, points: 0, nextNode: 12, distance: 12, nodes: [] },
    },
  },
}

function rendered(verdict: Judgement) {
  let out = ''
  const reporter = prettyReporter({
    write: (text) => {
      out += text
    },
    messages: messagesFor('en'),
    mask: true,
    width: 80,
    colour: false,
  })
  const titles = new Map([['shipping/broken-free-shipping', { zh: '', en: 'Freight after a promise' }]])
  reporter.begin({ tool: 'kefulint 0', packs: {}, schedule: 'note', titles, rules: [] })
  reporter.conversation(conversation, verdict)
  reporter.problem({ code: 'not-json', file: 'chats.ndjson', line: 3, what: 'what', todo: 'todo' })
  reporter.end(summary, { passed: false, threshold: 'error', why: '1 at or above the threshold' })
  return out
}

describe('the report for people', () => {
  const out = rendered({
    findings: [finding],
    cannotJudge: [{ conversation: 'c1', message: 1, rule: 'invoice/refusal', why: 'buyerText' }],
    stage: 'pre-sale',
  })

  test('a conversation with its evidence, a little context, and the frame', () => {
    expect(out).toContain(
      [
        'c1  pre-sale · chats.ndjson:12',
        '  agent   包邮的',
        '  buyer   好',
        '  buyer   我电话138****5678',
        '  agent   亲 还要补10元运费',
        '                 ^^^^^^^^^^',
        '  ✖ error  shipping/broken-free-shipping  Freight after a promise',
        '    clause   clause text',
        '    cost     4 points · payout ¥240 · disputed: elsewhere 6 points',
        '    assumes  payment unknown, taken as unpaid',
        '    say      say this',
        '  ? cannot judge invoice/refusal #1 the source holds no words of the buyer',
      ].join('\n'),
    )
  })

  test.each([
    '  chats.ndjson:3  what [not-json]\n    → todo',
    '1 conversation, 5 messages, 2 by agents · pre-sale 1',
    '✖ 1 error',
    '1 could not be judged',
    'exposure  4 points · payout ¥240  (schedule note)',
    'with disputed figures at their highest: 6 points',
    'ledger A: 8 held + 4 here · 12 short of the node at 24',
    'reaches the node at 12: no events',
    'at risk (not counted)  payout up to ¥500',
    'not a ruling of the platform',
    '✖ failed (--fail-on error): 1 at or above the threshold',
  ])('%s', (part) => {
    expect(out).toContain(part)
  })

  test('a ledger without points is left out', () => {
    expect(out).not.toContain('ledger B')
  })
})

test('what waits for its place comes back whole from the disk', () => {
  const spool = createSpool(100)
  for (let i = 0; i < 100; i++) spool.add(`第${i}条`)
  let out = ''
  spool.drain((text) => {
    out += text
  })
  expect(out).toBe(Array.from({ length: 100 }, (_, i) => `第${i}条`).join(''))
})
