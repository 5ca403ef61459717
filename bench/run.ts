/** Speed as a ratio: judging conversations against reading and parsing the same lines, in one run. */
import { readdirSync, readFileSync } from 'node:fs'
import { createLinter } from '../src/index.js'

const folder = new URL('../fixtures/cases/', import.meta.url).pathname
const lines = readdirSync(folder)
  .filter((f) => f.endsWith('.jsonl'))
  .flatMap((f) => readFileSync(folder + f, 'utf8').split('\n'))
  .filter((l) => l.trim())
const linter = createLinter()

function time(run: () => void): number {
  run()
  const start = process.cpuUsage()
  run()
  return process.cpuUsage(start).user
}

const parse = time(() => {
  for (const l of lines) JSON.parse(l)
})
const judge = time(() => {
  for (const l of lines) linter.checkConversation(JSON.parse(l).conversation)
})
console.log(
  `${lines.length} conversations: parsing takes ${(parse / judge).toFixed(4)} of parsing and judging (CPU time)`,
)

/** Each text often, as a chat of its own. */
function judged(texts: readonly string[]): number {
  return time(() => {
    for (let i = 0; i < 2_000; i++)
      for (const text of texts) linter.checkConversation({ id: 'one', messages: [{ role: 'agent', text }] })
  })
}
const silent = judged(['在的呢亲', '嗯嗯好的', '不客气哦', '稍等哦亲', '欢迎光临'])
const speaking = judged([
  '发票可以开的呢亲',
  '明天给您发货',
  '江浙沪包邮的哦',
  '不支持货到付款',
  '加我微信吧亲',
])
console.log(
  `a message without a cue takes ${(silent / speaking).toFixed(3)} of the time of one with a cue (CPU; floor: 0.15)`,
)
