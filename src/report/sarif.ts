import type { RuleInfo } from '../engine/types.js'
import { textFor } from '../messages/index.js'
import type { Finding, Severity, Source } from '../model.js'
import { type Listed, listed } from './listed.js'
import { maskCannotJudge, maskFor, maskProblem } from './mask.js'
import { fileUri } from './places.js'
import { explained, quoted, whereSaid } from './said.js'
import { createSpool } from './spool.js'
import type { CreateReporter, Meta, ReporterOptions } from './types.js'

const LEVELS: Record<Severity, string> = { error: 'error', warn: 'warning', info: 'note' }
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

/** SARIF 2.1.0. Results go out as they come; what was wrong with the input waits in a spool. */
export const sarifReporter: CreateReporter = (options) => {
  const { write, messages, mask } = options
  const notifications = createSpool()
  let notified = '\n'
  let separator = '\n'
  let titles: Meta['titles'] = new Map()
  let indexes: ReadonlyMap<string, number> = new Map()

  const notify = (item: object) => {
    notifications.add(notified + JSON.stringify(item))
    notified = ',\n'
  }

  return {
    suppressed: true,
    begin({ tool, packs, schedule, rules, titles: known }) {
      titles = known
      indexes = new Map(rules.map(({ id }, i) => [id, i]))
      const [name, version] = tool.split(' ')
      const driver = { name, version, rules: rules.map((rule) => descriptor(rule, options)) }
      const head = JSON.stringify({ $schema: SCHEMA, version: '2.1.0' }).slice(0, -1)
      const run = JSON.stringify({
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        properties: { packs, schedule },
      })
      write(`${head},"runs":[${run.slice(0, -1)},"results":[`)
    },
    conversation(conversation, verdict) {
      for (const item of listed(conversation, verdict, options, titles)) {
        write(separator + JSON.stringify(resultOf(item)))
        separator = ',\n'
      }
      for (const item of verdict.cannotJudge) {
        const {
          conversation: id,
          message,
          rule,
          why,
        } = mask ? maskCannotJudge(item, maskFor(conversation)) : item
        const text = `${messages.report.cannotJudge} ${rule}: ${id} #${message} (${messages.report.missing(why)})`
        notify({ level: 'note', message: { text }, locations: locations(item.source) })
      }
    },
    problem(problem) {
      const { code, what, todo } = mask ? maskProblem(problem) : problem
      const text = `${what} → ${todo}`
      notify({ descriptor: { id: code }, level: 'error', message: { text }, locations: locations(problem) })
    },
    end(summary, gate) {
      write('\n],"invocations":[{"executionSuccessful":true,"toolExecutionNotifications":[')
      notifications.drain(write)
      write(`\n],"properties":${JSON.stringify({ summary, gate })}}]}]}\n`)
    },
  }

  function resultOf({ finding, title, sender, time }: Listed): object {
    const { rule, severity, suppressed, source, ...rest } = finding
    const { conversation, message, text, messageText, span, stage, assumes, cost, counted } = rest
    const lines = [`${title === '' ? rule : title}: ${quoted(finding, messages)}`, whereSaid(finding)]
    return {
      ruleId: rule,
      ruleIndex: indexes.get(rule),
      level: LEVELS[severity],
      message: { text: [...lines, ...explained(finding, messages)].join('\n') },
      locations: [
        {
          physicalLocation: physicalLocation(source),
          logicalLocations: [{ name: String(message), fullyQualifiedName: whereSaid(finding) }],
        },
      ],
      partialFingerprints: { 'kefulint/v1': finding.fingerprint },
      suppressions: suppressed === undefined ? [] : [suppression(suppressed)],
      properties: {
        ...{ id: finding.id, conversation, message, text, messageText, span, sender, time },
        ...{ stage, assumes, cost, counted },
      },
    }
  }
}

function descriptor(rule: RuleInfo, { messages }: Pick<ReporterOptions, 'messages'>): object {
  const explanation = textFor(messages, rule.explanation)
  const { clause, suggestion } = messages.report
  const help = [
    explanation,
    `${clause}: ${textFor(messages, rule.clause)}`,
    `${suggestion}: ${textFor(messages, rule.suggestion)}`,
  ]
  return {
    id: rule.id,
    shortDescription: { text: textFor(messages, rule.title) },
    fullDescription: { text: explanation },
    help: { text: help.join('\n\n') },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { tags: [...new Set([rule.pack, rule.basis])], cost: rule.cost },
  }
}

function suppression({ kind, reason, approver, expires }: NonNullable<Finding['suppressed']>): object {
  const properties = { kind, approver, expires }
  return { kind: 'external', status: 'accepted', justification: reason, properties }
}

function locations(source: Partial<Source> | undefined): object[] {
  return source?.file === undefined ? [] : [{ physicalLocation: physicalLocation(source as Source) }]
}

function physicalLocation(source: Source | undefined): object | undefined {
  if (source === undefined) return undefined
  const { file, line } = source
  return {
    artifactLocation: { uri: fileUri(file) },
    region: line === undefined ? undefined : { startLine: line },
  }
}
