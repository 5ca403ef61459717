/** The lines in the composer stand under their words: the unseen copy is set exactly as the field is. */

import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noChromium } from '../../browser.js'
import { acts, openPages } from './page.js'

const TEXTS = [
  '亲放心，今天一定发货，周三肯定能到，到不了您打我手机 13800000000 找我就行了，我给您处理',
  // dashes take their width from the script around them, line by line
  '……😀，到不了您打我手机，周三肯定能到\n—— ！！！！',
  '—— 　1️⃣，， 13800000000 \n《规则》😀',
  'AVATAR QQ 2233445566( 3.5 kg )“好的”e-mail ﬁ——没有发票',
  '没有发票\n\n\n加我 QQ 2233445566\n',
  '没有发票'.repeat(60),
]

let pages: Awaited<ReturnType<typeof openPages>>
let page: Page
let at: ReturnType<typeof acts>

describe.skipIf(noChromium)('the composer', () => {
  beforeAll(async () => {
    pages = await openPages()
  })
  afterAll(() => pages?.close())
  beforeEach(async () => {
    page = await pages.open()
    at = acts(page)
    await at.as('客服')
  })
  afterEach(() => pages.leave())

  test.each([320, 417, 1280])(
    'shows the same with the copy in place of the field, %i wide',
    async (width) => {
      await page.setViewportSize({ width, height: 844 })
      const layers = page.locator('.layers')
      const shot = async (shown: 'copy' | 'field') => {
        await page.evaluate((what) => {
          const [copy, lines, field] = Array.from(document.querySelectorAll<HTMLElement>('.layers > *'))
          copy!.style.visibility = what === 'copy' ? 'visible' : 'hidden'
          field!.style.visibility = what === 'field' ? 'visible' : 'hidden'
          lines!.style.visibility = 'hidden'
        }, shown)
        const pixels = await layers.screenshot()
        await page.evaluate(() => {
          for (const layer of Array.from(document.querySelectorAll('.layers > *')))
            layer.removeAttribute('style')
        })
        return pixels
      }
      for (const text of TEXTS) {
        await at.field.fill(text)
        await at.field.blur()
        const field = await shot('field')
        expect([text, field.equals(await shot('copy'))]).toEqual([text, true])
        expect(await at.field.evaluate((e) => e.scrollHeight === e.clientHeight)).toBe(true)
      }
    },
  )

  test('the line follows its words when they break elsewhere', async () => {
    await at.field.fill('亲放心，我们这边今天一定发货的，没有发票哦')
    await expect.poll(() => at.cards.count()).toBe(2)
    const words = await at.underlined()
    await page.setViewportSize({ width: 320, height: 844 })
    await expect.poll(async () => (await at.underlined()).join('')).toBe(words.join(''))
  })

  test('a long draft scrolls, and the place of writing stays in sight', async () => {
    await at.field.pressSequentially('第一行')
    for (let i = 0; i < 20; i++) await page.keyboard.press('Shift+Enter')
    await at.field.pressSequentially('没有发票')
    await expect.poll(() => at.cards.count()).toBe(1)
    const box = (await page.locator('.writing').boundingBox())!
    const line = (await page.locator('.lines i').boundingBox())!
    expect(line.y).toBeGreaterThan(box.y)
    expect(line.y + line.height).toBeLessThan(box.y + box.height)
  })
})
