/** The linter that the flags ask for. */

import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { NameError } from '../engine/name-error.js'
import type { Linter, LinterOptions, Pack } from '../engine/types.js'
import { KefulintError } from '../errors.js'
import { failure, type Messages, sayFault } from '../messages/index.js'
import { PackError } from '../rules/error.js'
import { fullWidth } from '../rules/wide.js'
import type { Caller } from './caller.js'
import { nearest } from './near.js'
import { type Configured, configure, type SettingFlags, type Settings } from './settings.js'

export interface Prepared extends Configured {
  linter: Linter
  /** What the linter was made from. */
  options: LinterOptions
}

/** Everything that flags and configuration decide. */
export async function prepare(flags: SettingFlags, caller: Caller): Promise<Prepared> {
  const configured = await configure(flags, caller)
  const options = await linterOptions(configured.settings, caller)
  return { ...configured, options, linter: await linterFor(options, caller.messages, configured.origin) }
}

export async function linterOptions(
  { shop, packs, rules, severities, schedule, worstCase }: Settings,
  { lang, messages }: Caller,
): Promise<LinterOptions> {
  const extraPacks: Pack[] = []
  for (const path of rules) extraPacks.push(await packAt(path, messages))
  return {
    lang,
    shop,
    severities,
    schedule,
    worstCase,
    extraPacks,
    ...(packs === undefined ? {} : { packs }),
  }
}

/** Also used by threads, which get the options as plain data. */
export async function linterFor(
  options: LinterOptions,
  messages: Messages,
  origin?: Configured['origin'],
): Promise<Linter> {
  const { createLinter } = await import('../linter.js')
  try {
    return createLinter(options)
  } catch (error) {
    throw (origin && misnamed(error, origin, messages)) ?? knownError(error, messages)
  }
}

/** A name in the configuration that the linter does not know. */
function misnamed(error: unknown, origin: Configured['origin'], messages: Messages) {
  if (!(error instanceof NameError)) return undefined
  const { kind, got, known } = error
  const path = kind === 'rule' ? ['severities', got] : ['packs']
  const place = origin(path)
  if (typeof place === 'string' || 'flag' in place) return undefined
  const wide = fullWidth(got)
  if (wide !== undefined)
    return new KefulintError({ code: wide.code, ...messages.faults.fullWidth(wide), ...place })
  const near = kind === 'rule' ? nearest(got, known) : known
  return failure(messages, 'unknown-setting', place, kind === 'rule' ? path.join('.') : got, near)
}

/** A shop's own pack from a folder of YAML files, or from one file. */
export async function packAt(path: string, messages: Messages): Promise<Pack> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw failure(messages, 'missing-file', { file: path })
  const folder = found.isDirectory() ? path : dirname(path)
  const paths = found.isDirectory() ? await yamlIn(path) : [basename(path)]
  if (paths.length === 0) throw failure(messages, 'no-rules', { file: path })
  const texts = await Promise.all(
    paths.map(async (each) => ({ path: each, text: await textOf(join(folder, each), messages) })),
  )
  const { loadPack } = await import('../rules/pack.js')
  try {
    return loadPack(texts, basename(path, extname(path)))
  } catch (error) {
    throw knownError(error, messages, folder)
  }
}

async function yamlIn(folder: string): Promise<string[]> {
  const { default: glob } = await import('fast-glob')
  return (await glob('**/*.{yaml,yml}', { cwd: folder, onlyFiles: true })).sort()
}

async function textOf(file: string, messages: Messages): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw failure(messages, 'unreadable-file', { file }, (error as NodeJS.ErrnoException).code ?? '')
  }
}

/** The library is without user texts: its errors get theirs here. */
function knownError(error: unknown, messages: Messages, folder = ''): unknown {
  if (error instanceof PackError) {
    const { code, file, line, column, fault } = error
    return new KefulintError({ code, ...sayFault(messages, fault), file: join(folder, file), line, column })
  }
  if (!(error instanceof NameError)) return error
  return failure(messages, 'bad-flag', {}, `--${error.kind}`, error.got, error.known.join(', '))
}
