/** Names and limits that stages far apart must agree on. */

export const ROLES = ['buyer', 'agent', 'system'] as const

export const STATUSES = ['unpaid', 'paid', 'shipped', 'received', 'completed', 'closed'] as const

/** No chat line is longer (UTF-16 units); what stands beyond is not judged, and the verdict says so. */
export const MOST_TEXT = 8_000

/** From where on a run fails: whole or broken figures, none of them nothing. */
export const THRESHOLD = /^(?:error|warn|none|(points|yuan)=(?=.*[1-9])(\d+(?:\.\d+)?))$/
