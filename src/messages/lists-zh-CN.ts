import type { Finding } from '../model.js'

/** Texts of the reports that list findings, and of the progress line. */
export const listsZhCN = {
  columns: {
    severity: '级别',
    rule: '规则',
    title: '规则名称',
    text: '问题字句',
    messageText: '客服原话',
    conversation: '会话',
    message: '消息序号',
    agent: '客服账号',
    time: '时间',
    stage: '阶段',
    points: '扣分',
    deposit: '保证金（元）',
    payout: '赔付（元）',
    payoutUpTo: '赔付最多（元）',
    disputed: '争议分值',
    counted: '计入合计',
    clause: '条款',
    assumes: '前提',
    suggestion: '建议说法',
    file: '文件',
    line: '行',
    id: '编号',
    fingerprint: '指纹',
    yes: '是',
    no: '否',
  },

  lists: {
    quote: (text: string) => `「${text}」`,
    findings: '问题清单',
    totals: '合计',
    cannotJudge: '无法判断',
    problems: '输入的问题',
    cannotJudgeColumns: ['规则', '会话', '消息序号', '缺少的依据'] as readonly string[],
    problemColumns: ['位置', '代码', '问题', '怎么办'] as readonly string[],
    moreRows: (n: number) => `还有 ${n} 行没有列出，完整清单请用 csv 或 ndjson`,
    suppressed: ({ kind, reason, approver, expires }: NonNullable<Finding['suppressed']>) =>
      [
        kind === 'baseline' ? '在基线中' : '已豁免',
        reason,
        approver && `批准人 ${approver}`,
        expires && `到期 ${expires}`,
      ]
        .filter((part) => part)
        .join('，'),
  },

  progress: {
    done: (conversations: string, rate: string) => `${conversations} 段会话 · 每秒 ${rate} 段`,
    left: (percent: number, clock: string) => `${percent}% · 还需 ${clock}`,
  },
}
