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
const START = String.raw`(?<=(?:^|[:,[{：，、【［（｛]|-[ \t])[ \t]{0,40})`
const KEY = String.raw`["']?[\p{L}@][\p{L}\w./-]*["']?`

const brackets = (text: string, map = /^.\s*["'“「]?[\w-]+["'”」]?\s*[:：]/.test(text)) =>
  `${map ? '{ ' : '['}${half(text.slice(1, -1)).trim()}${map ? ' }' : ']'}`

/** Made when needed: not every browser knows what they are written with. */
const places = (): { find: RegExp; write: (found: string) => string }[] => [
  { find: new RegExp(`${START}${KEY}：[ \\t\u3000]*`, 'gmu'), write: (s) => half(s).trimEnd().concat(' ') },
  { find: /^[ \t]*\u3000[ \t\u3000]*/gm, write: (s) => s.replaceAll('\u3000', '  ') },
  { find: /(?<=^[ \t]{0,40})[－—–](?=[ \t\u3000])[ \t\u3000]*/gm, write: () => '- ' },
  { find: /(?<=^[ \t]{0,40}|[ \t])＃/gm, write: () => '#' },
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
    find: new RegExp(`[[{][^${OPENING}${CLOSING}[\\]{}]{0,2000}[${CLOSING}]`, 'gmu'),
    write: (s) => brackets(s, s[0] === '{'),
  },
  {
    find: new RegExp(`(?<=["'\\]}\\p{L}\\w]\\s{0,40})[，、]\\s*(?=${KEY}\\s*[:：]|["'[{])`, 'gmu'),
    write: () => ', ',
  },
]

/** The repairs that may be meant between two offsets. */
export function* repairs(text: string, from: number, to: number): Generator<Repair> {
  // no further than a bracket may reach, since a lexicon may be long
  const start = text.lastIndexOf('\n', from - 2000) + 1
  const part = text.slice(start, to + 2000)
  const repaired = (fault: FileFault, at: number, end: number, by: string): Repair => ({
    fault,
    at,
    text: text.slice(0, at) + by + text.slice(end),
  })
  const within = (at: number, end: number) => end >= from && at <= to
  for (const { find, write } of places())
    for (const { 0: found, index } of part.matchAll(find)) {
      const at = start + index
      const end = at + found.length
      const by = write(found)
      if (!within(at, end) || by === found) continue
      // a sign alone tells little
      const more = /[\p{L}\p{N}]/u.test(found) ? '' : text.slice(end).split('\n', 1)[0]!.slice(0, 12)
      const shown = (signs: string) => unquoted(`${signs}${more}`)
      yield repaired({ code: 'full-width', found: shown(found), write: shown(by) }, at, end, by)
    }
  for (const { 0: found, index: at } of text.matchAll(
    new RegExp(`${START}${KEY}:(?=[^\\s/,:\\]}])`, 'gmu'),
  )) {
    const end = at + found.length
    const key = unquoted(found.slice(0, -1))
    if (within(at, end)) yield repaired({ code: 'yaml', is: 'no-space', key }, at, end, `${found} `)
  }
  for (const { index } of part.matchAll(/(?<=^[ \t]{0,40})-(?=[\p{L}"'])/gmu)) {
    const at = start + index
    if (within(at, at + 1)) yield repaired({ code: 'yaml', is: 'dash-space' }, at, at + 1, '- ')
  }
}

/** Without a quote that opens and does not close. */
function unquoted(text: string): string {
  const bare = text.trim()
  return /^["']/.test(bare) && bare.indexOf(bare[0]!, 1) < 0 ? bare.slice(1) : text.trimEnd()
}

/** A value that would do in half-width signs, or without its quotes. */
export function* narrowed(text: string, from: number, to: number): Generator<Repair> {
  const found = text.slice(from, to).trimEnd()
  const wide = new RegExp(`^[${QUOTES}]|[${QUOTES}]$`, 'g')
  for (const write of [found.normalize('NFKC'), found.replace(wide, '').normalize('NFKC')])
    if (write !== found)
      yield {
        fault: { code: 'full-width', found, write },
        at: from,
        text: text.slice(0, from) + write + text.slice(from + found.length),
      }
}
