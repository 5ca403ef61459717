import type { Lang } from '../engine/types.js'
import type { Role, Severity, Stage } from '../model.js'
import type { PackErrorCode } from '../rules/error.js'
import { pageZhCN } from './page-zh-CN.js'

const list = (names: readonly string[]) => names.join('、')
const said = (what: string, todo: string) => ({ what, todo })

/** Chinese texts; their shape is the contract for every other language. */
export const zhCN = {
  lang: 'zh-CN' as Lang,

  problems: {
    'missing-file': () => said('文件不存在', '检查路径是否写对，相对路径从当前目录算起'),
    'unreadable-file': (why: string) =>
      said(`文件读不出来（${why}）`, '检查文件权限，以及它是不是一个普通文件'),
    'empty-file': () => said('文件是空的，应当有聊天记录', '重新导出聊天记录，确认导出时选了有对话的日期'),
    'glob-without-match': () =>
      said('没有文件符合这个通配符', '给通配符加上引号，检查目录和扩展名；用 ls 看看有哪些文件'),
    'unknown-format': (formats: readonly string[]) =>
      said(
        `认不出文件的格式，能读的格式有：${list(formats)}`,
        '用 --input-format 指明格式；记录的写法见 README 的“输入”一节',
      ),
    binary: () => said('含有二进制数据（NUL 字节），应当是文本', '导出成文本、JSON 或 NDJSON 再检查'),
    undecodable: (offset: number) =>
      said(
        `第 ${offset} 个字节处不是 UTF-8 编码`,
        '先转成 UTF-8，例如：iconv -f GB18030 -t UTF-8 旧文件 > 新文件',
      ),
    'too-long': (bytes: number) =>
      said(
        `这条记录超过了 ${megabytes(bytes)} 的上限，已跳过`,
        '一条记录应当只是一段会话：检查导出是否把很多会话并成了一条，或者把图片内容写了进去',
      ),
    'not-json': () => said('不是合法的 JSON', 'NDJSON 要求每行一个完整的 JSON 对象；检查引号、逗号和括号'),
    'cut-short': () => said('JSON 没写完就断了', '文件可能没有下载或导出完整：重新导出'),
    'wrong-field': (field: string, expected: Expected) =>
      said(`字段 ${field} 应当是${expectedNames[expected]}`, '按会话记录的约定改正这个字段，或者去掉它'),
    'missing-field': (field: string, expected: Expected) =>
      said(`缺少字段 ${field}，应当是${expectedNames[expected]}`, '按会话记录的约定补上这个字段'),
    'unknown-role': (field: string, got: string, allowed: readonly string[]) =>
      said(
        `${field} 是“${got}”，只能是：${list(allowed)}`,
        '买家写 buyer，客服和机器人写 agent，平台提示写 system',
      ),
    'unknown-value': (field: string, got: string, allowed: readonly string[]) =>
      said(`${field} 是“${got}”，只能是：${list(allowed)}`, '换成其中之一，或者去掉这个字段'),
    'no-messages': () => said('会话里一条消息也没有', '字段 messages 至少要有一条消息；空会话请从导出里去掉'),
    'no-shop-name': () =>
      said(
        '第一行应当以店铺名和冒号开头，没有它就分不清谁是客服',
        '在文件第一行写上“店铺名：”，与客服账号冒号前的部分一致',
      ),
    'stray-line': () =>
      said('这一行上面没有消息，接不上去', '消息行的写法是：2017-02-21 10:00:00 账号 内容；删掉多余的行'),
    'bad-yaml': (why: string) => said(`YAML 写法有误：${why}`, '检查缩进、冒号和引号'),
    'bad-csv': () =>
      said('CSV 的引号没有配对', '含逗号、引号、换行的单元格要用双引号包起来，里面的引号写两遍'),
    'no-text-column': (names: readonly string[]) =>
      said(
        `CSV 里没有话术列，表头应当含有其中之一：${list(names)}`,
        '第一行写表头，例如：快捷短语编码,快捷短语,快捷短语分组',
      ),
    'not-a-reply': () =>
      said('这一项不是快捷短语', '每一项写成一段文字，或者写成含 text 的对象（可再有 code、group）'),
    'no-replies': () => said('文件里没有快捷短语', '检查是否选对了文件；每行一条、CSV、YAML、JSON 都可以'),
    'no-input': () => said('没有说要检查什么', '给出文件、目录或通配符；从管道读请写 -'),
    'nothing-judged': () =>
      said('没有任何一条客服消息可以检查', '看看上面的问题；客服说的话应当是 role 为 agent 的消息'),
    'empty-draft': () => said('草稿是空的', '把要发的话写在引号里：kefulint check "亲，可以开发票的"'),
    'several-contexts': (count: number) =>
      said(`上下文文件里有 ${count} 段会话，应当只有一段`, '只留下正在聊的那一段'),
    'unknown-rule': (near: readonly string[]) =>
      said('没有这条规则', near.length > 0 ? `是不是要找：${list(near)}` : '运行 kefulint rules 看全部规则'),
    'bad-flag': (flag: string, got: string, expected: string) =>
      said(`${flag} 的值“${got}”不对，应当是：${expected}`, '改正后再运行，--help 有说明和例子'),
    'output-pairing': (outputs: number, formats: number) =>
      said(
        `有 ${formats} 个 --format、${outputs} 个 --output：第几个配第几个，最多一个格式没有文件、写到屏幕`,
        '例如：--format json --output report.json --format pretty',
      ),
    'cannot-write': (why: string) =>
      said(`写不进去（${why}）`, '检查目录是否存在、有没有写权限、磁盘是否已满'),
    'unknown-flag': (flag: string) => said(`没有 ${flag} 这个选项`, '用 --help 看有哪些选项'),
    'unknown-command': (name: string) => said(`没有 ${name} 这个命令`, '用 kefulint --help 看有哪些命令'),
    'missing-argument': (name: string) => said(`少了参数 ${name}`, '用 --help 看用法和例子'),
    'missing-value': (flag: string) => said(`${flag} 后面要跟一个值`, '用 --help 看用法和例子'),
    'extra-argument': () => said('参数太多了', '含空格的话要用引号包起来'),
    'no-rules': () => said('这里没有规则文件', '给出含有 .yaml 规则的目录，或者一个规则文件'),
    internal: (why: string) =>
      said(
        `程序内部出错：${why}`,
        '这是 kefulint 的问题：请带上命令和版本报告给我们；KEFULINT_DEBUG=1 可看到详情',
      ),
  },

  packs: {
    yaml: (detail: string) => said(`YAML 写法有误：${detail}`, '检查缩进、冒号和引号'),
    'rule-shape': (detail: string) => said(`规则的写法不对：${detail}`, '对照“写规则”文档里的字段改正'),
    'unknown-concept': (detail: string) => said(`没有这个概念：${detail}`, '检查拼写，或在词库里先定义它'),
    'unknown-reading': (detail: string) => said(`没有这种说法：${detail}`, '检查拼写，写法是 主题.方面'),
    'unknown-check': (detail: string) => said(`没有这个条件：${detail}`, '检查拼写，对照“写规则”文档'),
    'cyclic-lexicon': (detail: string) => said(`词库互相引用成了环：${detail}`, '去掉其中一处引用'),
    'word-syntax': (detail: string) => said(`词条的写法不对：${detail}`, '对照“写规则”文档里词条的写法'),
    'pattern-syntax': (detail: string) => said(`正则表达式有误：${detail}`, '改正它，或改用词条'),
    'pattern-not-linear': (detail: string) =>
      said(`正则表达式可能很慢，不予接受：${detail}`, '去掉嵌套或相邻的重复，能用词条就用词条'),
    duplicate: (detail: string) => said(`重复了：${detail}`, '换一个名字，或删去其中一个'),
    'empty-pack': (detail: string) => said(`规则包是空的：${detail}`, '至少要有一条规则'),
  } satisfies Record<PackErrorCode, (detail: string) => { what: string; todo: string }>,

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
    assumption: (name: string) => assumptionNames[name] ?? name,
    polarity: { yes: '肯定', no: '否定' },
    via: { clause: '本句', answer: '答上文', carried: '承前' },
    totals: (conversations: number, messages: number, agent: number) =>
      `${conversations} 段会话，${messages} 条消息，其中客服 ${agent} 条`,
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

  page: pageZhCN,

  rules: {
    meaning: '含义',
    basis: { note: '依据：注意事项原文', extension: '依据：由原文引申' },
    violates: '违规的说法',
    complies: '合规的说法',
    pack: (name: string) => `规则包 ${name}`,
    count: (n: number) => `共 ${n} 条规则。看某一条：kefulint rules <规则>`,
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

  help: {
    usage: '用法：',
    arguments: '参数：',
    options: '选项：',
    commands: '命令：',
    examples: '例子：',
    about: '检查天猫客服对买家说的话：哪里违规、依据哪一条、要付多大代价。',
    exitCodes:
      '退出码：0 没到门槛 · 1 到了门槛 · 2 用法或输入有问题，没法检查 · 3 内部错误或超限 · 4 规则自己的例子不过 · 130 被中断',
    help: '显示帮助',
    version: '显示版本',
    audit: '检查导出的聊天记录',
    check: '发送之前检查一句回复',
    gate: '检查快捷短语库，每条单独判断',
    rules: '列出规则，或解释其中一条',
    test: '用规则自带的例子检验规则',
    patterns: '文件、目录或带引号的通配符；- 表示从管道读',
    draft: '准备发送的话；- 表示从管道读',
    replies: '快捷短语文件（YAML、JSON、CSV,或每行一条）；- 表示从管道读',
    rule: '规则名，例如 invoice/refusal',
    format: '输出格式，可多次：pretty（默认，给人看）、json、ndjson、html（一页报告，可给老板看）',
    output: '写到文件，可多次：第几个配第几个 --format',
    inputFormat: (names: readonly string[]) => `输入格式，不写则自动识别：${list(names)}`,
    threads: '用几个线程；1 表示不另开线程。输出与线程数无关',
    noMask: '不打码：原样显示电话、姓名、地址等个人信息',
    schedule: '处罚表：note（注意事项原文）或 platform（平台规则）',
    worstCase: '有争议的数字按高的算',
    failOn: '到什么程度算不通过：error（默认）、warn、points=N、yuan=N（保证金加赔付）、none',
    lang: '界面语言：zh-CN 或 en',
    rulesPath: '另加规则：目录或 YAML 文件，可多次',
    packs: '只用这些规则包，可多次；默认 tmall、extension、service',
    strictInput: '输入有任何问题就算失败',
    quiet: '只列出违规，不列风险和建议；合计不变',
    context: '这句话之前的会话（一条会话记录）',
    question: '买家刚说的话，可多次',
    paid: '订单已付款',
    explain: '显示这句话被理解成什么',
    mutate: '把违规的例子变形（空格、谐音、繁体……），看还能发现多少',
    auditExamples: [
      'kefulint audit chats.ndjson                       检查一个文件',
      'kefulint audit "export/**/*.txt"                  检查很多文件，通配符要加引号',
      'kefulint audit chats.ndjson --fail-on points=12   满 12 分才算不通过',
      'kefulint audit logs --format json --output report.json --format pretty',
    ],
    checkExamples: [
      'kefulint check "亲，我们不开发票的"',
      'kefulint check "有的呢" --question "有QQ吗"        同一句话，看买家问了什么',
      'kefulint check "我的电话是 0571-88888888" --paid  付款之后可以给电话',
      'kefulint check "明天一定发" --explain             看它被理解成什么',
    ],
    gateExamples: ['kefulint gate 快捷短语.csv', 'kefulint gate replies.yaml --fail-on warn'],
    rulesExamples: ['kefulint rules', 'kefulint rules invoice/refusal'],
    testExamples: ['kefulint test', 'kefulint test --rules my-shop/', 'kefulint test --mutate'],
    mainExamples: [
      'kefulint check "亲，我们不开发票的"    发送之前检查一句话',
      'kefulint audit chats.ndjson           检查聊天记录',
      'kefulint rules invoice/refusal        这条规则是什么意思',
    ],
  },
}

export type Expected = 'text' | 'texts' | 'number' | 'numbers' | 'object' | 'objects' | 'record'

const zhCNSeverity: Record<Severity, string> = { error: '违规', warn: '风险', info: '建议' }

const expectedNames: Record<Expected, string> = {
  text: '一段文字',
  texts: '文字的列表',
  number: '不小于 0 的数',
  numbers: '名称到数的对应',
  object: '一个对象',
  objects: '对象的列表',
  record: '一条会话记录（含 id 和 messages 的对象）',
}

const assumptionNames: Record<string, string> = {
  unpaid: '不知道是否付款，按未付款算',
  cashOnDelivery: '不知道店铺是否开通货到付款，按没有开通算',
  deliveryInstall: '不知道是否卖了送货入户并安装服务，按卖了算',
}

function megabytes(bytes: number): string {
  return bytes >= 1 << 20 ? `${Math.round(bytes / (1 << 20))} MB` : `${bytes} 字节`
}
