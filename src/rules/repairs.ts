/** What a Chinese keyboard makes of YAML's signs, and a space left out: each with the text as it should be. */

import type { FileFault } from './fault.js'
import { half, QUOTES } from './wide.js'

export interface Repair {
  fault: FileFault
  /** Where the wrong signs begin. */
  at: number
  /** The whole text, repaired in this place. */
  text: string
}

const OPENING = '【［（〔｛'
const CLOSING = '】］）〕｝'

/** Where a key or a value may begin. */
const START = String.raw`(?<=(?:^|[:,[{：，、【［（｛]|-[ \t])[ \t]*)`
const KEY = String.raw`["']?[\p{L}@][\p{L}\w./-]*["']?`

const brackets = (text: string, map = /^.\s*["'“「]?[\w-]+["'”」]?\s*[:：]/.test(text)) =>
  `${map ? '{ ' : '['}${half(text.slice(1, -1)).trim()}${map ? ' }' : ']'}`

/** Made when needed: not every browser knows what they are written with. */
const places = (): { find: RegExp; write: (found: string) => string }[] => [
  { find: new RegExp(`${START}${KEY}：[ \\t\u3000]*`, 'gmu'), write: (s) => half(s).trimEnd().concat(' ') },
  { find: /^[ \t]*\u3000[ \t\u3000]*/gm, write: (s) => s.replaceAll('\u3000', '  ') },
  { find: /(?<=^[ \t]*)[－—–](?=[ \t\u3000])[ \t\u3000]*/gm, write: () => '- ' },
  { find: /(?<=^[ \t]*|[ \t])＃/gm, write: () => '#' },
  {
    find: new RegExp(
      `${START}[${QUOTES}"'][^\\n]*?[${QUOTES}"'](?=[ \\t]*(?:[,，、\\]】］)）}｝]|$))`,
      'gmu',
    ),
    write: half,
  },
  {
    find: new RegExp(`${START}[${OPENING}][^${OPENING}${CLOSING}]{0,2000}[${CLOSING}\\]}]`, 'gmu'),
    write: brackets,
  },
  {
    find: new RegExp(`[[{][^${OPENING}${CLOSING}\\]}]{0,2000}[${CLOSING}]`, 'gmu'),
    write: (s) => brackets(s, s[0] === '{'),
  },
  {
    find: new RegExp(`(?<=["'\\]}\\p{L}\\w]\\s*)[，、]\\s*(?=${KEY}\\s*[:：]|["'[{])`, 'gmu'),
    write: () => ', ',
  },
]

/** The repairs that may be meant between two offsets. */
export function* repairs(text: string, from: number, to: number): Generator<Repair> {
  for (const { find, write } of places())
    for (const match of text.matchAll(find)) {
      const [found] = match
      const end = match.index + found.length
      if (end < from || match.index > to || write(found) === found) continue
      const fault = { code: 'full-width' as const, found: found.trim() || found, write: write(found).trim() }
      yield { fault, at: match.index, text: text.slice(0, match.index) + write(found) + text.slice(end) }
    }
  for (const { 0: found, index } of text.matchAll(new RegExp(`${START}${KEY}:(?=[^\\s/,:\\]}])`, 'gmu'))) {
    if (index < from || index > to) continue
    const end = index + found.length
    const fault = { code: 'yaml' as const, is: 'no-space' as const, key: found.slice(0, -1) }
    yield { fault, at: index, text: `${text.slice(0, end)} ${text.slice(end)}` }
  }
}

/** A value that would do in half-width signs. */
export function* narrowed(text: string, from: number, to: number): Generator<Repair> {
  const found = text.slice(from, to).trimEnd()
  const write = found.normalize('NFKC')
  if (write !== found)
    yield {
      fault: { code: 'full-width', found, write },
      at: from,
      text: text.slice(0, from) + write + text.slice(from + found.length),
    }
}
