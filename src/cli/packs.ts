/** The linter that the flags ask for. */

import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { Linter, LinterOptions, Pack } from '../engine/types.js'
import { KefulintError } from '../errors.js'
import { failure, type Messages } from '../messages/index.js'
import type { PackError } from '../rules/error.js'
import type { Cli } from './io.js'
import type { LinterFlags } from './options.js'

export async function linterOptions(flags: LinterFlags, { lang, messages }: Cli): Promise<LinterOptions> {
  const extraPacks: Pack[] = []
  for (const path of flags.rules) extraPacks.push(await packAt(path, messages))
  return {
    lang,
    ...(flags.pack.length > 0 ? { packs: flags.pack } : {}),
    ...(extraPacks.length > 0 ? { extraPacks } : {}),
    ...(flags.schedule === undefined ? {} : { schedule: flags.schedule }),
    ...(flags.worstCase ? { worstCase: true } : {}),
  }
}

/** Also used by threads, which get the options as plain data. */
export async function linterFor(options: LinterOptions, messages: Messages): Promise<Linter> {
  const { createLinter } = await import('../linter.js')
  try {
    return createLinter(options)
  } catch (error) {
    throw knownError(error, messages)
  }
}

async function packAt(path: string, messages: Messages): Promise<Pack> {
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
  if (!(error instanceof Error)) return error
  if (error.name === 'PackError') {
    const { code, file, line, column, detail } = error as PackError
    return new KefulintError({
      code,
      ...messages.packs[code](detail),
      file: join(folder, file),
      line,
      column,
    })
  }
  if (error instanceof RangeError) {
    const [, kind, got = '', expected = ''] = /^no (\w+) "(.*?)"; known are (.*)$/.exec(error.message) ?? []
    if (kind !== undefined) return failure(messages, 'bad-flag', {}, `--${kind}`, got, expected)
  }
  return error
}
