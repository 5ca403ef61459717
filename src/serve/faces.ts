/** Settings and linter once for each language that may be asked for. */

import { LANGS, messagesFor } from '../messages/index.js'
import { openKnown } from '../run/known.js'
import type { Caller } from '../settings/caller.js'
import { prepare } from '../settings/packs.js'
import type { SettingFlags } from '../settings/settings.js'
import type { Face, Service } from './service.js'

/** What is wrong with the settings is said in the language of whoever starts it, and before it listens. */
export async function facesFor(flags: SettingFlags, { io, lang: first }: Caller): Promise<Service['faces']> {
  const faces: Partial<Service['faces']> = {}
  for (const lang of [first, ...LANGS.filter((each) => each !== first)]) {
    const caller = { io, lang, messages: messagesFor(lang) }
    const face: Face = { ...(await prepare(flags, caller)), ...caller }
    await openKnown({ ...face, command: 'audit', flags: {} }, caller)
    faces[lang] = face
  }
  return faces as Service['faces']
}
