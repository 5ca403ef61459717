/** Hides personal data and keeps every length, so that spans into the text stay valid. */

import { masks } from '../generated/masking.js'
import type { CannotJudge, Conversation, Finding, Problem, Summary } from '../model.js'

/** One pattern of `rules/grammar/masking.yaml`. */
export interface Mask {
  name: string
  /** What it hides is the group `hide`. */
  pattern: string
  /** How many first and last characters stay readable. */
  keep: readonly [number, number]
  /** It hides a name, which the conversation may say again without what gave it away. */
  everywhere?: true
}

export type MaskText = (text: string) => string

/** Where personal data is to be shown. */
export const asIs: MaskText = (text) => text

const STAR = '*'

let compiled: (Pick<Mask, 'keep' | 'everywhere'> & { regex: RegExp })[] | undefined

function patterns() {
  compiled ??= masks.map(({ pattern, keep, everywhere }) => ({
    regex: new RegExp(pattern, 'dgu'),
    keep,
    everywhere,
  }))
  return compiled
}

/** `names` takes the names that were met. */
export function maskText(text: string, names?: Set<string>): string {
  let masked = text
  for (const { regex, keep, everywhere } of patterns()) {
    for (const match of masked.matchAll(regex)) {
      const [start, end] = match.indices?.groups?.hide ?? match.indices![0]!
      // One character is no name but a common word.
      if (everywhere && end - start > 1) names?.add(masked.slice(start, end))
      masked = hide(masked, start, end, keep)
    }
  }
  return masked
}

/** Several reports ask about one conversation. */
const masksOf = new WeakMap<Conversation, MaskText>()

/** The mask for one conversation: the buyer's accounts and the names in it are personal data wherever they stand. */
export function maskFor(conversation: Conversation): MaskText {
  const known = masksOf.get(conversation)
  if (known !== undefined) return known
  const names = new Set(accountsOf(conversation))
  for (const { text } of conversation.messages) maskText(text, names)
  // The longer first, which may hold a shorter one.
  const words = [...names].sort((a, b) => b.length - a.length)
  const mask: MaskText = (text) => {
    let masked = text
    for (const word of words) {
      for (let at = masked.indexOf(word); at >= 0; at = masked.indexOf(word, at + word.length))
        masked = hide(masked, at, at + word.length, [1, 0])
    }
    return maskText(masked)
  }
  masksOf.set(conversation, mask)
  return mask
}

/** What readers make themselves, a day and a hash, names nobody, though its digits may look like a number. */
const HASHED_ID = /^(?:\d{4}-\d{2}-\d{2}|undated)-[0-9a-f]{10}(?:-\d+)?$/

/** The id of a conversation: a source may use an account, a phone or an order's number. */
export function maskId(id: string, mask: MaskText = maskText): string {
  return HASHED_ID.test(id) ? id : mask(id)
}

export function maskFinding(finding: Finding, mask: MaskText): Finding {
  const messageText = mask(finding.messageText)
  const text = messageText.slice(finding.span.start, finding.span.end)
  // A question that was assumed is made of what the library of quick replies says.
  const assumes = finding.assumes.map(mask)
  return { ...finding, ...maskPlace(finding, mask), messageText, text, assumes }
}

export function maskCannotJudge(item: CannotJudge, mask: MaskText): CannotJudge {
  return { ...item, ...maskPlace(item, mask) }
}

/** A problem may quote the value that it is about. */
export function maskProblem(problem: Problem): Problem {
  return { ...problem, file: maskFile(problem.file), what: maskText(problem.what) }
}

/** An agent's account is the shop's, and may hold a phone for all that. */
export function maskSummary(summary: Summary): Summary {
  return { ...summary, agents: summary.agents?.map((agent) => ({ ...agent, name: maskText(agent.name) })) }
}

function maskPlace({ conversation, source }: Pick<Finding, 'conversation' | 'source'>, mask: MaskText) {
  const id = maskId(conversation, mask)
  return source === undefined
    ? { conversation: id }
    : { conversation: id, source: { ...source, file: maskFile(source.file) } }
}

/** Inside an archive files bear the names of customers; names on the disk stay, or nobody would find the file. */
export function maskFile(file: string): string {
  const at = file.indexOf('!')
  if (at < 0) return file
  const entry = file.slice(at + 1)
  const dot = entry.lastIndexOf('.')
  const end = dot > entry.lastIndexOf('/') + 1 ? dot : entry.length
  return file.slice(0, at + 1) + hide(entry, 0, end, [1, 0])
}

/** Of buyers only, agents' accounts are the shop's; and the numbers of orders. */
function accountsOf({ buyer, order, orders, messages }: Conversation): string[] {
  const accounts = new Set<string | undefined>([
    buyer,
    order?.buyer,
    order?.id,
    ...(orders ?? []).flatMap((each) => [each.buyer, each.id]),
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
