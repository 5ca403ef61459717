/** Names for conversations that have none: a day and a hash, since accounts are personal data. */

import { sha256 } from './sha256.js'

const UNDATED = 'undated'
/** Names remembered, so that two of one day differ. */
const REMEMBERED = 100_000

export type NameConversation = (time: string | undefined, shop: string, buyer: string) => string

export function conversationNames(): NameConversation {
  const seen = new Map<string, number>()
  return (time, shop, buyer) => {
    const hash = sha256(`${shop}\0${buyer}`).slice(0, 10)
    const name = `${time?.slice(0, 10) ?? UNDATED}-${hash}`
    const count = (seen.get(name) ?? 0) + 1
    // Taken out and put back, so that the oldest name comes first.
    seen.delete(name)
    seen.set(name, count)
    if (seen.size > REMEMBERED) seen.delete(seen.keys().next().value!)
    return count === 1 ? name : `${name}-${count}`
  }
}
