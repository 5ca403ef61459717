/** Chinese is typed through an input method: what is not yet chosen is neither judged nor sent. */

import type { CDPSession, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noChromium } from '../../browser.js'
import { acts, openPages } from './page.js'

/** Longer than any wait of the page before it judges. */
const SETTLED = 600

let pages: Awaited<ReturnType<typeof openPages>>
let page: Page
let cdp: CDPSession
let at: ReturnType<typeof acts>

describe.skipIf(noChromium)('an input method', () => {
  beforeAll(async () => {
    pages = await openPages()
  })
  afterAll(() => pages?.close())
  beforeEach(async () => {
    page = await pages.open()
    at = acts(page)
    cdp = await page.context().newCDPSession(page)
    await at.as('客服')
    await at.field.focus()
  })
  afterEach(() => pages.leave())

  const compose = (text: string) =>
    cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  const choose = (text: string) => cdp.send('Input.insertText', { text })
  const verdict = () => page.locator('.draft').getAttribute('data-verdict')

  test('nothing is judged until the words are chosen', async () => {
    for (const text of ['m', 'mei', 'meiyou', '没有发票']) await compose(text)
    expect(await at.field.inputValue()).toBe('没有发票')
    await page.waitForTimeout(SETTLED)
    expect([await verdict(), await at.cards.count(), await at.underlined(), await at.heard()]).toEqual([
      'none',
      0,
      [],
      '',
    ])
    await choose('没有发票')
    await expect.poll(verdict).toBe('error')
    expect(await at.underlined()).toHaveLength(1)
  })

  test('a verdict stands while more is being composed, and follows once it is chosen', async () => {
    await at.write('没有发票')
    await expect.poll(verdict).toBe('error')
    const [before] = await at.underlined()
    await compose('de')
    await page.waitForTimeout(SETTLED)
    expect([await verdict(), await at.underlined()]).toEqual(['error', [before]])
    await choose('的话我们可以补开')
    await expect.poll(verdict).toBe('clean')
  })

  test('Enter within a composition takes the letters and sends nothing', async () => {
    await compose('meiyou')
    // as systems tell of it: with the code of a key that an input method took, and with the key's own
    for (const code of [229, 13])
      await cdp.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Enter',
        code: 'Enter',
        windowsVirtualKeyCode: code,
      })
    await page.waitForTimeout(SETTLED)
    expect([await at.bubbles.count(), await verdict()]).toEqual([0, 'none'])
    await choose('没有发票')
    expect(await at.bubbles.count()).toBe(0)
    await at.send()
    expect(await at.bubbles.allTextContents()).toEqual(['没有发票'])
    expect(await at.sent.count()).toBe(1)
  })

  test('composing in the middle moves the lines with their words', async () => {
    await at.write('没有发票的哦')
    await expect.poll(verdict).toBe('error')
    const before = await at.underlined()
    await page.keyboard.press('Home')
    await compose('亲亲')
    expect(await at.underlined()).toEqual(before)
  })
})
