/** The nouns of the program. Types only; no stage of the flow may be imported here. */

import type { ROLES, STATUSES } from './values.js'

// ---------------------------------------------------------------- input

export type Role = (typeof ROLES)[number]
export type Stage = 'pre-sale' | 'mid-sale' | 'after-sale' | 'unknown'
export type OrderStatus = (typeof STATUSES)[number]

export interface Message {
  role: Role
  text: string
  /** ISO 8601; without an offset it is Asia/Shanghai. */
  time?: string
  sender?: string
  /** text, robot, image, card, withdrawn … Only text and robot are judged. */
  kind?: string
}

export interface Order {
  id?: string
  /** The account that placed the order. */
  buyer?: string
  /** CNY, what was paid or is to be paid, freight included. */
  amount?: number
  /** CNY. */
  freight?: number
  status?: OrderStatus
  services?: string[]
}

/** Shop facts by name, as rules ask for them (`cashOnDelivery`, `deliveryInstall`, …). */
export interface Shop {
  id?: string
  /** Points already held this year, by ledger. */
  points?: Record<string, number>
  [fact: string]: unknown
}

export interface Conversation {
  id: string
  messages: Message[]
  /** The buyer's account in this chat. */
  buyer?: string
  shop?: Shop
  order?: Order
  orders?: Order[]
  /** What the source could not give: `buyerText`, `time`, … */
  lacks?: string[]
  /** Where it was read from; set by readers. */
  source?: Source
}

export interface Source {
  file: string
  /** 1-based. */
  line?: number
}

// ---------------------------------------------------------------- output

/** Half-open range of UTF-16 code units in the original text. */
export interface Span {
  start: number
  end: number
}

export type Severity = 'error' | 'warn' | 'info'

/** Texts that a person reads, by language. */
export interface Text {
  zh: string
  en: string
}

export interface Evidence {
  /** 0-based index into the conversation's messages. */
  message: number
  span: Span
}

/** What one case of a finding costs. Points; all money in CNY. */
export interface Cost {
  points: number
  deposit: number
  /** Payout to the buyer; null where it does not apply or depends on an amount that is not known. */
  payout: number | null
  /** The most that the payout can be, where the order's amount is not known. */
  payoutUpTo: number | null
  /** The other figure that the source gives for the same act, in points. */
  disputed: number | null
  /** The ledger the points go to. */
  ledger: string
  /** True where the schedule has no figure for this rule. */
  noFigure?: boolean
}

export interface Finding {
  /** Names this occurrence: conversation, message, rule, span. */
  id: string
  /** Names the content, wherever it stands: for baselines and suppressions. */
  fingerprint: string
  conversation: string
  /** 0-based index of the judged message. */
  message: number
  rule: string
  severity: Severity
  span: Span
  /** The original characters at `span`. */
  text: string
  evidence: Evidence[]
  stage: Stage
  /** Facts that were not known and taken at their default, e.g. `unpaid`. */
  assumes: string[]
  cost: Cost
  /** Whether its cost counts in the total (false for the second occurrence in a case, for warn and info). */
  counted: boolean
  clause: string
  messageText: string
  /** A whole reply that breaks no rule: Chinese as it would be sent, or in the linter's language where nothing is put in. */
  suggestion: string
  /** The offending clause said rightly, in Chinese; with it the message no longer breaks this rule, nor a further one. */
  rewrite?: Rewrite
  source?: Source
  /** Known or approved: told, but counted nowhere. */
  suppressed?: Suppressed
}

/** What to put in the place of a stretch of the message. */
export interface Rewrite {
  span: Span
  text: string
}

export interface Suppressed {
  kind: 'baseline' | 'suppression'
  reason?: string
  approver?: string
  /** YYYY-MM-DD, the last day on which it holds. */
  expires?: string
}

/** A finding as json and ndjson write it: with what a later report needs of its conversation. */
export interface SavedFinding extends Finding {
  /** Of the judged message. */
  time?: string
  sender?: string
  /** What the verdict rests on and a little of what came before. */
  context: (Pick<Message, 'role' | 'text' | 'time' | 'sender'> & { message: number })[]
}

export interface CannotJudge {
  conversation: string
  message: number
  rule: string
  why: string
  source?: Source
}

/** A trouble with the input, not with what an agent said. */
export interface Problem {
  code: string
  file: string
  /** 1-based. */
  line?: number
  column?: number
  /** What is wrong and what was expected. */
  what: string
  /** What to do. */
  todo: string
}

export interface LedgerExposure {
  /** Points the shop already held. */
  held: number
  /** Points of the findings, if each were upheld. */
  points: number
  /** The next node in points, and how far it is from held + points. */
  nextNode: number | null
  distance: number | null
  /** Nodes that held + points would reach and held had not, with their deposit in CNY. */
  nodes: { at: number; deposit: number; sanction: Text }[]
}

export interface Exposure {
  points: number
  worstPoints: number
  deposit: number
  payout: number
  payoutUpTo: number
  /** The same figures for findings of severity warn: shown, not counted. */
  atRisk: { points?: number; deposit?: number; payout?: number; payoutUpTo?: number }
  ledgers: Record<string, LedgerExposure>
}

export interface Summary {
  conversations: number
  messages: number
  agentMessages: number
  stages: Partial<Record<Stage, number>>
  /** Messages of each agent that the source names, busiest first. */
  agents?: { name: string; messages: number }[]
  findings: Record<Severity, number>
  cannotJudge: number
  exposure: Exposure
  /** Where the run was narrowed: all other figures are of what is within. */
  narrowed?: Narrowed
  /** Findings that count nowhere; absent where there were none. */
  suppressed?: Record<Suppressed['kind'], number>
}

export interface Narrowed {
  /** YYYY-MM-DD, inclusive, of the calendar of China. */
  since?: string
  until?: string
  agents: string[]
  shops: string[]
  /** Agent messages left out: outside; without a time, or without a sender, where one was asked for. */
  leftOut: { messages: number; undated: number; unnamed: number }
}

export interface Report {
  schemaVersion: 1
  tool: string
  packs: Record<string, string>
  schedule: string
  findings: Finding[]
  cannotJudge: CannotJudge[]
  problems: Problem[]
  summary: Summary
}
