/** How far a long run is, on the terminal of whoever waits for it. */

import type { Cli } from './io.js'

export interface Progress {
  /** Bytes read since the last call. */
  read(bytes: number): void
  /** Draws the line anew, with what has been judged so far. */
  show(conversations: number): void
  /** Takes the line away, before anything else is written. */
  hide(): void
  /** Ends it. */
  stop(): void
}

/** A short run needs no progress. */
const PATIENCE = 1000
const EVERY = 200
const CLEAR_LINE = '\r\u001b[K'

export interface ProgressOptions {
  quiet?: boolean
  /** Bytes that will be read; 0 where that is not known, as with a pipe. */
  total: number
  now?: () => number
}

/** Silent in pipes and with `--quiet`. */
export function startProgress(
  { io, messages }: Pick<Cli, 'io' | 'messages'>,
  options: ProgressOptions,
): Progress {
  const { total, quiet, now = Date.now } = options
  if (quiet || !io.terminal.err) return { read() {}, show() {}, hide() {}, stop() {} }
  const { progress: t, lang } = messages
  const number = new Intl.NumberFormat(lang)
  const start = now()
  let done = 0
  let drawn = start
  let visible = false

  const hide = () => {
    if (visible) io.err(CLEAR_LINE)
    visible = false
  }
  io.cleanups.add(hide)

  return {
    read(bytes) {
      done += bytes
    },
    show(conversations) {
      const at = now()
      if (at - start < PATIENCE || (visible && at - drawn < EVERY)) return
      const seconds = (at - start) / 1000
      const parts = [t.done(number.format(conversations), number.format(Math.round(conversations / seconds)))]
      // What is read is at most a little ahead of what is judged.
      const share = Math.min(1, done / total)
      if (total > 0 && share > 0)
        parts.unshift(t.left(Math.floor(share * 100), clock((seconds / share) * (1 - share))))
      io.err(`${CLEAR_LINE}${parts.join(' · ')}`)
      visible = true
      drawn = at
    },
    hide,
    stop() {
      hide()
      io.cleanups.delete(hide)
    },
  }
}

/** 0:07, 12:40, 1:02:03 */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds)
  const two = (n: number) => String(n).padStart(2, '0')
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return `${minutes}:${two(whole % 60)}`
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`
}
