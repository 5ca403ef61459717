import type { Lang } from '../engine/types.js'
import type { Messages } from '../messages/index.js'

/** For whom settings are read: where their relative paths start, and in which language they are told what is wrong. */
export interface Caller {
  io: { cwd: string }
  lang: Lang
  messages: Messages
}
