/** Every text that a person reads, by code. The languages have the same keys and arguments: the compiler says so. */

import type { Lang } from '../engine/types.js'
import { KefulintError } from '../errors.js'
import type { Problem, Text } from '../model.js'
import type { FormatName } from '../read/names.js'
import type { PackFault } from '../rules/fault.js'
import { en } from './en.js'
import { zhCN } from './zh-CN.js'

export type Messages = typeof zhCN
export type ProblemCode = keyof Messages['problems']
export type ProblemArgs<C extends ProblemCode> = Parameters<Messages['problems'][C]>

export interface Said {
  /** What is wrong and what was expected. */
  what: string
  /** What to do. */
  todo: string
}

export interface Place {
  file?: string
  line?: number
  column?: number
}

/** A trouble by its code, at a place in the file being read, which may be an archive. */
export type OnProblem = <C extends ProblemCode>(
  code: C,
  at: { line?: number; column?: number; entry?: string },
  ...args: ProblemArgs<C>
) => void

export type NoteCode = keyof Messages['notes']

/** What `--explain-input` tells of one file. */
export type OnNote = <C extends NoteCode>(code: C, ...args: Parameters<Messages['notes'][C]>) => void

export const LANGS: readonly Lang[] = ['zh-CN', 'en']

/** A limit was hit, or the program is at fault; any other known trouble is the user's to mend: 2. */
const EXIT_3: ReadonlySet<string> = new Set<ProblemCode>([
  'too-long',
  'long-message',
  'draft-too-long',
  'over-limit',
  'too-many-findings',
  'internal',
])

/** Worth saying, but nothing is lost and nothing has to be mended. */
const NOTICES: ReadonlySet<string> = new Set<ProblemCode>([
  'unknown-columns',
  'out-of-order',
  'duplicate-id',
  'split-chat',
  'sheet-without-chats',
  'no-chat',
])

export function messagesFor(lang: Lang): Messages {
  return lang === 'en' ? en : zhCN
}

export function textFor(messages: Messages, text: Text): string {
  return messages.lang === 'en' ? text.en : text.zh
}

export function exitCodeOf(code: string): 0 | 2 | 3 {
  return NOTICES.has(code) ? 0 : EXIT_3.has(code) ? 3 : 2
}

export function say<C extends ProblemCode>(messages: Messages, code: C, ...args: ProblemArgs<C>): Said {
  return (messages.problems[code] as (...args: ProblemArgs<C>) => Said)(...args)
}

/** What is wrong with a pack of rules. */
export function sayFault<F extends PackFault>(messages: Messages, fault: F): Said {
  return (messages.packs[fault.code] as (fault: F) => Said)(fault)
}

export function problem<C extends ProblemCode>(
  messages: Messages,
  code: C,
  at: Place & { file: string },
  ...args: ProblemArgs<C>
): Problem {
  return { code, ...at, ...say(messages, code, ...args) }
}

export function failure<C extends ProblemCode>(
  messages: Messages,
  code: C,
  at: Place,
  ...args: ProblemArgs<C>
): KefulintError {
  return new KefulintError({ code, ...say(messages, code, ...args), ...at, exitCode: exitCodeOf(code) || 2 })
}

/** Reports troubles of one file in one language. */
export function problemsOf(messages: Messages, file: string, take: (problem: Problem) => void): OnProblem {
  return (code, { entry, ...at }, ...args) => {
    const place = entry === undefined ? file : `${file}!${entry.slice(0, 80)}`
    take(problem(messages, code, { file: place, ...at }, ...args))
  }
}

/** Tells notes of one file in one language; nobody may be listening. */
export function notesOf(
  messages: Messages,
  file: string,
  take: ((text: string, file: string) => void) | undefined,
): OnNote {
  return (code, ...args) => take?.((messages.notes[code] as (...args: unknown[]) => string)(...args), file)
}

export function textOfFormat(messages: Messages, name: FormatName) {
  return messages.formats[name]
}

/** The language asked for by a flag, else by the environment, else by the system; undefined for an unknown flag. */
export function detectLang(
  env: Record<string, string | undefined>,
  flag?: string,
  system: string = Intl.DateTimeFormat().resolvedOptions().locale,
): Lang | undefined {
  if (flag !== undefined) return LANGS.find((lang) => lang.toLowerCase() === flag.toLowerCase())
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  // C and POSIX name no language.
  const named = /^(C|POSIX)?(\.|$)/.test(locale) ? system : locale
  return /^zh/i.test(named) ? 'zh-CN' : 'en'
}
