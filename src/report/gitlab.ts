import type { Problem, Severity } from '../model.js'
import { visibleLines } from './escape.js'
import { type Listed, listed } from './listed.js'
import { maskProblem } from './mask.js'
import { filePath } from './places.js'
import { explained, quoted, whereSaid } from './said.js'
import type { CreateReporter, Meta } from './types.js'

const SEVERITIES: Record<Severity, string> = { error: 'critical', warn: 'minor', info: 'info' }

/** GitLab's code quality report: one array of issues. */
export const gitlabReporter: CreateReporter = (options) => {
  const { write, messages, mask } = options
  let titles: Meta['titles'] = new Map()
  let separator = '\n'
  /** How often each sentence was met: an issue's fingerprint must be its own and still outlive moved lines. */
  const met = new Map<string, number>()

  const issue = (item: object) => {
    write(separator + JSON.stringify(item))
    separator = ',\n'
  }
  const unique = (fingerprint: string) => {
    const n = (met.get(fingerprint) ?? 0) + 1
    met.set(fingerprint, n)
    return n === 1 ? fingerprint : `${fingerprint}-${n}`
  }

  return {
    begin(meta) {
      titles = meta.titles
      write('[')
    },
    conversation(conversation, verdict) {
      for (const { finding, title } of listed(conversation, verdict, options, titles)) {
        issue({
          description: description({ finding, title }),
          check_name: finding.rule,
          fingerprint: unique(finding.fingerprint),
          severity: SEVERITIES[finding.severity],
          // A draft stands in no file.
          location: place(finding.source?.file ?? finding.conversation, finding.source?.line),
        })
      }
    },
    problem(problem) {
      const { code, file, line, what, todo }: Problem = mask ? maskProblem(problem) : problem
      issue({
        description: `${what} → ${todo}`,
        check_name: `input/${code}`,
        fingerprint: unique(`input-${code}-${filePath(file)}-${line ?? 1}`),
        severity: 'major',
        location: place(file, line),
      })
    },
    end: () => write('\n]\n'),
  }

  function description({ finding, title }: Listed): string {
    const head = `${title === '' ? '' : `${title} · `}${whereSaid(finding)}: ${quoted(finding, messages)}`
    return visibleLines([head, ...explained(finding, messages)].join(' · ')).replaceAll('\n', ' ')
  }
}

function place(file: string, line = 1) {
  return { path: filePath(file), lines: { begin: line } }
}
