import type { readingZhCN } from './reading-zh-CN.js'

const list = (names: readonly string[]) => names.join(', ')
const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

/** Texts on what can be read, and on what was taken for what. */
export const readingEn: typeof readingZhCN = {
  notes: {
    encoding: (name, why) => `encoding ${name}: ${encodingReasons[why]}`,
    format: (name, sign, others) =>
      `format ${name}: ${sign}${others.length > 0 ? ` (also like ${list(others)})` : ''}`,
    'format-asked': (name) => `format ${name}: asked for by --input-format or the configuration`,
    'a-message-a-row': (line, columns) => `one message a row, header on line ${line}: ${list(columns)}`,
    'a-chat-a-row': (line, columns) =>
      `one customer a row, the chat in a cell, header on line ${line}: ${list(columns)}`,
    sheet: (name, rows) => `sheet "${name}", ${plural(rows, 'row')}`,
    kind: (kind, why) => `taken for ${kindNames[kind]}: ${kindReasons[why]}`,
    replies: (shape, columns) => `quick replies, ${shape}${columns.length > 0 ? `: ${list(columns)}` : ''}`,
  },

  formats: {
    title: 'Formats of chats that can be read',
    repliesTitle: 'Formats of quick replies that can be read (gate, convert)',
    seen: { own: 'our own', generic: 'generic', code: 'seen in code', remembered: 'from memory' },
    ndjson: { about: 'conversation records, one a line', sign: 'each line is a JSON object with messages' },
    json: {
      about: 'a list of records, one record, or {"conversations": []}',
      sign: 'it is a JSON list or object',
    },
    'qianniu-text': { about: 'text dump of Wangwang / Qianniu', sign: 'has lines "date time account text"' },
    'window-text': { about: 'text copied from the chat window', sign: 'has lines "nick (time):"' },
    csv: { about: 'CSV, one message or one customer a row', sign: 'its header has columns of a chat' },
    tsv: { about: 'table separated by tabs', sign: 'its header, split at tabs, has columns of a chat' },
    xlsx: { about: 'Excel, one message or one customer a row', sign: 'it is an Excel workbook' },
    zip: { about: 'archive, for example with one JSON file a customer', sign: 'it is an archive' },
    'customer-json': { about: 'JSON of one customer: user, chats', sign: 'has chats and user' },
    'client-json': {
      about: 'JSON of the Qianniu client: fromid, toid, loginid',
      sign: 'has fromid and toid',
    },
    'top-json': { about: "JSON of the open platform's chat log APIs", sign: 'has msgs and direction' },
    'jd-rows': { about: 'JSON rows of JD Dongdong', sign: 'has waiter and waiterSend' },
    'pdd-push': { about: 'JSON messages pushed by Pinduoduo', sign: 'has push messages or mall_cs' },
    dialogues: {
      about: 'JSON of QA services: dialogues or session',
      sign: 'has a list dialogues or session',
    },
    'json-rows': {
      about: 'JSON or NDJSON, one message an object',
      sign: 'the fields of an object are those of a message',
    },
    replies: [
      ['Qianniu CSV', '快捷短语编码,快捷短语,快捷短语分组', 'code'],
      ['Feiniu CSV / xlsx', '快捷编码,快捷短语,快捷短语分组; &#44; is a comma, &#13; a line end', 'code'],
      ['Yiwaiwai CSV / xlsx', '分组、标题、内容、标签', 'code'],
      ['Agiso', 'trigger words and reply', 'code'],
      ['API JSON', 'groups and list', 'code'],
      ['YAML / JSON', 'code, text, group; or intent and templates under replies', 'generic'],
      ['Markdown', 'fenced blocks or lists under headings', 'code'],
      ['plain text', 'one a line', 'generic'],
    ],
  },
}

const encodingReasons = {
  bom: 'marked at the beginning',
  ascii: 'all ASCII so far',
  decodes: 'the content decodes so',
  asked: 'asked for by --encoding or the configuration',
}

const kindNames = { chat: 'chats', replies: 'quick replies' }
const kindReasons = {
  asked: 'asked for by --kind',
  chat: 'reads like chats',
  replies: 'reads like quick replies',
}
