import type { ExpectedSetting } from '../cli/config/schema.js'
import type { Lang } from '../engine/types.js'
import type { Role, Severity, Stage } from '../model.js'
import type { FormatName } from '../read/names.js'
import type { PackErrorCode } from '../rules/error.js'
import { listsZhCN } from './lists-zh-CN.js'
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
    undecodable: (offset: number, encoding: string) =>
      said(
        `第 ${offset} 个字节处不是 ${encoding} 编码，这一行没有读`,
        '一个文件只能有一种编码：用 --encoding 指明（例如 gb18030），或者把文件统一转成 UTF-8',
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
    'html-file': () =>
      said('其实是一个网页（HTML），不是 Excel 表格', '用 Excel 打开后“另存为” .xlsx 或 CSV，再检查'),
    'old-excel': () =>
      said('是旧版 Excel 格式（.xls），读不了', '用 Excel 或 WPS 打开后“另存为” .xlsx 或 CSV'),
    'bad-xlsx': (why: string) =>
      said(`不是能读的 Excel 文件（${why}）`, '用 Excel 或 WPS 打开后重新“另存为” .xlsx'),
    'bad-zip': (why: string) => said(`压缩包坏了或没有下载完整（${why}）`, '重新下载或重新打包'),
    'zip-path': () => said('这个路径指向压缩包外，已跳过', '确认压缩包的来源；重新打包时不要带上级目录'),
    'entry-skipped': () => said('不是 JSON,已跳过', '只打包每个客户一个的 .json 文件，其他文件单独检查'),
    'bad-entry': () => said('不是一个客户的聊天记录', '每个文件应当是 {"user": …, "chats": […]}'),
    'over-limit': (what: Limited, limit: number) =>
      said(
        `${limitNames[what]}超过了上限 ${amount(what, limit)}，已停止读这个文件`,
        '分成几个小一些的文件再检查',
      ),
    'formula-cells': (count: number) =>
      said(`有 ${count} 个公式单元格没有保存结果，读出来是空的`, '用 Excel 打开后保存一次，或者“粘贴为数值”'),
    'no-rows': () => said('里面没有聊天记录', '检查是否选对了文件'),
    'no-columns': (found: readonly string[], expected: readonly string[]) =>
      said(
        `从这些列名看不出哪一列是什么：${list(found)}；应当有类似的列：${list(expected)}`,
        '改列名，或者在配置里写明每一列对应什么',
      ),
    'unknown-columns': (names: readonly string[]) =>
      said(`没有用到这些列：${list(names)}`, '不影响检查；如果其中有用得上的，在配置里写明它对应什么'),
    'sheet-without-chats': (name: string) =>
      said(`工作表“${name}”里没有聊天记录，没有读`, '不影响检查；如果它其实是聊天记录，检查它的表头'),
    'no-role': (count: number) =>
      said(
        `有 ${count} 段会话分不清谁是客服、谁是买家，没有检查`,
        '在配置里写明客服账号的样子，或者在表里加一列“角色”（客服、买家）',
      ),
    'empty-message': (count: number) =>
      said(`有 ${count} 条消息没有内容，已跳过`, '检查导出时是否漏了消息内容'),
    'bad-time': (count: number) =>
      said(`有 ${count} 个时间看不懂，这些消息按没有时间处理`, '时间写成 2026-10-12 09:14:02 或时间戳'),
    'no-chat': (count: number) =>
      said(`有 ${count} 行没有聊天内容，已跳过`, '这些客户的记录没有导出成功：需要的话重新导出'),
    'out-of-order': (count: number) =>
      said(`有 ${count} 段会话的消息次序是乱的，已按时间重排`, '不影响检查；行号仍是原文件里的'),
    'duplicate-id': (count: number) =>
      said(`有 ${count} 段会话的编号与前面的重复，都照样检查`, '检查是否把同一份记录导出了两次'),
    'split-chat': (bytes: number) =>
      said(`这段会话超过了 ${megabytes(bytes)},从这里起分成另一段`, '检查会话编号这一列是否选对了'),
    'other-shape': (format: string) =>
      said(`这一项不是 ${format} 格式的记录，已跳过`, '用 --input-format 指明格式，或者去掉这一项'),
    'bad-role-pattern': (name: string, why: string) =>
      said(`配置里 ${name} 的账号写法不能用：${why}`, '写成简单的正则表达式，例如 ^山鹿家居'),
    'wrong-kind': (kind: string) =>
      said(`认不出是聊天记录还是快捷短语（按 ${kind} 读不出内容）`, '用 --kind chat 或 --kind replies 指明'),
    'no-input': () => said('没有说要检查什么', '给出文件、目录或通配符；从管道读请写 -'),
    'nothing-judged': () =>
      said('没有任何一条客服消息可以检查', '看看上面的问题；客服说的话应当是 role 为 agent 的消息'),
    'nothing-within': (outside: number, undated: number, unnamed: number) =>
      said(
        `所选范围里没有客服消息：范围外 ${outside} 条，没有时间的 ${undated} 条，没有客服账号的 ${unnamed} 条`,
        '检查 --since、--until、--agent、--shop 写得对不对',
      ),
    'empty-draft': () => said('草稿是空的', '把要发的话写在引号里：kefulint check "亲，可以开发票的"'),
    'several-contexts': (count: number) =>
      said(`上下文文件里有 ${count} 段会话，应当只有一段`, '只留下正在聊的那一段'),
    'unknown-rule': (near: readonly string[]) =>
      said('没有这条规则', near.length > 0 ? `是不是要找：${list(near)}` : '运行 kefulint rules 看全部规则'),
    'bad-flag': (flag: string, got: string, expected: string) =>
      said(`${flag} 的值“${got}”不对，应当是：${expected}`, '改正后再运行，--help 有说明和例子'),
    'bad-setting': (name: string, why: string) =>
      said(`${name} 写得不对：${why}`, '改正这一项；kefulint init 写出的文件里每一项都有说明'),
    'unknown-setting': (name: string, known: readonly string[]) =>
      said(`没有 ${name} 这一项，这里能写的有：${list(known)}`, '检查拼写，或去掉这一项'),
    'no-baseline': () => said('没有这个基线文件', '加上 --update-baseline 运行一次，把现有的问题记成基线'),
    'no-baseline-file': () =>
      said('--update-baseline 不知道写到哪里', '用 --baseline 文件名 指明，或在配置里写 baseline'),
    'narrowed-baseline': () =>
      said('只看一部分时不能更新基线：范围外的会被丢掉', '去掉 --since、--until、--agent、--shop 再更新'),
    'config-exists': () => said('已经有这个文件了，没有改动它', '想要一份新的，先把旧的移开'),
    'binary-to-terminal': (format: string) =>
      said(`${format} 是二进制格式，屏幕显示不了`, `加上 --output 文件名.${format}，或者接到管道里`),
    'not-findings': () =>
      said('不是本工具存下的检查结果', '给出用 --format ndjson 或 --format json 存下的文件'),
    'findings-left-out': (count: number) =>
      said(`合计里有、文件里没有列出的问题有 ${count} 处，这里不再计`, '要全部列出，检查时不要用 --quiet'),
    'no-summary': () =>
      said('文件没有存完整，缺少合计：会话数和消息数只能按看到的算', '重新检查一遍，等它运行结束'),
    'mixed-schedules': (names: readonly string[]) =>
      said(
        `这些结果用的处罚表不同（${list(names)}），代价不能相加`,
        '用同一个 --schedule 重新检查，或者分开出报告',
      ),
    'too-many-findings': (limit: number) =>
      said(`问题超过了 ${limit} 处的上限`, '分几次出报告，或者先用 --quiet 检查，只存违规'),
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
    assumption: (name: string) =>
      name.startsWith('question: ') ? `买家问的是“${name.slice(10)}”` : (assumptionNames[name] ?? name),
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
    expected: {
      fingerprint: '应当是指纹：14 位的 0-9、a-f',
      date: '应当是日期，写法如 2027-01-31',
      which: '应当写 fingerprint，或者同时写 rule 和 text',
      ruleId: '规则名的写法是 主题/名称，例如 invoice/refusal',
      threshold: '应当是 error、warn、points=N、yuan=N、none 之一',
      pattern: '应当是正则表达式',
    } satisfies Record<ExpectedSetting, string>,
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

  notes: {
    encoding: (name: string, why: 'bom' | 'ascii' | 'decodes' | 'asked') =>
      `编码 ${name}：${encodingReasons[why]}`,
    format: (name: string, sign: string, others: readonly string[]) =>
      `格式 ${name}：${sign}${others.length > 0 ? `（也像 ${list(others)}）` : ''}`,
    'format-asked': (name: string) => `格式 ${name}：由 --input-format 指明`,
    'a-message-a-row': (line: number, columns: readonly string[]) =>
      `每行一条消息，表头在第 ${line} 行：${list(columns)}`,
    'a-chat-a-row': (line: number, columns: readonly string[]) =>
      `每行一个客户，聊天在一个单元格里，表头在第 ${line} 行：${list(columns)}`,
    sheet: (name: string, rows: number) => `工作表“${name}”，${rows} 行`,
    kind: (kind: 'chat' | 'replies', why: 'asked' | 'chat' | 'replies') =>
      `当作${kindNames[kind]}：${kindReasons[why]}`,
    replies: (shape: string, columns: readonly string[]) =>
      `快捷短语，${shape}${columns.length > 0 ? `：${list(columns)}` : ''}`,
  },

  formats: {
    title: '能读的聊天记录格式',
    repliesTitle: '能读的快捷短语格式（gate、convert）',
    seen: { own: '自有格式', generic: '通用', code: '见于公开程序', remembered: '凭记忆' },
    ndjson: { about: '会话记录，每行一个 JSON', sign: '每行是一个含 messages 的 JSON 对象' },
    json: { about: '会话记录的数组、单条，或 {"conversations": []}', sign: '是 JSON 数组或对象' },
    'qianniu-text': { about: '旺旺/千牛导出的文本', sign: '有“日期 时间 账号 内容”的行' },
    'window-text': { about: '从聊天窗口复制的文本', sign: '有“昵称 (时间):”的行' },
    csv: { about: 'CSV 表格，每行一条消息或一个客户', sign: '表头里有聊天的列名' },
    tsv: { about: '制表符分隔的表格', sign: '表头里有聊天的列名，用制表符分隔' },
    xlsx: { about: 'Excel 表格，每行一条消息或一个客户（客户ID、聊天记录）', sign: '是 Excel 工作簿' },
    'zip-json': { about: '压缩包，每个客户一个 JSON', sign: '是压缩包' },
    'customer-json': { about: '一个客户的 JSON：user、chats', sign: '有 chats 和 user' },
    'client-json': { about: '千牛客户端的 JSON：fromid、toid、loginid', sign: '有 fromid 和 toid' },
    'top-json': { about: '开放平台聊天记录接口的 JSON', sign: '有 msgs 和 direction' },
    'jd-rows': { about: '京东咚咚聊天行的 JSON', sign: '有 waiter 和 waiterSend' },
    'pdd-push': { about: '拼多多推送消息的 JSON', sign: '有 push 消息或 mall_cs' },
    dialogues: { about: '质检服务的 JSON：dialogues 或 session', sign: '有 dialogues 或 session 列表' },
    'json-rows': { about: 'JSON 或 NDJSON,每个对象一条消息', sign: '对象的字段名是一条消息的' },
    replies: [
      ['千牛 CSV', '快捷短语编码,快捷短语,快捷短语分组', 'code'],
      ['飞牛 CSV / xlsx', '快捷编码,快捷短语,快捷短语分组；&#44; 是逗号，&#13; 是换行', 'code'],
      ['易歪歪 CSV / xlsx', '分组、标题、内容、标签', 'code'],
      ['阿奇索', '触发词、回复内容', 'code'],
      ['接口 JSON', 'groups 与 list', 'code'],
      ['YAML / JSON', 'code、text、group；或 replies 里的 intent、templates', 'generic'],
      ['Markdown', '标题下的代码块或列表', 'code'],
      ['纯文本', '每行一条', 'generic'],
    ],
  } satisfies Record<FormatName, { about: string; sign: string }> & Record<string, unknown>,

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
    report: '把存下的检查结果合并，换一种格式输出',
    rules: '列出规则，或解释其中一条',
    test: '用规则自带的例子检验规则',
    init: '写一份带说明的配置文件',
    patterns: '文件、目录或带引号的通配符；- 表示从管道读',
    draft: '准备发送的话；- 表示从管道读',
    replies: '快捷短语文件（YAML、JSON、CSV,或每行一条）；- 表示从管道读',
    savedFiles: '用 --format ndjson 或 json 存下的文件；- 表示从管道读',
    rule: '规则名，例如 invoice/refusal',
    format: (names: readonly string[]) => `输出格式，可多次，默认 pretty（给人看）：${list(names)}`,
    output: '写到文件，可多次：第几个配第几个 --format',
    inputFormat: (names: readonly string[]) => `输入格式，不写则自动识别：${list(names)}`,
    threads: '用几个线程；1 表示不另开线程。输出与线程数无关',
    noMask: '不打码：原样显示电话、姓名、地址等个人信息',
    schedule: '处罚表：note（注意事项原文）或 platform（平台规则）',
    worstCase: '有争议的数字按高的算',
    failOn: '到什么程度算不通过：error（默认）、warn、points=N、yuan=N（保证金加赔付）、none',
    lang: '界面语言：zh-CN 或 en',
    rulesPath: '另加规则：目录或 YAML 文件，可多次',
    config: '配置文件；默认从当前目录往上找 kefulint.config.yaml',
    printConfig: '只显示生效的设置，以及每一项来自哪里',
    baseline: '基线文件：里面已有的问题不再列出、不计入',
    updateBaseline: '把现在的问题写进基线文件',
    suppressions: '另一个放行文件（YAML），写法与配置里的 suppressions 相同',
    packs: '只用这些规则包，可多次；默认 tmall、extension、service',
    strictInput: '输入有任何问题就算失败',
    quiet: '只列出违规，不列风险和建议；合计不变',
    since: '只统计这一天（含）之后的客服消息，北京时间，例如 2026-11-01',
    until: '只统计这一天（含）之前的客服消息',
    agent: '只统计这个客服，可多次：账号全名，或冒号后的名字',
    shop: '只统计这家店铺的会话，可多次',
    context: '这句话之前的会话（一条会话记录）',
    question: '买家刚说的话，可多次',
    paid: '订单已付款',
    explain: '显示这句话被理解成什么',
    encoding: (names: readonly string[]) => `输入的编码，不写则自动识别：${list(names)}`,
    explainInput: '在标准错误上说明：什么被当成了什么、为什么',
    convert: '把能读的输入转成会话记录（快捷短语转成 code、text、group），每行一个 JSON',
    convertPatterns: '聊天记录或快捷短语的文件、目录、通配符；- 表示从管道读',
    kind: '输入是什么：chat（聊天记录）或 replies（快捷短语）；不写则按内容区分',
    convertOutput: '写到文件；不写则写到标准输出',
    formats: '列出能读的格式',
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
    reportExamples: [
      'kefulint report findings.ndjson --format html --output report.html',
      'kefulint report mon.ndjson tue.ndjson --format xlsx --output week.xlsx',
    ],
    rulesExamples: ['kefulint rules', 'kefulint rules invoice/refusal'],
    convertExamples: [
      'kefulint convert 聊天记录.xlsx > chats.ndjson           转成会话记录，个人信息已打码',
      'kefulint convert 快捷短语.csv --output replies.ndjson   快捷短语转成 code、text、group',
      'kefulint convert logs --explain-input --no-mask         说明什么被当成了什么，不打码',
    ],
    formatsExamples: ['kefulint formats'],
    testExamples: ['kefulint test', 'kefulint test --rules my-shop/', 'kefulint test --mutate'],
    initExamples: ['kefulint init'],
    mainExamples: [
      'kefulint check "亲，我们不开发票的"    发送之前检查一句话',
      'kefulint audit chats.ndjson           检查聊天记录',
      'kefulint rules invoice/refusal        这条规则是什么意思',
    ],
  },
}

