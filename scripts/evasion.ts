/**
 * Makes rules/evasion.yaml into src/generated/evasion.ts. Run by itself it prints the score by rule and family, and
 * every rewriting that slipped through: `npm run evade -- [--rule NAME] [--family NAME]`.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'

const char = z.string().refine((s) => [...s].length === 1, 'one character')
const digits = z.array(z.string().min(1)).length(10)
const spellings = z.record(z.string(), z.array(z.string().min(1)).min(1))
const schema = z.strictObject({
  separators: z.array(z.string().min(1)).min(1),
  invisible: z.array(char).min(1),
  pictures: z.array(z.string().min(1)).min(1),
  words: spellings,
  answers: spellings,
  digits: z.record(z.string(), digits),
  longDigits: z.record(z.string(), digits),
  punctuation: z.string(),
  ends: z.string(),
  particles: z.string(),
  politeness: z.array(z.strictObject({ before: z.string(), after: z.string() })).min(1),
  opening: z.string().min(1),
  traditional: z
    .string()
    .transform((s) => s.trim().split(/\s+/))
    .pipe(z.array(z.string().length(2)).min(300))
    .transform((pairs) => Object.fromEntries(pairs.map((p) => [p[0]!, p[1]!]))),
})

export function generateEvasion(): string {
  const file = new URL('../rules/evasion.yaml', import.meta.url)
  const tables = schema.parse(parse(readFileSync(file, 'utf8')))
  for (const [word, spellings] of Object.entries({ ...tables.words, ...tables.answers }))
    for (const s of spellings)
      if (changed(word, s) > 2)
        throw new Error(`rules/evasion.yaml: ${s} changes more than two characters of ${word}`)
  return [
    '// Generated from rules/evasion.yaml: do not edit.',
    `export const EVASION = ${JSON.stringify(tables, null, 2)}`,
    '',
  ].join('\n')
}

/** Characters of the word that the spelling does not keep in their order. */
function changed(word: string, spelling: string): number {
  let row = new Array<number>(spelling.length + 1).fill(0)
  for (const c of word) {
    const next = [0]
    for (let j = 1; j <= spelling.length; j++)
      next[j] = c === spelling[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!)
    row = next
  }
  return word.length - row[spelling.length]!
}

async function print(): Promise<void> {
  const [{ createLinter }, { attempts }] = await Promise.all([
    import('../src/index.js'),
    import('../src/rules/mutate.js'),
  ])
  const option = (name: string) =>
    process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined
  const [rule = '', family = ''] = [option('--rule'), option('--family')]
  const linter = createLinter()
  const all = attempts(linter, linter.rules).filter((a) => a.rule.includes(rule) && a.family.includes(family))
  const families = [...new Set(all.map((a) => a.family))]
  for (const a of all)
    if (a.reported !== a.violates) {
      const rewritten = a.chat.map((line, i) => `    ${a.changed.includes(i) ? '*' : ' '} ${line}`)
      console.log(
        [`${a.violates ? 'MISSED' : 'FALSE ALARM'} ${a.rule} (${a.family})`, ...rewritten].join('\n'),
      )
    }
  console.log(`\n${''.padEnd(32)}${families.map((f) => f.padStart(13)).join('')}`)
  for (const id of [...new Set(all.map((a) => a.rule)), '']) {
    const cells = families.map((f) => {
      const here = all.filter((a) => a.family === f && a.rule.includes(id))
      const tried = here.filter((a) => a.violates)
      const alarms = here.filter((a) => !a.violates && a.reported).length
      const score = tried.length ? `${tried.filter((a) => a.reported).length}/${tried.length}` : '-'
      return `${score}${alarms ? ` !${alarms}` : ''}`.padStart(13)
    })
    console.log(`${(id || 'all').padEnd(32)}${cells.join('')}`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await print()
