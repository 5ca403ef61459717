import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noChromium, onePage, openBrowser } from '../browser.js'

describe.skipIf(noChromium)('the send button, opened as a file', () => {
  let browser: { context: BrowserContext; close(): Promise<void> }
  let page: Page
  let only: Awaited<ReturnType<typeof onePage>>
  beforeAll(async () => {
    browser = await openBrowser()
    only = await onePage(browser.context, (url) => url.startsWith('file:'))
    page = only.page
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    await page.goto(pathToFileURL('examples/send-button/index.html').href)
  })
  afterEach(async () => {
    expect(await only.reset()).toEqual([])
  })
  const type = (text: string) => page.locator('#draft').pressSequentially(text)
  const sent = () => page.locator('#chat .agent').allTextContents()

  test('sends what is clean at once', async () => {
    await type('可以开发票的')
    await page.click('#send')
    expect(await sent()).toEqual(['可以开发票的'])
  })

  test('holds a violation back, with its cost, and sends it when told again', async () => {
    await type('没有的')
    await expect.poll(() => page.locator('#verdict').textContent()).toMatch(/拒开发票.*没有.*6 分.*¥10000/)
    await page.click('#send')
    expect(await sent()).toEqual([])
    expect(await page.locator('#send').textContent()).toBe('仍要发送')
    await page.click('#send')
    expect(await sent()).toEqual(['没有的'])
  })

  test('one click says it rightly', async () => {
    await type('没有的')
    await page.click('#verdict button')
    await page.click('#send')
    const [text] = await sent()
    expect(text).toContain('可以开发票')
  })

  test('payment changes the verdict', async () => {
    await type('我电话13800000000')
    await expect.poll(() => page.locator('#verdict').textContent()).toContain('13800000000')
    await page.check('#paid')
    await expect.poll(() => page.locator('#verdict').textContent()).toBe('')
  })
})
