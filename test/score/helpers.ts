import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Finding, Order, Severity } from '../../src/model.js'
import type { OrderFinding } from '../../src/score/case.js'
import { markCounted } from '../../src/score/case.js'
import { costOf } from '../../src/score/cost.js'
import { parseSchedule, type Schedule } from '../../src/score/schema.js'
import { createTally, type TallyOptions } from '../../src/score/tally.js'

export const readYaml = (name: string): unknown =>
  parse(readFileSync(new URL(`../../rules/schedules/${name}.yaml`, import.meta.url), 'utf8'))

export const note = parseSchedule(readYaml('note'))
export const platform = parseSchedule(readYaml('platform'))

export interface Fault {
  rule: string
  severity?: Severity
  conversation?: string
  message?: number
  order?: Order
}

export function finding(schedule: Schedule, fault: Fault): OrderFinding {
  const { rule, severity = 'error', conversation = 'c1', message = 0, order } = fault
  return {
    id: `${conversation}:${message}:${rule}`,
    fingerprint: rule,
    conversation,
    message,
    rule,
    severity,
    span: { start: 0, end: 1 },
    text: '',
    evidence: [],
    stage: 'unknown',
    assumes: [],
    cost: costOf(schedule, rule, order),
    counted: false,
    clause: '',
    messageText: '',
    suggestion: '',
    order: order?.id,
  }
}

export const marked = (schedule: Schedule, faults: Fault[]): Finding[] =>
  markCounted(
    faults.map((fault) => finding(schedule, fault)),
    schedule,
  )

/** Each item is one conversation: its time and its faults. */
export function exposureOf(
  schedule: Schedule,
  talks: [string | undefined, Fault[]][],
  options?: TallyOptions,
) {
  const tally = createTally(schedule, options)
  for (const [time, faults] of talks) tally.add(marked(schedule, faults), time)
  return tally.exposure()
}
