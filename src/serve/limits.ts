/** What one request, and all of them together, may take. */

/** Of a request's body; sizes in bytes, times in milliseconds. */
export interface BodyLimits {
  size: number
  /** Without a byte coming in. */
  idle: number
  /** From the first byte to the last. */
  total: number
}

export interface Limits {
  check: BodyLimits & { atOnce: number }
  audit: BodyLimits & {
    atOnce: number
    /** The longest record. */
    line: number
  }
}

const SECOND = 1000
const MB = 1 << 20

export const LIMITS: Limits = {
  // A chat and a draft: more than a shift's talk would hold the thread for seconds.
  check: { size: MB / 4, idle: 10 * SECOND, total: 10 * SECOND, atOnce: 16 },
  // Judging is one thread's work: more at once would finish no sooner.
  audit: { size: 1024 * MB, line: MB, idle: 30 * SECOND, total: 3600 * SECOND, atOnce: 4 },
}
