/** What the figures of a run leave out, in words. */

import type { Messages } from '../messages/index.js'
import type { Narrowed, Summary } from '../model.js'

export function narrowedTexts(narrowed: Narrowed, { report: t }: Messages): string[] {
  const { since, until, agents, shops, leftOut } = narrowed
  const days = since === undefined && until === undefined ? [] : [`${since ?? ''} … ${until ?? ''}`.trim()]
  const { messages, undated, unnamed } = leftOut
  return [
    t.narrowed([...days, ...agents, ...shops].join(' · '), messages),
    ...(undated > 0 ? [t.undated(undated)] : []),
    ...(unnamed > 0 ? [t.unnamed(unnamed)] : []),
  ]
}

export function suppressedTexts({ suppressed }: Summary, { report: t }: Messages): string[] {
  return suppressed === undefined ? [] : [t.suppressed(suppressed.baseline, suppressed.suppression)]
}
