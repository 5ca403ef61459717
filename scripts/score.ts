/** Prints precision, recall and F1 on labelled cases: `npm run score -- FILE… [--verbose] [--rule NAME] [--min F1]`. */
import { createLinter } from '../src/index.js'
import { f1, readCases, type Score, scoreCases, total } from './cases.js'

const args = process.argv.slice(2)
const option = (name: string) => (args.includes(name) ? args.splice(args.indexOf(name), 2)[1] : undefined)
const rule = option('--rule')
const min = Number(option('--min') ?? 0)
const verbose = args.includes('--verbose')
const cases = readCases(args.filter((a) => !a.startsWith('--')))
const linter = createLinter()
const { perRule, wrong } = scoreCases(linter, cases)
const severity = new Map(linter.rules.map((r) => [r.id, r.severity]))

if (verbose)
  for (const w of wrong) {
    if (rule && !w.label.rule.includes(rule)) continue
    const { facts, messages } = show(w.case.conversation)
    console.log(
      `\n${w.what === 'missed' ? 'MISSED' : 'FALSE ALARM'} ${w.label.rule}  ${w.case.id}#${w.label.message} [${(w.case.tags ?? []).join(', ')}] ${facts}`,
    )
    messages.slice(Math.max(0, w.label.message - 6), w.label.message + 1).forEach((m) => {
      console.log(`  ${m}`)
    })
    const before = w.case.conversation.messages.slice(0, w.label.message)
    const said = linter.explain(w.case.conversation.messages[w.label.message]!.text, {
      ...w.case.conversation,
      messages: before,
    })
    for (const s of said)
      console.log(
        `    · ${s.reading} ${s.polarity > 0 ? '+' : '−'} ${s.via} [${s.scope.join(' ')}] ${s.slots.clause}`,
      )
  }

function show(c: (typeof cases)[number]['conversation']) {
  const { id: _, messages, ...facts } = c
  return {
    facts: Object.keys(facts).length ? JSON.stringify(facts) : '',
    messages: messages.map((m, i) => `${i} ${m.role[0]!.toUpperCase()} ${m.text}`),
  }
}

const line = (name: string, s: Score) =>
  console.log(
    `${name.padEnd(34)} P ${ratio(s.tp, s.tp + s.fp)}  R ${ratio(s.tp, s.tp + s.fn)}  F1 ${f1(s).toFixed(3)}  (tp ${s.tp}, false alarms ${s.fp}, missed ${s.fn})`,
  )
function ratio(a: number, b: number): string {
  return (b ? a / b : 1).toFixed(3)
}
console.log()
for (const id of [...perRule.keys()].sort()) line(id, perRule.get(id)!)
const of = (level: string) =>
  total([...perRule].filter(([id]) => severity.get(id) === level).map(([, s]) => s))
console.log()
line('severity warn', of('warn'))
const error = of('error')
line('severity error', error)
if (f1(error) < min) {
  console.log(`F1 ${f1(error).toFixed(3)} is below ${min}`)
  process.exit(1)
}
