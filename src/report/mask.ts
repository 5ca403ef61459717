/** Hides personal data and keeps every length, so that spans into the text stay valid. */

import { masks } from '../generated/masking.js'
import type { Conversation, Finding } from '../model.js'

/** One pattern of `rules/grammar/masking.yaml`. */
export interface Mask {
  name: string
  /** What it hides is the group `hide`. */
  pattern: string
  /** How many first and last characters stay readable. */
  keep: readonly [number, number]
}

export type MaskText = (text: string) => string

const STAR = '*'

let compiled: { regex: RegExp; keep: readonly [number, number] }[] | undefined

function patterns() {
  compiled ??= masks.map(({ pattern, keep }) => ({ regex: new RegExp(pattern, 'dgu'), keep }))
  return compiled
}

export function maskText(text: string): string {
  let masked = text
  for (const { regex, keep } of patterns()) {
    for (const match of masked.matchAll(regex)) {
      const [start, end] = match.indices?.groups?.hide ?? match.indices![0]!
      masked = hide(masked, start, end, keep)
    }
  }
  return masked
}

/** The mask for one conversation, whose accounts are personal data too. */
export function maskFor(conversation: Conversation): MaskText {
  const accounts = accountsOf(conversation)
  return (text) => {
    let masked = text
    for (const account of accounts) {
      for (let at = masked.indexOf(account); at >= 0; at = masked.indexOf(account, at + account.length))
        masked = hide(masked, at, at + account.length, [1, 0])
    }
    return maskText(masked)
  }
}

/** What readers make themselves, a day and a hash, names nobody, though its digits may look like a number. */
const HASHED_ID = /^(?:\d{4}-\d{2}-\d{2}|undated)-[0-9a-f]{10}(?:-\d+)?$/

/** The id of a conversation: a source may use an account's phone or an order's number. */
export function maskId(id: string): string {
  return HASHED_ID.test(id) ? id : maskText(id)
}

export function maskFinding(finding: Finding, mask: MaskText): Finding {
  const messageText = mask(finding.messageText)
  return { ...finding, messageText, text: messageText.slice(finding.span.start, finding.span.end) }
}

/** Buyers only: agents' accounts are the shop's. */
function accountsOf({ buyer, order, orders, messages }: Conversation): string[] {
  const accounts = new Set<string | undefined>([
    buyer,
    order?.buyer,
    ...(orders ?? []).map((each) => each.buyer),
  ])
  for (const { role, sender } of messages) if (role === 'buyer') accounts.add(sender)
  return [...accounts].filter((account) => account !== undefined && account.length > 1) as string[]
}

function hide(text: string, start: number, end: number, [head, tail]: readonly [number, number]): string {
  const length = end - start
  // A short match keeps less, or nothing would be hidden.
  const first = Math.min(head, length > 2 ? Math.floor(length / 3) : length - 1)
  const last = Math.min(tail, Math.floor((length - first) / 2))
  return text.slice(0, start + first) + STAR.repeat(length - first - last) + text.slice(end - last)
}
