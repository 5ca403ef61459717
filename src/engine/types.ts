import type {
  CannotJudge,
  Conversation,
  Cost,
  Finding,
  Message,
  Severity,
  Shop,
  Stage,
  Text,
} from '../model.js'
import type { PackSource } from '../rules/load.js'
import type { Tally } from '../score/tally.js'
import type { Statement } from '../statements/types.js'

export type Lang = 'zh-CN' | 'en'

/** What is known around a draft: any field of a conversation, and the messages so far. */
export type Context = Partial<Conversation>

/** What made a verdict: kept with it, it tells later which rules it was judged by. */
export interface Maker {
  /** Name and version, e.g. `kefulint 0.1.0`. */
  readonly tool: string
  /** Version of each pack in use. */
  readonly packs: Record<string, string>
  /** Penalty schedule that the costs come from. */
  readonly schedule: string
}

/** What was found in a conversation or a draft. */
export interface Judgement {
  findings: Finding[]
  cannotJudge: CannotJudge[]
  /** The stage at the last message. */
  stage: Stage
}

/** A judgement with what made it. */
export interface Verdict extends Judgement, Maker {}

/** One rule as people see it. */
export interface RuleInfo {
  id: string
  pack: string
  severity: Severity
  basis: 'note' | 'extension'
  title: Text
  explanation: Text
  clause: Text
  suggestion: Text
  examples: { violates: Example[]; complies: Example[] }
  /** Cost of one case under the linter's schedule, the order's amount unknown. */
  cost: Cost
}

/** A conversation in short: each line `B: …`, `A: …` or `S: …`; the last agent message is the one judged. */
export interface Example {
  chat: string[]
  /** Fields of the conversation record other than messages. */
  facts?: Partial<Conversation>
  /** 0-based index of the judged message; the last one where absent. */
  at?: number
}

/** What has changed since a session began: fields of `order` and `shop` that are not named stay as they were. */
export type Now = Omit<Context, 'id' | 'messages'>

/**
 * A conversation being followed message by message. State is bounded however long the chat. Both `push` and `draft` throw
 * a TypeError on a role or an order status that there is not, and on a text that is no string.
 */
export interface Session {
  /** Takes a message that was said; returns its findings (none for the buyer's). `now` holds for this call alone. */
  push(message: Message, now?: Now): Verdict
  /** Judges a draft as if the agent sent it now; changes nothing. `now` holds for this call alone. */
  draft(text: string, now?: Now): Verdict
  /** The state as plain JSON; give it to `linter.session(context, snapshot)` to go on, here or elsewhere. It holds what was said. */
  snapshot(): Snapshot
}

/** What `session.snapshot()` returns: JSON, as a rule of some tens of kilobytes, of no more than 200. Only a linter of the same version and packs reads it. */
export interface Snapshot {
  /** Of the shape of `state`. */
  readonly format: number
  /** Names the vocabulary that `state` refers to. */
  readonly vocabulary: string
  /** Cases that were charged already. */
  readonly charged: readonly string[]
  readonly state: unknown
}

export interface LinterOptions {
  /** Exactly these packs by name; default all built-in ones: tmall, extension, service. */
  packs?: string[]
  /** Further packs, from `loadPack`. */
  extraPacks?: Pack[]
  /** Penalty schedule: `note` (default) or `platform`. */
  schedule?: string
  /** Count the higher of disputed figures. */
  worstCase?: boolean
  /** Severity by rule id, in place of the rule's own; `off` leaves the rule out. */
  severities?: Record<string, Severity | 'off'>
  /** Shop facts for conversations that do not state them, and points already held. */
  shop?: Shop
  lang?: Lang
}

export interface Linter extends Maker {
  readonly rules: readonly RuleInfo[]
  /**
   * Judges a draft after the messages of the context, as `session(context).draft(draft)` does; throws a TypeError on a role
   * or an order status that there is not, and on a text that is no string. Spans are UTF-16 offsets into the draft, money
   * is in CNY. A finding of a case that the chat was charged for before is not `counted`. What stands
   * beyond 8,000 characters is not judged, and `cannotJudge` says so; beyond 1,000 characters no `rewrite` is made.
   */
  checkReply(draft: string, context?: Context): Verdict
  /**
   * Judges every agent message of a conversation, each by what came before it; findings in the order of the messages.
   * Throws a TypeError as `checkReply` does.
   */
  checkConversation(conversation: Conversation): Verdict
  /**
   * Follows a conversation: from its beginning, after the messages of the context, or from a snapshot (whose messages
   * are not read again). Throws a RangeError on a snapshot of another version or of other packs, a TypeError as `checkReply`
   * does.
   */
  session(context?: Context, snapshot?: Snapshot): Session
  /** What was understood: the statements of the draft in its context. Throws a TypeError as `checkReply` does. */
  explain(draft: string, context?: Context): Statement[]
  /** Marks anew which findings of one conversation count, after some were left out. */
  count(findings: readonly Finding[]): Finding[]
  /** Adds up exposure over many conversations. `points`: what the shop already holds, by ledger. */
  tally(points?: Record<string, number>): Tally
}

/** A shop's own rules, checked and turned into plain data: from `loadPack`, or as JSON from `kefulint compile`. */
export type Pack = PackSource
