/** What every endpoint is given. */

import type { Handler } from 'hono'
import type { Lang, Maker } from '../engine/types.js'
import type { Caller } from '../settings/caller.js'
import type { Prepared } from '../settings/packs.js'
import type { Limits } from './limits.js'

/** All that depends on the language of a request. */
export interface Face extends Prepared, Caller {}

export interface Service {
  faces: Record<Lang, Face>
  /** Of requests that ask for none. */
  lang: Lang
  limits: Limits
  /** File of the page; there may be none. */
  page: URL
  /** Demanded of every request under /v1 where it is set. */
  token?: string
  /** Takes a line for each request; never holds what was said. */
  log(line: string): void
  /** Takes what should not have happened. */
  fault(error: unknown): void
}

export interface Env {
  Variables: {
    face: Face
    /** For the access log. */
    counts: Record<string, number>
    /** Settles when a streamed answer has ended; absent where the answer is at hand at once. */
    ended?: Promise<void>
  }
}

export type Endpoint = (service: Service) => Handler<Env>

/** Which program and which rules have spoken: in every result. */
export function head({ tool, packs, schedule }: Maker) {
  return { schemaVersion: 1, tool, packs, schedule }
}
