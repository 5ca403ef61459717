import type { auditPageZhCN } from './audit-page-zh-CN.js'

export const auditPageEn: typeof auditPageZhCN = {
  title: 'Check my files',
  intro: 'Drop chat logs or quick replies here and read the report at once.',
  local: 'Files are opened in this page only; nothing is uploaded.',
  drop: 'Drop files here',
  choose: 'Choose files',
  formats:
    'Text exported from Qianniu or Wangwang, CSV, Excel, JSON and archives; the encoding is recognised. Several at once are fine.',
  paste: 'Or paste',
  pasteHint:
    'A conversation copied from the chat window, the content of an export, or quick replies, one a line',
  check: 'Check what was pasted',
  trySample: 'Try it with sample data',
  pastedName: 'pasted.txt',
  options: 'Settings',
  shopGroup: 'Shop',
  unknown: 'not said',
  yes: 'yes',
  no: 'no',
  facts: { cashOnDelivery: 'Offers cash on delivery', deliveryInstall: 'Sells delivery with installation' },
  held: (ledger) => `Points held this year, ledger ${ledger}`,
  costGroup: 'Cost',
  schedule: 'Penalty schedule',
  worstCase: 'Count the higher of disputed figures',
  mask: 'Mask personal data',
  inputGroup: 'Reading',
  encoding: 'Encoding',
  automatic: 'Recognise',
  readAs: 'Read as',
  replies: 'Quick replies',

  working: (name) => `Checking ${name}`,
  done: (read, all, chats) => `${read} of ${all} read · ${chats} conversations judged`,
  cancel: 'Cancel',
  cancelled: 'Cancelled; nothing was kept.',
  failed: (why) => `Could not finish: ${why}`,

  again: 'Check other files',
  download: 'Download report (HTML)',
  downloadName: 'kefulint-report.html',
  kinds: { chat: 'Chat logs', replies: 'Quick replies' },
  files: 'What was read',
  took: {
    chat: (format, chats) => `${format} · ${chats} conversation${chats === 1 ? '' : 's'}`,
    replies: (count) => `quick replies · ${count}`,
    nothing: 'nothing could be read',
  },
  problems: (n) => (n === 1 ? '1 problem' : `${n} problems`),
  moreProblems: (n) => `${n} more at the end of the report`,
  anew: 'Check again',
  finished: (n, errors) => `Done: ${n} conversations, ${errors} violations`,
  repliesNote:
    'Each reply is judged alone, and again as the answer to its group and trigger words; the latter counts as a risk only.',

  todo: {
    'unknown-format':
      'Name the format under “Read as” below and check again, or convert the file to one of them',
    'wrong-kind': 'Say under “Read as” below whether it holds chats or quick replies',
    'other-shape': 'If the format was taken wrongly, change it under “Read as” below and check again',
    undecodable: 'Export it again from where it came; or name the encoding in the settings',
    'nothing-judged':
      'See the problems above; if the format was taken wrongly, change it under “Read as” and check again',
    internal: 'The fault is ours: please report this sentence',
  },
}
