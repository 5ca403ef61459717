/** Writes src/generated/tables.ts: orthography, traditional characters and readings as plain data. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'
import { parse } from 'yaml'
import { z } from 'zod'

const rules = fileURLToPath(new URL('../rules', import.meta.url))
const orthographySource = new URL('../rules/grammar/orthography.yaml', import.meta.url)
const target = new URL('../src/generated/tables.ts', import.meta.url)

const strength = z.enum(['soft', 'clause', 'sentence'])
const Orthography = z.strictObject({
  emoji: z.array(z.string().startsWith('/:')),
  patterns: z.array(
    z.strictObject({ at: z.string().length(1), match: z.string(), unit: z.string().length(1) }),
  ),
  confusables: z.record(z.string(), z.string()),
  series: z.array(z.strictObject({ from: z.string(), to: z.string(), as: z.string().length(1) })),
  marks: z.string(),
  boundaries: z.strictObject({ clause: z.string(), sentence: z.string(), question: z.string() }),
  quotes: z.strictObject({ open: z.string(), close: z.string(), either: z.string() }),
  inner: z.record(z.string().length(1), strength),
  invisible: z.string(),
  closers: z.string(),
  units: z.string(),
  utterances: z.string(),
  words: z.string(),
  digits: z.record(z.string().regex(/^\d$/), z.string()),
  letterDigits: z.record(z.string().length(1), z.string().regex(/^\d$/)),
})

/** Rows of GB2312: its everyday characters, by sound, then the rarer ones, by radical. */
const EVERYDAY = [0xb0, 0xd7] as const
const ALL = [0xb0, 0xf7] as const

function hanOf([from, to]: readonly [number, number]): Set<string> {
  const decoder = new TextDecoder('gb18030')
  const found = new Set<string>()
  for (let row = from; row <= to; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const char = decoder.decode(Uint8Array.of(row, cell))
      if (/^\p{Script=Han}$/u.test(char)) found.add(char)
    }
  }
  return found
}

/** Ascending characters as the distances between them, one ASCII sign each: half the size of the characters. */
function distances(chars: readonly string[]): string {
  let last = 0x4e00
  let out = ''
  for (const char of chars) {
    let gap = char.charCodeAt(0) - last
    // '~' stands for ninety and no character yet.
    for (; gap >= 90; gap -= 90) out += '~'
    out += String.fromCharCode(35 + gap)
    last = char.charCodeAt(0)
  }
  return out
}

/** Pairs of traditional and simplified characters. */
function traditional(kept: ReadonlySet<string>): { from: string; to: string } {
  const simplify = Converter({ from: 't', to: 'cn' })
  const simplified = hanOf(ALL)
  const pairs: [string, string][] = []
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const char = String.fromCharCode(code)
    const simple = simplify(char)
    // Outside the characters that are kept nothing is ever looked for.
    if (simple !== char && kept.has(simple) && !simplified.has(char)) pairs.push([char, simple])
  }
  return { from: distances(pairs.map((pair) => pair[0])), to: pairs.map((pair) => pair[1]).join('') }
}

const syllableOf = (char: string) => pinyin(char, { toneType: 'none', v: true })

/**
 * The characters that tables are kept for: everyday ones, those that the rules use, those that sound like words which
 * are heard, and of every syllable some, since letters are cut into syllables.
 */
function known(): Set<string> {
  const files = readdirSync(rules, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && e.name.endsWith('.yaml'))
    .map((e) => readFileSync(join(e.parentPath, e.name), 'utf8'))
  const heard = new Set<string>()
  for (const text of files)
    parse(text, (key, value) => {
      if (key === 'heard') for (const char of (value as string[]).join('')) heard.add(syllableOf(char))
      return value
    })
  const kept = new Set([...hanOf(EVERYDAY), ...(files.join('').match(/[\u4e00-\u9fff]/g) ?? [])])
  const spelled = new Set([...kept].map(syllableOf))
  for (const char of hanOf(ALL)) {
    const syllable = syllableOf(char)
    if (heard.has(syllable) || !spelled.has(syllable)) kept.add(char)
  }
  return kept
}

/** Toneless main readings, by initial and final, so that the syllables need no list of their own. */
function readings(common: ReadonlySet<string>) {
  const read: { char: string; initial: string; final: string }[] = []
  for (const char of [...common].sort()) {
    const syllable = syllableOf(char)
    const parts = /^([zcs]h|[bpmfdtnlgkhjqxrzcsyw]?)([a-z]*)$/.exec(syllable)
    if (parts) read.push({ char, initial: parts[1]!, final: parts[2]! })
  }
  const initials = [...new Set(read.map((one) => one.initial))].sort()
  const finals = [...new Set(read.map((one) => one.final))].sort()
  const sign = (place: number) => String.fromCharCode(48 + place)
  return {
    characters: distances(read.map((one) => one.char)),
    initials,
    finals,
    initial: read.map((one) => sign(initials.indexOf(one.initial))).join(''),
    final: read.map((one) => sign(finals.indexOf(one.final))).join(''),
  }
}

export function generateTables(): string {
  const orthography = Orthography.parse(parse(readFileSync(orthographySource, 'utf8')))
  orthography.emoji.sort((a, b) => b.length - a.length)
  const common = known()
  const pairs = traditional(common)
  const sounds = readings(common)
  const line = (name: string, value: unknown) => `export const ${name} = ${JSON.stringify(value)}\n`
  return [
    '// Generated by scripts/tables.ts. Do not edit.\n',
    line('TRADITIONAL', pairs.from),
    line('SIMPLIFIED', pairs.to),
    line('SOUNDED', sounds.characters),
    line('INITIALS', sounds.initials),
    line('INITIAL', sounds.initial),
    line('FINALS', sounds.finals),
    line('FINAL', sounds.final),
    line('ORTHOGRAPHY', orthography),
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(dirname(fileURLToPath(target)), { recursive: true })
  writeFileSync(target, generateTables())
}
