import { messagesFor } from '../../../src/messages/index.js'
import { htmlReporter } from '../../../src/report/html.js'
import { summary } from '../../report/helpers.js'
import { conversation, finding } from '../../report/html-helpers.js'

/** A report of as many conversations, each of ten messages and one finding, over two months. */
export function manyFindings(count: number): string {
  const parts: string[] = []
  const reporter = htmlReporter({
    write: (text) => void parts.push(text as string),
    messages: messagesFor('zh-CN'),
    mask: false,
    width: 80,
    colour: false,
  })
  reporter.begin({ tool: 'kefulint 0', packs: {}, schedule: 'note', titles: new Map(), rules: [] })
  for (let i = 0; i < count; i++) {
    const time = new Date(Date.UTC(2026, 8, 1, 1, i * 8)).toISOString()
    const sender = `山鹿家居旗舰店:客服${i % 30}`
    const text = `没有的，这是第 ${i} 句`
    const small = { role: 'buyer' as const, text: '好的，我再看看这款衣柜', time }
    const messages = [conversation.messages[0]!, { role: 'agent' as const, text, time, sender }]
    reporter.conversation(
      { ...conversation, id: `c${i}`, messages: [...messages, ...Array(8).fill(small)] },
      {
        findings: [{ ...finding, id: `f${i}`, conversation: `c${i}`, messageText: text }],
        cannotJudge: [],
        stage: 'pre-sale',
      },
    )
  }
  reporter.end(summary, { passed: false, threshold: 'error', why: '' })
  return parts.join('')
}
