/** Writes the binary fixtures: encodings, workbooks, archives. Run after an edit here: `npx tsx scripts/fixtures.ts`. */

import { readFileSync, writeFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import writeSheets, { type SheetData } from 'write-excel-file/node'

const here = (path: string) => new URL(`../fixtures/${path}`, import.meta.url)

/** Node decodes GB18030 but does not write it: the table comes from decoding every pair of bytes. */
export function toGb18030(text: string): Buffer {
  const bytes: number[] = []
  for (const char of text) {
    const known = pairs().get(char)
    if (known === undefined) throw new Error(`not in GBK: ${char}`)
    bytes.push(...known)
  }
  return Buffer.from(bytes)
}

let table: Map<string, number[]> | undefined

function pairs(): Map<string, number[]> {
  if (table !== undefined) return table
  table = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let byte = 0; byte < 0x80; byte++) table.set(String.fromCharCode(byte), [byte])
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second === 0x7f) continue
      const char = decoder.decode(Uint8Array.of(first, second))
      if ([...char].length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, [first, second])
    }
  return table
}

export function toUtf16(text: string, bigEndian: boolean): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

const DUMP = `青禾灯具旗舰店: 聊天记录
2026-10-12
2026-10-12 09:14:02 小满2016 有发票吗
2026-10-12 09:14:20 青禾灯具旗舰店:小禾 没有的
2026-10-12 09:15:00 青禾灯具旗舰店:小禾 亲加?V shanlu0099 聊
`
const RECORDS = [
  {
    id: 'gb-1',
    messages: [
      { role: 'buyer', text: '有发票吗' },
      { role: 'agent', text: '没有的' },
    ],
  },
  { id: 'gb-2', messages: [{ role: 'agent', text: '亲,在的' }] },
]
const CHATS = [
  ['客户ID', '聊天记录'],
  ['小满2016', '2026-05-09 10:00:01\n小满2016: 有发票吗\n\n2026-05-09 10:00:09\n青禾灯具旗舰店:小禾: 没有的'],
  ['阿布爱灯', '(提取失败: 超时)'],
]
const CUSTOMER = readFileSync(here('formats/customer.json'))
const QIANNIU =
  '快捷短语编码,快捷短语,快捷短语分组\r\nfp,"亲,可以开发票的\r\n随时可以开",发票\r\nhdfk,可以的,货到付款\r\nbz,"{买家昵称}您好,订单{订单号}已发出",\r\n'
const MESSAGES = [
  ['发送时间', '发送者', '买家', '内容'],
  [new Date(Date.UTC(2026, 9, 12, 9, 14, 2)), '小满2016', '小满2016', '有发票吗'],
  [new Date(Date.UTC(2026, 9, 12, 9, 14, 20)), '青禾灯具旗舰店:小禾', '小满2016', '没有的'],
]

async function sheet(rows: readonly (readonly (string | Date)[])[], name: string): Promise<Buffer> {
  const cells = rows.map((row) =>
    row.map((value) =>
      value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd hh:mm:ss' } : { value, type: String },
    ),
  )
  return writeSheets(cells as SheetData, { sheet: name }).toBuffer()
}

if (process.argv[1]?.endsWith('fixtures.ts')) {
  writeFileSync(here('replies/qianniu-gbk.csv'), toGb18030(QIANNIU))
  writeFileSync(here('encodings/utf-8.txt'), DUMP)
  writeFileSync(here('encodings/utf-8-bom.txt'), `\ufeff${DUMP}`)
  writeFileSync(here('encodings/gbk.txt'), toGb18030(DUMP))
  writeFileSync(here('encodings/utf-16le.txt'), toUtf16(DUMP, false))
  writeFileSync(here('encodings/utf-16be.txt'), toUtf16(DUMP, true))
  writeFileSync(
    here('encodings/gbk.ndjson'),
    toGb18030(RECORDS.map((record) => `${JSON.stringify(record)}\n`).join('')),
  )
  writeFileSync(here('encodings/gbk.json'), toGb18030(JSON.stringify(RECORDS, null, 2)))
  writeFileSync(
    here('encodings/gbk.csv'),
    toGb18030('发送者,角色,内容\n小满2016,买家,有发票吗\n小禾,客服,没有的\n'),
  )
  // Four bytes a character, which GBK does not have.
  const beyond = Buffer.concat([
    toGb18030('店:\n2026-10-12 09:14:20 店:甲 加'),
    Buffer.from([0x81, 0x37, 0xca, 0x37]),
    toGb18030('我\n'),
  ])
  writeFileSync(here('encodings/gb18030.txt'), beyond)
  const bad = Buffer.concat([
    toGb18030('店:\n2026-10-12 09:14:20 店:甲 在的\n2026-10-12 09:14:21 店:甲 坏'),
    Buffer.from([0xff, 0x20]),
    toGb18030('了\n2026-10-12 09:14:22 店:甲 好的\n'),
  ])
  writeFileSync(here('encodings/gbk-bad-byte.txt'), bad)

  writeFileSync(here('formats/chats.xlsx'), await sheet(CHATS, '聊天记录'))
  writeFileSync(here('formats/messages.xlsx'), await sheet(MESSAGES, '消息'))
  writeFileSync(
    here('formats/customers.zip'),
    zipSync({ '小满2016.json': CUSTOMER }, { mtime: '2026-10-13' }),
  )
  writeFileSync(
    here('replies/feiniu.xlsx'),
    await sheet(
      [
        ['快捷编码', '快捷短语', '快捷短语分组'],
        ['fp', '亲&#44;可以开发票&#13;开票请备注抬头', '发票'],
        ['hdfk', '可以的', '货到付款'],
      ],
      '默认表单',
    ),
  )
}
