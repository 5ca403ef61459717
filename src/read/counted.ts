/** Troubles that may befall every row are told once for a file, or for each megabyte of one that threads share, with their number and the first place. */

import type { OnProblem, Place, ProblemCode } from '../messages/index.js'

const COUNTED = ['empty-message', 'bad-time', 'no-role', 'no-chat', 'out-of-order'] as const

type Counted = (typeof COUNTED)[number]

export interface Counting {
  onProblem: OnProblem
  /** Tells what was counted. */
  flush(): void
}

export function counting(onProblem: OnProblem): Counting {
  const counts = new Map<Counted, { at: Place; count: number }>()
  return {
    onProblem: (code, at, ...args) => {
      if (!isCounted(code)) {
        onProblem(code, at, ...args)
        return
      }
      const known = counts.get(code)
      if (known === undefined) counts.set(code, { at, count: Number(args[0]) })
      else known.count += Number(args[0])
    },
    flush() {
      for (const [code, { at, count }] of counts) onProblem(code, at, count)
      counts.clear()
    },
  }
}

function isCounted(code: ProblemCode): code is Counted {
  return (COUNTED as readonly ProblemCode[]).includes(code)
}
