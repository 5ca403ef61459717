import type { NotLinear } from '../rules/fault.js'
import { faultsZhCN } from './faults-zh-CN.js'

const list = (names: readonly string[]) => names.join('、')
const said = (what: string, todo: string) => ({ what, todo })

/** What may go wrong, by code: what was found and expected, and what to do. */
export const problemsZhCN = {
  'missing-file': () => said('文件不存在', '检查路径是否写对，相对路径从当前目录算起'),
  'unreadable-file': (why: string) =>
    said(`文件读不出来（${why}）`, '检查文件权限，以及它是不是一个普通文件'),
  'empty-file': () => said('文件是空的，应当有聊天记录', '重新导出聊天记录，确认导出时选了有对话的日期'),
  'glob-without-match': () =>
    said('没有文件符合这个通配符', '给通配符加上引号，检查目录和扩展名；用 ls 看看有哪些文件'),
  'unknown-format': (formats: readonly string[]) =>
    said(
      `认不出文件的格式，能读的格式有：${list(formats)}`,
      '用 --input-format 指明格式；记录的写法见 docs/formats.md',
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
  'long-message': (bytes: number) =>
    said(
      `这条消息超过了 ${megabytes(bytes)} 的上限，后面的部分已跳过`,
      '检查下面的行是不是它的，导出时有没有漏掉账号和时间',
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
  'bad-yaml': faultsZhCN.yaml,
  'bad-csv': () => said('CSV 的引号没有配对', '含逗号、引号、换行的单元格要用双引号包起来，里面的引号写两遍'),
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
  'old-excel': () => said('是旧版 Excel 格式（.xls），读不了', '用 Excel 或 WPS 打开后“另存为” .xlsx 或 CSV'),
  'bad-xlsx': (why: string) =>
    said(`不是能读的 Excel 文件（${why}）`, '用 Excel 或 WPS 打开后重新“另存为” .xlsx'),
  'bad-zip': (why: string) => said(`压缩包坏了或没有下载完整（${why}）`, '重新下载或重新打包'),
  'zip-path': () => said('这个路径指向压缩包外，已跳过', '确认压缩包的来源；重新打包时不要带上级目录'),
  'entry-skipped': () => said('压缩包里的这种文件不能读，已跳过', '解压以后单独检查'),
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
    said(
      `这段会话超过了 ${megabytes(bytes)},从这里起分成另一段`,
      '检查会话编号或账号是否把不相干的聊天并到了一起',
    ),
  'other-shape': (format: string) =>
    said(`这一项不是 ${format} 格式的记录，已跳过`, '用 --input-format 指明格式，或者去掉这一项'),
  'bad-role-pattern': (name: string, why: NotLinear) =>
    said(
      `配置里 ${name} 的账号写法不能用：${faultsZhCN.notLinear(why)}`,
      '写成简单的正则表达式，例如 ^山鹿家居',
    ),
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
  'draft-too-long': (limit: number) =>
    said(
      `这段话超过 ${limit} 个字符，后面的没有判`,
      '一条消息不会这么长：检查是不是粘错了；确实要发就分成几条',
    ),
  'empty-draft': () => said('草稿是空的', '把要发的话写在引号里：kefulint check "亲，可以开发票的"'),
  'several-contexts': (count: number) =>
    said(`上下文文件里有 ${count} 段会话，应当只有一段`, '只留下正在聊的那一段'),
  'unknown-rule': (near: readonly string[]) =>
    said('没有这条规则', near.length > 0 ? `是不是要找：${list(near)}` : '运行 kefulint rules 看全部规则'),
  'bad-flag': (flag: string, got: string, expected: string) =>
    said(`${flag} 的值“${got}”不对，应当是：${expected}`, '改正后再运行，--help 有说明和例子'),
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
  'cannot-write': (why: string) => said(`写不进去（${why}）`, '检查目录是否存在、有没有写权限、磁盘是否已满'),
  'unknown-flag': (flag: string) => said(`没有 ${flag} 这个选项`, '用 --help 看有哪些选项'),
  'unknown-command': (name: string) => said(`没有 ${name} 这个命令`, '用 kefulint --help 看有哪些命令'),
  'no-command': (names: readonly string[]) =>
    said(`没有说用哪个命令：${names.join(' | ')}`, '用 --help 看各是做什么的'),
  'missing-argument': (name: string) => said(`少了参数 ${name}`, '用 --help 看用法和例子'),
  'missing-value': (flag: string) => said(`${flag} 后面要跟一个值`, '用 --help 看用法和例子'),
  'extra-argument': () => said('参数太多了', '含空格的话要用引号包起来'),
  'no-rules': () => said('这里没有规则文件', '给出含有 .yaml 规则的目录，或者一个规则文件'),
  internal: (why: string) =>
    said(
      `程序内部出错：${why}`,
      '这是 kefulint 的问题：请带上命令和版本报告给我们；KEFULINT_DEBUG=1 可看到详情',
    ),
}

export type Expected = 'text' | 'texts' | 'number' | 'numbers' | 'object' | 'objects' | 'boolean' | 'record'

export type Limited = 'archive' | 'entry' | 'expanded' | 'entries' | 'rows' | 'cells'

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

const limitNames: Record<Limited, string> = {
  archive: '文件大小',
  entry: '压缩包里一个文件展开后的大小',
  expanded: '压缩包展开后的大小',
  entries: '压缩包里的文件数',
  rows: '工作表里有内容的行数',
  cells: '表格的单元格数',
}

function megabytes(bytes: number): string {
  return bytes >= 1 << 20 ? `${Math.round(bytes / (1 << 20))} MB` : `${bytes} 字节`
}

function amount(what: Limited, limit: number): string {
  return ['entries', 'rows', 'cells'].includes(what) ? `${limit} 个` : megabytes(limit)
}
