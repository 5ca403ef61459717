import type { Lang } from '../engine/types.js'
import type { Role, Severity, Stage } from '../model.js'
import { faultsZhCN } from './faults-zh-CN.js'
import { helpZhCN } from './help-zh-CN.js'
import { listsZhCN } from './lists-zh-CN.js'
import { packsZhCN } from './packs-zh-CN.js'
import { pageZhCN } from './page-zh-CN.js'
import { problemsZhCN } from './problems-zh-CN.js'
import { readingZhCN } from './reading-zh-CN.js'
import { serveProblemsZhCN, serveZhCN } from './serve-zh-CN.js'

/** Chinese texts; their shape is the contract for every other language. */
export const zhCN = {
  lang: 'zh-CN' as Lang,

  problems: { ...problemsZhCN, ...serveProblemsZhCN },
  serve: serveZhCN,

  faults: faultsZhCN,
  packs: packsZhCN,

  roles: { buyer: '买家', agent: '客服', system: '系统' } satisfies Record<Role, string>,
  severities: { error: '违规', warn: '风险', info: '建议' } satisfies Record<Severity, string>,
  stages: {
    'pre-sale': '售前',
    'mid-sale': '售中',
    'after-sale': '售后',
    unknown: '阶段不明',
  } satisfies Record<Stage, string>,

  report: {
    clause: '条款',
    cost: '代价',
    assumes: '前提',
    suggestion: '改说',
    cannotJudge: '无法判断',
    written: (files: readonly string[]) => `已写入 ${files.join('、')}`,
    statements: '理解为',
    problems: '输入的问题',
    moreProblems: (n: number) => `…另有 ${n} 个问题，完整清单见 --format json`,
    agent: '客服',
    points: (n: number) => `${n} 分`,
    money: (yuan: string) => `¥${yuan}`,
    deposit: (yuan: string) => `保证金 ¥${yuan}`,
    payout: (yuan: string) => `赔付 ¥${yuan}`,
    payoutUpTo: (yuan: string) => `赔付最多 ¥${yuan}`,
    disputed: (points: number) => `有争议：另说 ${points} 分`,
    noFigure: '该处罚表没有数字',
    noCost: '不扣分',
    notCounted: '同一案只计一次，这里不再计',
    atRiskOnly: '尚未构成违规，不计入合计',
    perOrder: '按每笔订单',
    assumption: (name: string) =>
      name.startsWith('question: ') ? `买家问的是“${name.slice(10)}”` : (assumptionNames[name] ?? name),
    missing: (why: string) =>
      why
        .split(', ')
        .map((each) => missingNames[each] ?? each)
        .join('、'),
    polarity: { yes: '肯定', no: '否定' },
    via: { clause: '本句', answer: '答上文', carried: '承前' },
    totals: (conversations: number, messages: number, agent: number) =>
      `${conversations} 段会话，${messages} 条消息，其中客服 ${agent} 条`,
    narrowed: (range: string, left: number) => `只统计：${range}（另有 ${left} 条客服消息不在范围内）`,
    undated: (n: number) => `${n} 条客服消息没有时间，无法归入范围，没有统计`,
    unnamed: (n: number) => `${n} 条客服消息没有客服账号，无法归入范围，没有统计`,
    suppressed: (baseline: number, approved: number) =>
      `未列出、未计入：基线里已有 ${baseline} 处，经批准放行 ${approved} 处`,
    clean: '没有发现问题',
    count: (severity: Severity, n: number) => `${n} 处${zhCNSeverity[severity]}`,
    cannotJudgeCount: (n: number) => `${n} 处因缺少依据无法判断，不等于没有问题`,
    problemCount: (n: number) => `输入有 ${n} 个问题`,
    exposure: '敞口',
    worst: (points: number) => `有争议的按高的算：${points} 分`,
    atRisk: '风险（未计入）',
    ledger: (name: string, held: number, points: number) => `${name} 类：已有 ${held} 分 + 本次 ${points} 分`,
    nextNode: (at: number, distance: number) => `距 ${at} 分节点还差 ${distance} 分`,
    noNode: '没有下一个节点',
    nodeReached: (at: number, sanction: string) => `已到 ${at} 分节点：${sanction}`,
    upheld: '以上是投诉成立时的代价，不是平台的判定',
    schedule: (name: string) => `处罚表 ${name}`,
    passed: (threshold: string) => `通过（--fail-on ${threshold}）`,
    failed: (threshold: string, why: string) => `未通过（--fail-on ${threshold}）：${why}`,
    failedCount: (n: number) => `有 ${n} 处达到门槛`,
    failedPoints: (n: number) => `共 ${n} 分`,
    failedYuan: (yuan: string) => `共 ¥${yuan}`,
  },

  ...listsZhCN,
  page: pageZhCN,

  rules: {
    meaning: '含义',
    basis: { note: '依据：注意事项原文', extension: '依据：由原文引申' },
    ledger: (title: string) => `计入：${title}`,
    share: (percent: number, base: string, floor: string, cap: string) =>
      `赔付按${base}的 ${percent}% 算${floor && `，最低 ¥${floor}`}，最高 ¥${cap}`,
    base: { paid: '实付金额', goods: '实付金额减运费' },
    per: { conversation: '同一段会话里说几次都只计一次', order: '同一笔订单说几次都只计一次' },
    source: (source: string, date: string, confidence: string) =>
      `出处：${source} · ${date === 'undated' ? '无日期' : date} · 可信度${confidence}`,
    confidence: { high: '高', medium: '中', low: '低' },
    judged: '判断这一句',
    index: '规则',
    column: { rule: '规则', title: '说的是', severity: '级别' },
    violates: '违规的说法',
    complies: '合规的说法',
    pack: (name: string) => `规则包 ${name}`,
    count: (n: number) => `共 ${n} 条规则。看某一条：kefulint rules <规则>`,
  },

  suppressions: {
    titles: { expired: '放行已过期', unused: '放行没有用到' },
    clause: {
      expired: '放行到写明的那天为止，过期就不再有效。',
      unused: '放行只在它说的那句话还会出现时才需要留着。',
    },
    todo: {
      expired: '改掉那句话；确实还要用，请批准人重新批准并改日期',
      unused: '删去这一条；如果话改过了，按新的写法重写',
    },
    text: (named: string, reason: string, approver: string, expires: string) =>
      `${named} · ${reason}（${approver} 批准，到 ${expires}）`,
  },

  init: {
    head: [
      'kefulint 的设置。放在店铺资料的目录里，kefulint 在这里和下面的目录里运行时都会用到。',
      '命令行上写的优先于这里写的；kefulint audit --print-config 显示最后生效的是什么。',
      '每一项上面是说明；去掉行首的 # 就生效，没写的用默认值。',
    ],
    done: (file: string) => `已写好 ${file}：打开它，把需要的设置前面的 # 去掉`,
    shop: '山鹿家居旗舰店',
    column: '聊天内容',
    text: '我们的QQ客服已经停用了',
    reason: '只是告知停用，没有给号码',
    approver: '李店长',
  },

  config: {
    byDefault: '默认',
  },

  test: {
    passed: (rules: number, examples: number) => `${rules} 条规则的 ${examples} 个例子全部通过`,
    failed: (failures: number, examples: number) => `${examples} 个例子里有 ${failures} 个不对`,
    missed: '应当报而没有报',
    falseAlarm: '不应当报却报了',
    noExamples: (side: string) => `没有“${side}”的例子`,
    mutateTitle: '变形后仍能发现的比例',
    falseAlarms: (n: number) => `误报 ${n}`,
    floor: (all: number, each: number) => `下限：合计 ${all}%,每条 ${each}%`,
    below: '低于下限',
    all: '合计',
  },

  ...readingZhCN,

  help: helpZhCN,
}

const zhCNSeverity: Record<Severity, string> = { error: '违规', warn: '风险', info: '建议' }

const assumptionNames: Record<string, string> = {
  unpaid: '不知道是否付款，按未付款算',
  'cashOnDelivery=false': '不知道店铺是否开通货到付款，按没有开通算',
  'deliveryInstall=true': '不知道是否卖了送货入户并安装服务，按卖了算',
}

const missingNames: Record<string, string> = {
  buyerText: '来源里没有买家的话',
  'text-too-long': '太长，后面的没有判',
}
