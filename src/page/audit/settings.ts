import type { LinterOptions } from '../../engine/types.js'
import { DEFAULT_PACKS, schedules } from '../../linter.js'
import type { Shop } from '../../model.js'

/** What the user may set; the same that the configuration file holds. */
export interface Settings {
  schedule: string
  worstCase: boolean
  mask: boolean
  /** One of `ENCODINGS`; recognised by itself where absent. */
  encoding?: string
  facts: Record<string, boolean | undefined>
  /** Points held this year, by ledger. */
  points: Record<string, number>
}

export const newSettings = (): Settings => ({
  schedule: schedules[0]!.id,
  worstCase: false,
  mask: true,
  facts: {},
  points: {},
})

export function linterOptions(settings: Settings, lang: LinterOptions['lang']): LinterOptions {
  const { schedule, worstCase, facts, points } = settings
  const stated = Object.entries(facts).filter(([, fact]) => fact !== undefined)
  const held = Object.entries(points).filter(([, n]) => n > 0)
  const shop: Shop = {
    ...Object.fromEntries(stated),
    ...(held.length > 0 && { points: Object.fromEntries(held) }),
  }
  return { packs: [...DEFAULT_PACKS], schedule, worstCase, shop, lang }
}
