import { Chalk } from 'chalk'
import { placeOf } from '../errors.js'
import { xmlText } from './escape.js'
import { type Listed, listed } from './listed.js'
import { maskProblem } from './mask.js'
import { filePath } from './places.js'
import { explained, quoted, whereSaid } from './said.js'
import { createSpool } from './spool.js'
import { totals } from './totals.js'
import type { CreateReporter, Meta } from './types.js'

/** JUnit XML: a suite a conversation, a case a finding; errors and warnings fail. */
export const junitReporter: CreateReporter = (options) => {
  const { write, messages, mask } = options
  const problems = createSpool()
  let problemCount = 0
  let titles: Meta['titles'] = new Map()
  let schedule = ''

  return {
    suppressed: true,
    begin(meta) {
      titles = meta.titles
      schedule = meta.schedule
      write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="kefulint">\n')
    },
    conversation(conversation, verdict) {
      const items = listed(conversation, verdict, options, titles)
      const [first] = items
      if (first === undefined) return
      const failures = items.filter(fails).length
      const skipped = items.filter(({ finding }) => finding.suppressed !== undefined).length
      write(
        `  <testsuite${attributes({ name: first.finding.conversation, tests: items.length, failures, errors: 0, skipped })}>\n`,
      )
      for (const item of items) write(testCase(item))
      write('  </testsuite>\n')
    },
    problem(problem) {
      problemCount++
      const { code, what, todo } = mask ? maskProblem(problem) : problem
      problems.add(
        `    <testcase${attributes({ classname: `input/${code}`, name: placeOf(problem), file: filePath(problem.file), line: problem.line })}>\n` +
          `      <error${attributes({ type: code, message: what })}>${xmlText(todo)}</error>\n    </testcase>\n`,
      )
    },
    end(summary, gate) {
      if (problemCount > 0) {
        const counts = { name: 'input', tests: problemCount, failures: 0, errors: problemCount, skipped: 0 }
        write(`  <testsuite${attributes(counts)}>\n`)
        problems.drain(write)
        write('  </testsuite>\n')
      }
      // A report without a single case counts as broken in many tools.
      const said = totals({ summary, gate, problemCount, schedule }, messages, new Chalk({ level: 0 }))
      const counts = { name: 'kefulint', tests: 1, failures: 0, errors: 0, skipped: 0 }
      write(`  <testsuite${attributes(counts)}>\n    <testcase classname="kefulint" name="summary">\n`)
      write(`      <system-out>${xmlText(said.trim())}</system-out>\n    </testcase>\n  </testsuite>\n`)
      write('</testsuites>\n')
    },
  }

  function testCase({ finding, title }: Listed): string {
    const { rule, severity, source, suppressed } = finding
    const name = `${whereSaid(finding)} ${title}`.trim()
    const at = source === undefined ? {} : { file: filePath(source.file), line: source.line }
    const message = `${messages.severities[severity]}: ${quoted(finding, messages)}`
    const details = xmlText(explained(finding, messages).join('\n'))
    const outcome =
      suppressed !== undefined
        ? `<skipped${attributes({ message: `${messages.lists.suppressed(suppressed)} · ${message}` })}/>`
        : fails({ finding })
          ? `<failure${attributes({ type: severity, message })}>${details}</failure>`
          : `<system-out>${xmlText(message)}&#10;${details}</system-out>`
    return `    <testcase${attributes({ classname: rule, name, ...at })}>\n      ${outcome}\n    </testcase>\n`
  }
}

function fails({ finding }: Pick<Listed, 'finding'>): boolean {
  return finding.suppressed === undefined && finding.severity !== 'info'
}

function attributes(values: Record<string, string | number | undefined>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('')
}
