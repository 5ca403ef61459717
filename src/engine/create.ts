import { holdsKey } from '../lists.js'
import { compileKnowledge } from '../rules/compile.js'
import type { Knowledge, Rule } from '../rules/types.js'
import type { Schedule } from '../score/types.js'
import { CHECKS } from './checks.js'
import { assemble } from './linter.js'
import { NameError } from './name-error.js'
import type { Linter, LinterOptions, Pack } from './types.js'

/** What a build of the library brings along. */
export interface BuiltIn {
  /** Version by pack name. */
  packs: Record<string, string>
  knowledge: Knowledge
  schedules: readonly Schedule[]
  /** Version of the library. */
  version: string
}

/** The packs in use where none are named. */
export const DEFAULT_PACKS: readonly string[] = Object.freeze(['tmall', 'extension', 'service'])

/** A linter from what is built in and what is given. Throws a NameError (a RangeError) on an unknown pack, schedule or rule, a PackError on a pack that does not fit the others. */
export function linterOf(builtIn: BuiltIn, options: LinterOptions): Linter {
  const extra = (options.extraPacks ?? []).map(checked)
  const names = options.packs ?? [...DEFAULT_PACKS, ...extra.map((p) => p.name)]
  const versions: Record<string, string> = {
    ...builtIn.packs,
    ...Object.fromEntries(extra.map((p) => [p.name, p.version])),
  }
  for (const n of names) if (!holdsKey(versions, n)) throw new NameError('pack', n, Object.keys(versions))
  const asked = options.schedule ?? 'note'
  const schedule = builtIn.schedules.find((s) => s.id === asked)
  if (!schedule) throw new NameError('schedule', asked, idsOf(builtIn.schedules))
  const all = extra.reduce<Knowledge>(
    (base, p) => compileKnowledge(base, p.lexicons, p.rules, Object.keys(CHECKS)),
    builtIn.knowledge,
  )
  const severities = options.severities ?? {}
  for (const id of Object.keys(severities))
    if (!all.rules.some((r) => r.id === id)) throw new NameError('rule', id, idsOf(all.rules))
  return assemble({
    knowledge: { ...all, rules: withSeverities(all.rules, severities).filter((r) => names.includes(r.pack)) },
    packs: Object.fromEntries(names.map((n) => [n, versions[n]!])),
    schedule,
    worstCase: options.worstCase ?? false,
    lang: options.lang ?? 'zh-CN',
    shop: options.shop,
    version: builtIn.version,
  })
}

const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id)

/** Of the shape that `kefulint compile` writes. */
export const PACK_FORMAT = 1

function checked(pack: Pack): Pack {
  const { name, format = PACK_FORMAT, lexicons, rules } = pack
  if (format !== PACK_FORMAT)
    throw new RangeError(
      `pack "${name}" has format ${format}, expected ${PACK_FORMAT}: compile it anew with this version`,
    )
  const holds = (list: unknown) =>
    Array.isArray(list) && list.every((item) => typeof item?.data === 'object' && item.data !== null)
  if (!holds(lexicons) || !holds(rules))
    throw new RangeError(`pack "${name}" is not compiled: use loadPack, or kefulint compile`)
  return pack
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
