/** What holds for a run: flags, then the configuration file, then defaults. */

import { dirname, resolve } from 'node:path'
import type { LinterOptions } from '../engine/types.js'
import type { Caller } from './caller.js'
import { findConfig, type Loaded, type Place } from './find.js'
import type { InputFlags, KnownFlags, LinterFlags } from './flags.js'
import type { Config, Suppression } from './schema.js'

export interface Settings {
  shop: NonNullable<LinterOptions['shop']>
  /** All that are built in or added, where absent. */
  packs?: string[]
  /** Folders and files. */
  rules: string[]
  severities: NonNullable<LinterOptions['severities']>
  schedule: string
  worstCase: boolean
  failOn: string
  input: Omit<NonNullable<Config['input']>, 'encoding'> & { encoding?: string }
  suppressions: readonly Suppression[]
  baseline?: string
}

export type Path = readonly (string | number)[]
export type Origin = Place | { flag: string } | 'default'

export interface Configured {
  settings: Settings
  /** Where the value at the path comes from. */
  origin(path: Path): Origin
}

export type SettingFlags = LinterFlags &
  Pick<KnownFlags, 'baseline' | 'suppressions'> &
  InputFlags & { failOn?: string }

export async function configure(flags: SettingFlags, caller: Caller): Promise<Configured> {
  const loaded = await configOf(flags.config, caller)
  const config = loaded?.data ?? {}
  const here = (path: string) => resolve(caller.io.cwd, path)
  const besideConfig = (path: string) => resolve(loaded === undefined ? '' : dirname(here(loaded.file)), path)
  const approved =
    flags.suppressions === undefined ? undefined : await suppressionsIn(flags.suppressions, caller)

  const fromConfig = config.rules?.map(besideConfig) ?? []
  const baseline = flags.baseline ?? config.baseline
  const packs = flags.pack.length > 0 ? flags.pack : config.packs
  const format = flags.inputFormat ?? config.input?.format
  const encoding = flags.encoding ?? config.input?.encoding
  const settings: Settings = {
    shop: config.shop ?? {},
    ...(packs === undefined ? {} : { packs }),
    rules: [...new Set([...fromConfig, ...flags.rules.map(here)])],
    severities: config.severities ?? {},
    schedule: flags.schedule ?? config.schedule ?? 'note',
    worstCase: flags.worstCase ?? config.worstCase ?? false,
    failOn: flags.failOn ?? config.failOn ?? 'error',
    input: { ...config.input, ...(format && { format }), ...(encoding && { encoding }) },
    suppressions: [...(config.suppressions ?? []), ...(approved?.data.suppressions ?? [])],
    ...(baseline === undefined
      ? {}
      : { baseline: flags.baseline === undefined ? besideConfig(baseline) : here(baseline) }),
  }

  const flagged: Record<string, string | undefined> = {
    packs: flags.pack.length > 0 ? '--pack' : undefined,
    schedule: flags.schedule && '--schedule',
    worstCase: flags.worstCase ? '--worst-case' : undefined,
    failOn: flags.failOn && '--fail-on',
    'input.format': flags.inputFormat && '--input-format',
    'input.encoding': flags.encoding && '--encoding',
    baseline: flags.baseline && '--baseline',
  }
  return {
    settings,
    origin(path) {
      const [key, index] = path
      const flag = flagged[key!] ?? flagged[path.join('.')]
      if (flag !== undefined) return { flag }
      if (key === 'rules' && typeof index === 'number' && index >= fromConfig.length)
        return { flag: '--rules' }
      const first = config.suppressions?.length ?? 0
      if (key === 'suppressions' && typeof index === 'number' && index >= first && approved !== undefined)
        return approved.place([key, index - first, ...path.slice(2)])
      return loaded !== undefined && key! in config ? loaded.place(path) : 'default'
    },
  }
}

async function configOf(file: string | undefined, caller: Caller): Promise<Loaded<Config> | undefined> {
  const path = file === undefined ? findConfig(caller.io.cwd) : resolve(caller.io.cwd, file)
  if (path === undefined) return undefined
  const [{ configFile }, { loadYaml }] = await Promise.all([import('./schema.js'), import('./load.js')])
  return loadYaml(path, configFile, caller)
}

async function suppressionsIn(file: string, caller: Caller) {
  const [{ suppressionFile }, { loadYaml }] = await Promise.all([import('./schema.js'), import('./load.js')])
  return loadYaml(resolve(caller.io.cwd, file), suppressionFile, caller)
}
