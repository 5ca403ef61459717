import type { Judgement, RuleInfo } from '../engine/types.js'
import type { Messages } from '../messages/index.js'
import type { Conversation, Problem, Report, Summary, Text } from '../model.js'
import type { Statement } from '../statements/types.js'

export interface ReporterOptions {
  /** Takes text, or the bytes of a binary format, in the order of the report. */
  write: (text: string | Uint8Array) => void
  messages: Messages
  /** Hide personal data. */
  mask: boolean
  /** Columns of the terminal. */
  width: number
  colour: boolean
}

export interface Meta extends Pick<Report, 'tool' | 'packs' | 'schedule'> {
  /** By rule, for people: findings carry only the rule's id. */
  titles: ReadonlyMap<string, Text>
  /** All that were in force, for reports that explain them. */
  rules: readonly RuleInfo[]
  /** What was understood, with `--explain`. */
  statements?: { text: string; statements: Statement[] }
}

/** Whether the run passes, and in whose eyes. */
export interface Gate {
  passed: boolean
  /** As given to `--fail-on`. */
  threshold: string
  why: string
}

/** One output format. Reports stream: nothing may grow with the number of conversations. */
export interface Reporter {
  begin(meta: Meta): void
  /** Only conversations that have findings or could not be judged. */
  conversation(conversation: Conversation, verdict: Judgement): void
  problem(problem: Problem): void
  /** Whether it tells of suppressed findings; they are not given to others. */
  suppressed?: boolean
  end(summary: Summary, gate: Gate): void | Promise<void>
}

export type CreateReporter = (options: ReporterOptions) => Reporter
