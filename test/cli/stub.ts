/** A linter of three words, so that the commands are tested apart from the rules. */

import type { Linter, LinterOptions, RuleInfo, Verdict } from '../../src/engine/types.js'
import type { Conversation, Cost, Exposure, Finding, Severity } from '../../src/model.js'

const RULES: [id: string, severity: Severity, word: string, points: number, deposit: number][] = [
  ['invoice/refusal', 'error', '没有的', 6, 10000],
  ['contact/phone', 'error', '13800138000', 6, 10000],
  ['delivery/unhedged-date', 'warn', '今天发', 0, 0],
  ['conduct/hard-sell', 'info', '赶紧拍', 0, 0],
]

export function createLinter(options: LinterOptions = {}): Linter {
  if (options.schedule !== undefined && !['note', 'platform'].includes(options.schedule))
    throw new RangeError(`no schedule "${options.schedule}"; known are note, platform`)
  const costOf = (points: number, deposit: number, warn: boolean): Cost => ({
    points,
    deposit,
    payout: null,
    payoutUpTo: warn ? 500 : null,
    disputed: null,
    ledger: 'A',
  })
  const judge = (conversation: Conversation, from: number): Verdict => {
    const findings: Finding[] = []
    const seen = new Set<string>()
    conversation.messages.forEach(({ role, text }, message) => {
      if (role !== 'agent' || message < from) return
      for (const [rule, severity, word, points, deposit] of RULES) {
        const start = text.indexOf(word)
        if (start < 0) continue
        findings.push({
          id: `${conversation.id}-${message}-${rule}`,
          fingerprint: `${rule}-${text}`,
          conversation: conversation.id,
          message,
          rule,
          severity,
          span: { start, end: start + word.length },
          text: word,
          evidence: message > 0 ? [{ message: message - 1, span: { start: 0, end: 1 } }] : [],
          stage: 'pre-sale',
          assumes: rule === 'contact/phone' ? ['unpaid'] : [],
          cost: costOf(points, deposit, severity === 'warn'),
          counted: severity === 'error' && !seen.has(rule),
          clause: '规则防范:原文的一条',
          messageText: text,
          suggestion: '可以开发票的',
          source: conversation.source,
        })
        seen.add(rule)
      }
    })
    const cannotJudge = (conversation.lacks ?? []).map((why) => ({
      conversation: conversation.id,
      message: 0,
      rule: 'invoice/refusal',
      why,
    }))
    return { findings, cannotJudge, stage: 'pre-sale' }
  }
  return {
    packs: { tmall: '1' },
    schedule: options.schedule ?? 'note',
    rules: RULES.map(([id, severity, word, points, deposit]): RuleInfo => {
      const text = { zh: `${id}的说明`, en: `about ${id}` }
      const examples = { violates: [{ chat: ['B: 在吗', `A: ${word}`] }], complies: [{ chat: ['A: 好的'] }] }
      const cost = costOf(points, deposit, severity === 'warn')
      return {
        id,
        pack: 'tmall',
        severity,
        basis: 'note',
        title: text,
        explanation: text,
        clause: text,
        suggestion: text,
        examples,
        cost,
      }
    }),
    checkConversation: (conversation) => judge(conversation, 0),
    checkReply: (draft, context = {}) => {
      const said = context.messages ?? []
      const messages = [...said, { role: 'agent' as const, text: draft }]
      return judge({ ...context, id: context.id ?? '', messages }, said.length)
    },
    session: () => {
      throw new Error('not needed')
    },
    explain: (draft) => [
      {
        reading: 'invoice.issue',
        polarity: -1,
        scope: ['past'],
        slots: {} as never,
        span: { start: 0, end: draft.length },
        via: 'answer',
        evidence: [],
      },
    ],
    tally: (points = {}) => {
      const sum: Exposure = {
        points: 0,
        worstPoints: 0,
        deposit: 0,
        payout: 0,
        payoutUpTo: 0,
        atRisk: {},
        ledgers: {},
      }
      return {
        add(findings) {
          for (const { cost, counted, severity } of findings) {
            if (counted) sum.points += cost.points
            if (counted) sum.deposit += cost.deposit
            if (severity === 'warn') sum.atRisk.payoutUpTo = (sum.atRisk.payoutUpTo ?? 0) + 500
          }
        },
        exposure() {
          const held = points.A ?? 0
          const total = held + sum.points
          const nextNode = (Math.floor(total / 12) + 1) * 12
          const nodes =
            total >= 12 && held < 12
              ? [
                  {
                    at: 12,
                    deposit: 10000,
                    sanction: { zh: '限制营销 7 天', en: '7 days without marketing' },
                  },
                ]
              : []
          return {
            ...sum,
            worstPoints: sum.points,
            ledgers: { A: { held, points: sum.points, nextNode, distance: nextNode - total, nodes } },
          }
        },
      }
    },
  }
}

export const loadPack = (texts: { path: string; text: string }[], name: string) => {
  if (texts[0]!.text.includes('wrong'))
    throw Object.assign(new Error('raw'), {
      name: 'PackError',
      code: 'rule-shape',
      file: texts[0]!.path,
      line: 3,
      column: 5,
      detail: 'severity',
    })
  return { name, version: '0' }
}
