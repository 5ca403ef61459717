import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { docFiles } from '../../scripts/docs.js'
import { ruleMarkdown } from '../../scripts/rule-markdown.js'
import { createLinter, schedules } from '../../src/index.js'
import { messagesFor } from '../../src/messages/index.js'
import { rulePage } from '../../src/report/rule-page.js'
import { kefulint } from '../cli/run.js'

const { rules } = createLinter()
const ruleCalled = (id: string) => rules.find((rule) => rule.id === id)!
const page = (id: string, lang: 'zh-CN' | 'en' = 'en') =>
  Object.fromEntries(
    rulePage(ruleCalled(id), schedules, messagesFor(lang)).sections.map(({ title, text, chats }) => [
      title,
      text ?? chats,
    ]),
  )
const note = 'cost · The penalties of the note for Tmall customer service, as printed (note)'
const platform = "cost · The platform's rules, from public copies (platform)"

describe('a rule is explained', () => {
  test('in all its parts, in both languages', () => {
    for (const rule of rules) {
      for (const lang of ['zh-CN', 'en'] as const) {
        const sections = Object.values(page(rule.id, lang))
        expect(sections).toHaveLength(5 + schedules.length)
        for (const section of sections) expect(section?.length).toBeGreaterThan(0)
      }
    }
  })

  test('with its cost under each schedule, where the figure is from, and how it is charged', () => {
    const shown = page('delivery/guaranteed-date')
    expect(shown[note]).toEqual(
      expect.arrayContaining([
        'payout up to ¥500',
        'the payout is 30 % of what was paid, at most ¥500',
        'charged once an order, however often it is said',
        expect.stringMatching(/^source: .* · confidence medium$/),
      ]),
    )
    expect(shown[platform]).toContain(
      'the payout is 30 % of what was paid, without freight, at least ¥5, at most ¥500',
    )
    expect(page('invoice/refusal')[note]).toContain('6 points · deposit ¥10,000')
  })

  test('a rule of one’s own has no figure', () => {
    const own = { ...ruleCalled('invoice/refusal'), id: 'shop/own' }
    const { sections } = rulePage(own, schedules, messagesFor('en'))
    expect(sections[2]?.text).toEqual(['the schedule has no figure'])
  })

  test('with examples that say what was known and which line is judged', () => {
    const { violates } = page('contact/phone')
    expect(violates).toContainEqual(['(order.status = unpaid)', expect.stringMatching(/^agent: /)])
    expect(violates?.flat()).toContainEqual(expect.stringContaining('← the one judged'))
  })
})

test('the terminal and the documentation say the same', async () => {
  const { out } = await kefulint(['rules', 'delivery/guaranteed-date', '--lang', 'zh-CN'])
  const { sections } = rulePage(ruleCalled('delivery/guaranteed-date'), schedules, messagesFor('zh-CN'))
  const markdown = ruleMarkdown(ruleCalled('delivery/guaranteed-date'), schedules, messagesFor('zh-CN'))
  for (const { title, text = [], chats = [] } of sections) {
    for (const part of [title, ...text, ...chats.flat()]) {
      expect(out).toContain(part)
      expect(markdown).toContain(part)
    }
  }
})

test('what could be markup is not', () => {
  const rule = { ...ruleCalled('contact/qq'), explanation: { zh: 'x', en: 'a <b> *c* | [d](e) `f`' } }
  expect(ruleMarkdown(rule, schedules, messagesFor('en'))).toContain(
    'a \\<b\\> \\*c\\* \\| \\[d\\](e) \\`f\\`',
  )
})

test('docs/rules is current: npm run docs writes it', () => {
  const folder = join(import.meta.dirname, '..', '..', 'docs', 'rules')
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')])
  const files = docFiles()
  expect(Object.fromEntries(written)).toEqual(files)
  expect(Object.keys(files)).toHaveLength(2 * (rules.length + 1))
  for (const [path, text] of written)
    if (path?.startsWith('README'))
      for (const [, link] of text!.matchAll(/\]\(([^)]+)\)/g)) expect(files).toHaveProperty([link!])
})
