/** `--print-config`: what holds, and beside each value where it comes from. */

import { Document, isNode, isPair, isScalar, isSeq, visit } from 'yaml'
import { configure, type Origin, type Path, type SettingFlags } from '../settings/settings.js'
import type { Cli } from './io.js'

export async function printConfig(flags: SettingFlags, cli: Cli): Promise<number> {
  const { settings, origin } = await configure(flags, cli)
  const { DEFAULT_PACKS } = await import('../linter.js')
  const told = (from: Origin) => {
    if (from === 'default') return cli.messages.config.byDefault
    return 'flag' in from ? from.flag : `${from.file}:${from.line}`
  }
  const document = new Document({ packs: DEFAULT_PACKS, ...settings })
  visit(document, {
    Value(key, node, ancestors) {
      if (key === 'key') return
      const full = !isScalar(node) && node.items.length > 0
      if (full) return
      if (!isScalar(node)) node.flow = true
      node.comment = ` ${told(origin(pathTo([...ancestors, node])))}`
    },
  })
  cli.io.out(document.toString({ lineWidth: 0 }))
  return 0
}

/** Keys and indices from the root to the last of the line. */
function pathTo(line: readonly unknown[]): Path {
  return line.flatMap((node, i): Path => {
    if (isPair(node)) return isScalar(node.key) ? [String(node.key.value)] : []
    return isSeq(node) && isNode(line[i + 1]) ? [node.items.indexOf(line[i + 1])] : []
  })
}