export type Expected = 'text' | 'texts' | 'number' | 'numbers' | 'object' | 'objects' | 'boolean' | 'record'

const zhCNSeverity: Record<Severity, string> = { error: '违规', warn: '风险', info: '建议' }

const expectedNames: Record<Expected, string> = {
  text: '一段文字',
  texts: '文字的列表',
  number: '不小于 0 的数',
  numbers: '名称到数的对应',
  object: '一个对象',
  objects: '对象的列表',
  boolean: 'true 或 false',
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

export type Limited = 'archive' | 'entry' | 'expanded' | 'entries' | 'rows' | 'cells'

const limitNames: Record<Limited, string> = {
  archive: '文件大小',
  entry: '压缩包里一个文件展开后的大小',
  expanded: '压缩包展开后的大小',
  entries: '压缩包里的文件数',
  rows: '工作表里有内容的行数',
  cells: '表格的单元格数',
}

const encodingReasons = {
  bom: '文件开头有标记',
  ascii: '到目前为止全是 ASCII',
  decodes: '内容按它能解开',
  asked: '由 --encoding 指明',
}

const kindNames = { chat: '聊天记录', replies: '快捷短语' }
const kindReasons = { asked: '由 --kind 指明', chat: '内容像聊天记录', replies: '内容像快捷短语' }

function amount(what: Limited, limit: number): string {
  return ['entries', 'rows', 'cells'].includes(what) ? `${limit} 个` : megabytes(limit)
}
