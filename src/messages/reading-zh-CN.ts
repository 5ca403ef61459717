import type { FormatName } from '../read/names.js'

const list = (names: readonly string[]) => names.join('、')

/** Texts on what can be read, and on what was taken for what. */
export const readingZhCN = {
  notes: {
    encoding: (name: string, why: 'bom' | 'ascii' | 'decodes' | 'asked') =>
      `编码 ${name}：${encodingReasons[why]}`,
    format: (name: string, sign: string, others: readonly string[]) =>
      `格式 ${name}：${sign}${others.length > 0 ? `（也像 ${list(others)}）` : ''}`,
    'format-asked': (name: string) => `格式 ${name}：由 --input-format 或配置指明`,
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
    zip: { about: '压缩包，例如每个客户一个 JSON', sign: '是压缩包' },
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
}

const encodingReasons = {
  bom: '文件开头有标记',
  ascii: '到目前为止全是 ASCII',
  decodes: '内容按它能解开',
  asked: '由 --encoding 或配置指明',
}

const kindNames = { chat: '聊天记录', replies: '快捷短语' }
const kindReasons = { asked: '由 --kind 指明', chat: '内容像聊天记录', replies: '内容像快捷短语' }
