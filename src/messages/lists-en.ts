import type { listsZhCN } from './lists-zh-CN.js'

/** Texts of the reports that list findings, and of the progress line. */
export const listsEn: typeof listsZhCN = {
  columns: {
    severity: 'severity',
    rule: 'rule',
    title: 'title',
    text: 'trigger',
    messageText: 'message text',
    conversation: 'conversation',
    message: 'message',
    agent: 'agent',
    time: 'time',
    stage: 'stage',
    points: 'points',
    deposit: 'deposit (CNY)',
    payout: 'payout (CNY)',
    payoutUpTo: 'payout up to (CNY)',
    disputed: 'disputed points',
    counted: 'counted',
    clause: 'clause',
    assumes: 'assumes',
    suggestion: 'suggestion',
    file: 'file',
    line: 'line',
    id: 'id',
    fingerprint: 'fingerprint',
    yes: 'yes',
    no: 'no',
  },

  lists: {
    quote: (text) => `“${text}”`,
    findings: 'Findings',
    totals: 'Totals',
    cannotJudge: 'Cannot judge',
    problems: 'Input problems',
    cannotJudgeColumns: ['rule', 'conversation', 'message', 'missing'],
    problemColumns: ['place', 'code', 'problem', 'what to do'],
    moreRows: (n) => `${n} more ${n === 1 ? 'row' : 'rows'} left out; csv and ndjson list everything`,
    suppressed: ({ kind, reason, approver, expires }) =>
      [
        kind === 'baseline' ? 'in the baseline' : 'suppressed',
        reason,
        approver && `approved by ${approver}`,
        expires && `until ${expires}`,
      ]
        .filter((part) => part)
        .join(', '),
  },

  progress: {
    done: (conversations, rate) => `${conversations} conversations · ${rate} a second`,
    left: (percent, clock) => `${percent}% · ${clock} left`,
  },
}
