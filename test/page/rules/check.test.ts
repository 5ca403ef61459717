/** What the page makes of a rule's text, without a browser. */

import { describe, expect, test } from 'vitest'
import { ruleSources } from '../../../src/generated/page-texts.js'
import { createLinter, loadPack } from '../../../src/index.js'
import { messagesFor } from '../../../src/messages/index.js'
import { ruleTemplate } from '../../../src/messages/rule-template.js'
import { rulesTexts } from '../../../src/messages/rules-page.js'
import { checkRule, isRight } from '../../../src/page/rules/check.js'
import { createDrafts } from '../../../src/page/rules/drafts.js'
import { memory } from '../report/helpers.js'

const t = messagesFor('zh-CN')

function judged(text: string) {
  const checked = checkRule(text, t)
  if ('mistake' in checked) throw new Error(checked.mistake.what)
  return checked
}
function mistakeIn(text: string) {
  const checked = checkRule(text, t)
  return 'mistake' in checked ? checked.mistake : undefined
}

test('the page carries the source of every built-in rule', () => {
  const ids = createLinter().rules.map(({ id }) => id)
  expect(Object.keys(ruleSources).sort()).toEqual([...ids].sort())
})

test.each(Object.keys(ruleSources))('%s as it stands: every example comes out right', (id) => {
  const { rule, examples } = judged(ruleSources[id]!)
  expect(rule.id).toBe(id)
  expect(examples.length).toBeGreaterThan(1)
  expect(examples.filter((example) => !isRight(example))).toEqual([])
})

test.each(['zh-CN', 'en'] as const)('the template for a new rule is one that holds, %s', (lang) => {
  const { examples } = judged(ruleTemplate(rulesTexts(lang)))
  expect(examples.map(isRight)).toEqual([true, true, true, true])
})

describe('an edited built-in rule', () => {
  const source = ruleSources['contact/qq']!

  test('is judged alone: what the original would report does not count', () => {
    const { examples } = judged(source.replace(/says: .*/g, 'says: invoice.issue'))
    expect(examples.filter(({ violates, reported }) => violates && reported)).toEqual([])
  })

  test('replaces the original where it is added, as the page says', () => {
    const pack = loadPack([{ path: 'qq.yaml', text: source }], 'mine')
    const { rules } = createLinter({ extraPacks: [pack] })
    expect(rules.filter(({ id }) => id === 'contact/qq').map((rule) => rule.pack)).toEqual(['mine'])
  })

  test('keeps words that were taken out of its own vocabulary, as the page says', () => {
    const id = Object.keys(ruleSources).find((each) => /^lexicon:/m.test(ruleSources[each]!))!
    const without = ruleSources[id]!.replace(/^lexicon:\n(?:[ #].*\n|\n)+/m, '')
    expect(without).not.toContain('lexicon:')
    expect(judged(without).examples.every(isRight)).toBe(true)
  })
})

describe('a mistake is named where it stands', () => {
  const source = ruleSources['contact/qq']!
  const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

  test.each([
    ['a wrong value', 'severity: error', 'severity: eror', 'eror'],
    ['a wrong key', 'basis: note', 'basiss: note', 'basiss'],
    ['an unknown reading', 'says: [contact.qq,', 'says: [contact.qqq,', 'contact.qqq'],
    ['an unknown scope', '[quotation, third-party, warning]', '[quotation, third-partie]', 'third-partie'],
    ['broken YAML', 'needs: [buyerText]', 'needs: [buyerText', 'needs:'],
  ])('%s', (_, right, wrong, part) => {
    const text = source.replace(right, wrong)
    expect(text).not.toBe(source)
    const { line, what, todo } = mistakeIn(text)!
    expect(line).toBe(lineOf(text, part))
    expect([what, todo].every((words) => /\p{Script=Han}/u.test(words))).toBe(true)
  })

  test('nothing at all', () => {
    expect(mistakeIn('')).toMatchObject({ line: 1, column: 1 })
  })
})

describe('drafts', () => {
  test('survive the page, and what another tab wrote stays', () => {
    const store = memory()
    const [here, there] = [createDrafts(store), createDrafts(store)]
    here.set('contact/qq', 'id: a')
    there.set('own:1', 'id: b')
    const later = createDrafts(store)
    expect([later.get('contact/qq'), later.get('own:1')]).toEqual(['id: a', 'id: b'])
    expect(here.create()).toBe('own:2')
    later.set('contact/qq')
    expect(createDrafts(store).get('contact/qq')).toBeUndefined()
  })

  test('say so where the browser keeps nothing', () => {
    const drafts = createDrafts({ available: false, read: () => null, write: () => false })
    drafts.set('own:1', 'id: a')
    expect([drafts.kept(), drafts.get('own:1')]).toEqual([false, 'id: a'])
  })

  test('a damaged store is an empty one', () => {
    const store = memory()
    store.write('kefulint.rules', '{"own:1": 3, "own:2": "id: c"')
    expect(createDrafts(store).own()).toEqual([])
  })
})
