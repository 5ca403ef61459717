/** Documentation of the rules from the rules themselves. `npm run docs` writes it; a test sees that it is current. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createLinter, schedules } from '../src/index.js'
import { messagesFor } from '../src/messages/index.js'
import { indexMarkdown, ruleMarkdown } from './rule-markdown.js'

/** By path under docs/rules. Chinese; the English page stands beside it. */
export function docFiles(): Record<string, string> {
  const { rules } = createLinter()
  const files: Record<string, string> = {}
  for (const [lang, extension] of [
    ['zh-CN', 'md'],
    ['en', 'en.md'],
  ] as const) {
    const messages = messagesFor(lang)
    files[`README.${extension}`] = indexMarkdown(rules, schedules, messages, ({ id }) => `${id}.${extension}`)
    for (const rule of rules) files[`${rule.id}.${extension}`] = ruleMarkdown(rule, schedules, messages)
  }
  return files
}

if (process.argv[1] === import.meta.filename) {
  const folder = join(import.meta.dirname, '..', 'docs', 'rules')
  rmSync(folder, { recursive: true, force: true })
  for (const [path, text] of Object.entries(docFiles())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}
