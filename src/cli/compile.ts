/** `compile`: a shop's own rules as plain data, for programs that read neither YAML nor files. */

import { PACK_FORMAT } from '../engine/create.js'
import type { Pack } from '../engine/types.js'
import { openWhole } from '../run/whole-file.js'
import { packAt } from '../settings/packs.js'
import type { Cli } from './io.js'

export async function compile(
  path: string,
  flags: { output?: string },
  { io, messages }: Cli,
): Promise<number> {
  const pack = await packAt(path, messages)
  const text = `${JSON.stringify(withoutExamples(pack))}\n`
  if (flags.output === undefined) io.out(text)
  else {
    const target = openWhole(flags.output, messages)
    try {
      target.write(text)
      target.commit()
    } finally {
      target.discard()
    }
  }
  return 0
}

/** Examples are tests: `kefulint test` has run them, a chat tool need not carry them. */
function withoutExamples(pack: Pack): Pack {
  const rules = pack.rules.map((rule) => ({
    ...rule,
    data: { ...rule.data, examples: { violates: [], complies: [] } },
  }))
  return { format: PACK_FORMAT, ...pack, rules }
}
