/** The names alone, so that help texts need not load the readers. A test holds them against the registry. */

export const FORMAT_NAMES = [
  ...(['ndjson', 'json', 'qianniu-text', 'window-text', 'csv', 'tsv', 'xlsx', 'zip'] as const),
  ...(['customer-json', 'client-json', 'top-json', 'jd-rows', 'pdd-push', 'dialogues', 'json-rows'] as const),
]

/** What `--encoding` and the configuration accept. */
export const ENCODING_NAMES = ['utf-8', 'utf8', 'gb18030', 'gbk', 'gb2312', 'utf-16le', 'utf-16be'] as const

export type FormatName = (typeof FORMAT_NAMES)[number]
