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
