/** Lists what can be read, and where each shape was seen. */

import { formats as known } from '../read/index.js'
import { padTo, widthOf } from '../report/width.js'
import type { Cli } from './io.js'

export function formats({ io, messages }: Cli): number {
  const { formats: t } = messages
  const width = Math.max(...known.map(({ name }) => name.length))
  const seenWidth = Math.max(...Object.values(t.seen).map(widthOf))
  io.out(`${t.title}\n`)
  for (const { name, seen, extensions } of known) {
    const endings = extensions.map((one) => `.${one}`).join(' ')
    io.out(`  ${padTo(name, width)}  ${padTo(t.seen[seen], seenWidth)}  ${t[name].about}  ${endings}\n`)
  }
  io.out(`\n${t.repliesTitle}\n`)
  const nameWidth = Math.max(...t.replies.map(([name]) => widthOf(name!)))
  for (const [name, about, seen] of t.replies)
    io.out(`  ${padTo(name!, nameWidth)}  ${padTo(t.seen[seen as 'code'], seenWidth)}  ${about}\n`)
  return 0
}
