/** From findings to what a supervisor can do about them. */

import type { Summary } from '../../model.js'
import { phraseOf } from './phrase.js'
import type { Row } from './rows.js'
import { dearestFirst, groupBy, type Sums, sumsOf } from './sums.js'

export interface Group {
  key: string
  rows: Row[]
  sums: Sums
}

export function groupsOf(rows: readonly Row[], keyOf: (row: Row) => string, worstCase: boolean): Group[] {
  return [...groupBy(rows, keyOf)].map(([key, group]) => ({
    key,
    rows: group,
    sums: sumsOf(group, worstCase),
  }))
}

/** Sentences by what they cost; advice about manners is not retrained here. */
export function dearestSentences(rows: readonly Row[], worstCase: boolean): Group[] {
  const grave = rows.filter(({ finding }) => finding.severity !== 'info')
  return groupsOf(grave, ({ phrase }) => phrase, worstCase).sort((a, b) => dearestFirst(a.sums, b.sums))
}

/** So often the same whole text is no coincidence. */
export const REPEATED = 3
/** Shorter ones are typed by hand. */
const SHORTEST_REPLY = 8

export interface Repeated extends Group {
  /** Messages with this text; one message can hold several findings. */
  sent: number
}

export function repeatedReplies(rows: readonly Row[], worstCase: boolean): Repeated[] {
  const grave = rows.filter(({ finding }) => finding.severity !== 'info')
  return groupsOf(grave, ({ message }) => phraseOf(message.text), worstCase)
    .filter(({ key }) => key.length >= SHORTEST_REPLY)
    .map((group) => ({
      ...group,
      sent: new Set(group.rows.map(({ chat, message }) => `${chat.id} ${message.index}`)).size,
    }))
    .filter(({ sent }) => sent >= REPEATED)
    .sort((a, b) => b.sent - a.sent || dearestFirst(a.sums, b.sums))
}

export interface AgentLoad {
  agent: string
  /** Undefined where the source did not count them. */
  messages?: number
  sums: Sums
  /** Points for each 1,000 messages. */
  rate?: number
}

/** Fewer messages than this say little about an agent. */
export const FEW_MESSAGES = 100

export function agentLoads(
  rows: readonly Row[],
  agents: NonNullable<Summary['agents']>,
  worstCase: boolean,
): AgentLoad[] {
  const byAgent = groupBy(rows, ({ agent }) => agent)
  const counts = new Map(agents.map(({ name, messages }) => [name, messages]))
  return [...new Set([...byAgent.keys(), ...counts.keys()])]
    .map((agent) => {
      const sums = sumsOf(byAgent.get(agent) ?? [], worstCase)
      const messages = counts.get(agent)
      return { agent, messages, sums, rate: messages && (sums.points * 1000) / messages }
    })
    .sort(
      (a, b) => reliable(b) - reliable(a) || (b.rate ?? -1) - (a.rate ?? -1) || dearestFirst(a.sums, b.sums),
    )
}

const reliable = ({ messages = 0 }: AgentLoad) => Number(messages >= FEW_MESSAGES)
