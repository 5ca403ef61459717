/** Texts that the page carries as they stand: the YAML of the rules, an invented chat to try it with. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parse } from 'yaml'

const root = new URL('..', import.meta.url).pathname
const SAMPLE = 'fixtures/demo/山鹿家居-聊天记录.txt'

const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** By the rule's id. */
function ruleSources(): Record<string, string> {
  const files = ['tmall', 'extension', 'service'].flatMap((pack) =>
    readdirSync(join(root, 'rules', pack), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml') && entry.name !== 'pack.yaml')
      .map((entry) => relative(root, join(entry.parentPath, entry.name))),
  )
  return Object.fromEntries(
    files.sort().map((path) => {
      // where the schema lies is true for the file, not for the text in a page
      const text = read(path).replace(/^# yaml-language-server: .*\n/, '')
      return [(parse(text) as { id: string }).id, text]
    }),
  )
}

export function generatePageTexts(): string {
  const sample = { name: SAMPLE.replace(/^.*\//, ''), text: read(SAMPLE) }
  return `export const sample: { name: string; text: string } = ${JSON.stringify(sample)}
export const ruleSources: Record<string, string> = ${JSON.stringify(ruleSources())}
`
}
