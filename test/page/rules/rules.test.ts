/** Rules in Chromium: found, read, changed by real keys, tried with a sentence. */

import { readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createLinter } from '../../../src/index.js'
import { noChromium, onePage, openBrowser } from '../../browser.js'
import { viewPage } from '../views/build.js'

let browser: Awaited<ReturnType<typeof openBrowser>>
let file: string
let only: Awaited<ReturnType<typeof onePage>>
let page: Page

describe.skipIf(noChromium)('rules in the page', () => {
  beforeAll(async () => {
    file = await viewPage('rules')
    browser = await openBrowser()
    only = await onePage(browser.context)
    page = only.page
    page.setDefaultTimeout(10_000)
  })
  afterAll(async () => {
    await browser?.close()
    if (file) rmSync(dirname(file), { recursive: true, force: true })
  })
  beforeEach(async () => {
    await page.goto(pathToFileURL(file).href)
  })
  afterEach(async () => {
    expect(await only.reset()).toEqual([])
  })

  const items = () => page.locator('.rule-item')
  const open = (id: string) => page.locator('.rule-item', { hasText: id }).click()
  const yaml = () => page.getByLabel('规则的 YAML')
  const tally = () => page.locator('.tally')
  const wrongOnes = () => page.locator('.examples > .wrong')
  const mistake = () => page.locator('.mistake')

  /** Selects a part of the text and types over it. */
  async function retype(part: string, by: string) {
    await yaml().evaluate((field: HTMLTextAreaElement, words) => {
      const at = field.value.indexOf(words)
      field.focus()
      field.setSelectionRange(at, at + words.length)
    }, part)
    await page.keyboard.type(by)
  }

  test('every rule is listed by topic, with what it costs', async () => {
    const { rules } = createLinter()
    expect(await items().count()).toBe(rules.length)
    const refusal = await page.locator('.rule-item', { hasText: 'invoice/refusal' }).textContent()
    expect(refusal).toContain('拒开发票')
    expect(refusal).toContain('6 分')
    expect(await page.getByRole('heading', { name: '发票' }).count()).toBe(1)
  })

  test('the search finds by name, clause and what is said in examples', async () => {
    await page.getByLabel('搜索规则').fill('企鹅')
    expect((await items().allTextContents()).some((text) => text.includes('contact/qq'))).toBe(true)
    expect(await items().count()).toBeLessThan(5)
    await page.getByLabel('搜索规则').fill('没有这样的规则')
    await page.getByText('没有符合的规则').waitFor()
  })

  test('a rule tells meaning, clause, costs and what to say, and how its examples come out', async () => {
    await open('contact/qq')
    const about = await page.locator('.about').innerText()
    for (const part of ['含义', '条款', '代价', '改说', '规则防范', '保证金']) expect(about).toContain(part)
    const { examples } = createLinter().rules.find(({ id }) => id === 'contact/qq')!
    const all = examples.violates.length + examples.complies.length
    await expect.poll(() => tally().textContent()).toBe(`${all} 个例子都对`)
    expect(await page.locator('.examples > li').count()).toBe(all)
    expect(await page.locator('.examples mark.error').count()).toBe(examples.violates.length)
  })

  test('typing over a part of the rule flips an example, and back', async () => {
    await open('contact/qq')
    await expect.poll(() => wrongOnes().count()).toBe(0)
    await retype('A: 有的呀', 'A: 没有呢')
    await expect.poll(() => wrongOnes().count()).toBe(1)
    expect(await wrongOnes().innerText()).toMatch(/不对\s+没有报/)
    expect(await tally().textContent()).toMatch(/里有 1 个不对/)
    await retype('A: 没有呢', 'A: 有的呀')
    await expect.poll(() => wrongOnes().count()).toBe(0)
  })

  test('a mistake is shown at its line, in plain words, and one click leads there', async () => {
    await open('contact/qq')
    await retype('severity: error', 'severity: eror')
    await mistake().waitFor()
    expect(await mistake().innerText()).toContain('第 2 行')
    expect(await page.locator('.gutter .wrong').textContent()).toBe('2')
    expect(await yaml().getAttribute('aria-invalid')).toBe('true')
    // What held before stays in view, and is said to be that.
    expect(await page.locator('.examples > li').count()).toBeGreaterThan(2)
    await page.getByText('例子显示的是出错之前的结果').waitFor()
    await mistake().getByRole('button').click()
    const at = await yaml().evaluate((field: HTMLTextAreaElement) => {
      return field.value.slice(0, field.selectionStart).split('\n').length
    })
    expect(at).toBe(2)
    await retype('severity: eror', 'severity: error')
    await expect.poll(() => mistake().count()).toBe(0)
    expect(await page.locator('.gutter .wrong').count()).toBe(0)
  })

  test('a sentence of one’s own: this rule, the others, and what was understood', async () => {
    await open('contact/qq')
    await page.getByLabel('买家先问').fill('可以开发票吗')
    await page.getByLabel('客服说').fill('开不了发票，您加QQ 2233445566 聊')
    const answer = page.locator('.try-answer')
    await expect.poll(() => answer.locator('mark').allTextContents()).not.toEqual([])
    expect(await answer.innerText()).toContain('这条规则报了')
    expect(await answer.innerText()).toContain('拒开发票')
    expect(await answer.locator('.instead').innerText()).toMatch(/改说\s*\S/)
    await answer.getByText('程序把它理解为').click()
    expect(await answer.locator('.understood').innerText()).toContain('contact.qq')
    await page.getByLabel('客服说').fill('我们在旺旺上聊')
    await expect.poll(() => answer.innerText()).toContain('这条规则没有报')
  })

  test('a rule of one’s own begins with a template that holds, and is saved as a file', async () => {
    await page.getByRole('button', { name: '新写一条' }).click()
    await expect.poll(() => tally().textContent()).toBe('4 个例子都对')
    await retype('no-lifetime-warranty', 'no-free-cleaning')
    await page.locator('.rule-item', { hasText: 'shop/no-free-cleaning' }).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 YAML' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('no-free-cleaning.yaml')
    const saved = readFileSync((await download.path())!, 'utf8')
    expect(saved).toBe(await yaml().inputValue())
  })

  test('what was typed is there after leaving the rule, after reloading, and in the other language', async () => {
    await open('contact/qq')
    await retype('severity: error', 'severity: warn')
    await open('invoice/refusal')
    await page.reload()
    await open('contact/qq')
    expect(await yaml().inputValue()).toContain('severity: warn')
    await page.getByText('改动记在这个浏览器里').waitFor()
    await page.evaluate(() => (window as unknown as { speak(lang: string): void }).speak('en'))
    expect(await page.getByLabel('YAML of the rule').inputValue()).toContain('severity: warn')
    await page.getByRole('button', { name: 'Restore the original' }).click()
    expect(await page.getByLabel('YAML of the rule').inputValue()).toContain('severity: error')
  })

  test('one’s own rule is deleted by two presses only', async () => {
    await page.getByRole('button', { name: '新写一条' }).click()
    const remove = page.getByRole('button', { name: /删掉/ })
    await remove.click()
    expect(await page.locator('.rule-item', { hasText: 'shop/' }).count()).toBe(1)
    await remove.click()
    expect(await page.locator('.rule-item', { hasText: 'shop/' }).count()).toBe(0)
  })

  test('Tab goes through the field and changes nothing in it', async () => {
    await open('contact/qq')
    await yaml().focus()
    const before = await yaml().inputValue()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON')
    await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('yaml')
    expect(await yaml().inputValue()).toBe(before)
  })

  test('on a phone list and rule take turns', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open('payment/cod-refusal')
    expect(await page.locator('.catalogue').isVisible()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('货到付款')
    await page.getByRole('button', { name: '返回规则列表' }).click()
    expect(await page.locator('.catalogue').isVisible()).toBe(true)
    expect(await page.locator('.rule-pane').isVisible()).toBe(false)
  })

  test.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)('nothing runs over the edge at %i, %s', async (width, colorScheme) => {
    await page.setViewportSize({ width, height: 844 })
    await page.emulateMedia({ colorScheme })
    const across = () => page.evaluate(() => document.documentElement.scrollWidth)
    expect(await across()).toBe(width)
    await open('delivery/unhedged-date')
    await page.getByLabel('客服说').fill('一'.repeat(200))
    expect(await across()).toBe(width)
  })
})
