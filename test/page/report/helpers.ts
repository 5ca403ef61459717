import type { Marks } from '../../../src/page/report/marks.js'
import { createMarks } from '../../../src/page/report/marks.js'
import { type Row, rowsOf } from '../../../src/page/report/rows.js'
import type { ChatFinding, ReportData } from '../../../src/report/html-data.js'
import { chatOf } from '../../../src/report/html-data.js'
import { conversation, finding } from '../../report/html-helpers.js'

export interface Said {
  text?: string
  agent?: string
  time?: string
  found?: Partial<ChatFinding>
}

export const rules: ReportData['rules'] = {
  'invoice/refusal': {
    title: { zh: '拒开发票', en: 'Refusing an invoice' },
    clause: { zh: '条款一', en: 'clause one' },
    suggestion: { zh: '可以开', en: 'yes' },
  },
}

const same = (text: string) => text

/** One conversation for each sentence, found as a whole. */
export function rowsSaid(said: readonly Said[]): Row[] {
  const chats = said.map(({ text = '没有的', agent = '店:小溪', time = '2026-10-12T10:02:41', found }, i) =>
    chatOf(
      {
        ...conversation,
        id: `c${i}`,
        messages: [conversation.messages[0]!, { role: 'agent', text, sender: agent, time }],
      },
      [{ ...finding, id: `f${i}`, span: { start: 0, end: text.length }, ...found }],
      { hide: same, hideName: same, hideFile: same },
    ),
  )
  return rowsOf({ chats, rules })
}

export function memory(): Parameters<typeof createMarks>[0] {
  const values = new Map<string, string>()
  return {
    available: true,
    read: (key) => values.get(key) ?? null,
    write: (key, value) => {
      values.set(key, value)
      return true
    },
  }
}

export const noMarks = (): Marks => createMarks(memory())
