/** Making a linter from the built-in packs: needs neither YAML nor a schema, so that it starts fast. */

import { CHECKS } from './engine/checks.js'
import { assemble } from './engine/linter.js'
import type { Linter, LinterOptions, Pack } from './engine/types.js'
import { builtIn, schedules } from './generated/builtin.js'
import { compileKnowledge } from './rules/compile.js'
import type { PackSource } from './rules/load.js'
import type { Knowledge, Rule } from './rules/types.js'

/** What each rule costs, with the source of each figure. */
export { schedules }

/** The packs in use where none are named. */
export const DEFAULT_PACKS = ['tmall', 'extension', 'service']

/** Makes a linter from the built-in packs and any others. Throws a RangeError on an unknown pack, schedule or rule name. */
export function createLinter(options: LinterOptions = {}): Linter {
  const extra = (options.extraPacks ?? []) as unknown as (Pack & PackSource)[]
  const names = options.packs ?? [...DEFAULT_PACKS, ...extra.map((p) => p.name)]
  const versions: Record<string, string> = {
    ...builtIn.packs,
    ...Object.fromEntries(extra.map((p) => [p.name, p.version])),
  }
  for (const n of names)
    if (!(n in versions))
      throw new RangeError(`no pack "${n}"; known are ${Object.keys(versions).join(', ')}`)
  const schedule = schedules.find((s) => s.id === (options.schedule ?? 'note'))
  if (!schedule)
    throw new RangeError(
      `no schedule "${options.schedule}"; known are ${schedules.map((s) => s.id).join(', ')}`,
    )
  const all = extra.reduce<Knowledge>(
    (base, p) => compileKnowledge(base, p.lexicons, p.rules, Object.keys(CHECKS)),
    builtIn.knowledge,
  )
  const severities = options.severities ?? {}
  for (const id of Object.keys(severities))
    if (!all.rules.some((r) => r.id === id))
      throw new RangeError(`no rule "${id}"; known are ${all.rules.map((r) => r.id).join(', ')}`)
  return assemble({
    knowledge: { ...all, rules: withSeverities(all.rules, severities).filter((r) => names.includes(r.pack)) },
    packs: Object.fromEntries(names.map((n) => [n, versions[n]!])),
    schedule,
    worstCase: options.worstCase ?? false,
    lang: options.lang ?? 'zh-CN',
    shop: options.shop,
  })
}

function withSeverities(
  rules: readonly Rule[],
  severities: NonNullable<LinterOptions['severities']>,
): Rule[] {
  return rules.flatMap((rule) => {
    const severity = severities[rule.id] ?? rule.severity
    return severity === 'off' ? [] : [{ ...rule, severity }]
  })
}
