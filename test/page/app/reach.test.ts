/** One file, no network; on a phone and on a desktop; for eyes, fingers, keys and screen readers. */

import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { noChromium } from '../../browser.js'
import { expectNamed } from '../names.js'
import { acts, openPages } from './page.js'

let pages: Awaited<ReturnType<typeof openPages>>
let page: Page

describe.skipIf(noChromium)('the page', () => {
  beforeAll(async () => {
    pages = await openPages()
  })
  afterAll(() => pages?.close())
  afterEach(() => pages.leave())

  async function withFindings(width: number, height: number) {
    page = await pages.open(width, height)
    const at = acts(page)
    await at.example('qq')
    await at.field.press('Enter')
    await at.field.fill('周三肯定能到，没有发票')
    await expect.poll(() => at.cards.count()).toBe(2)
    await at.send()
    // of every severity there is
    await at.field.fill('今天拍下今天安排，这是全网最好的')
    await expect.poll(() => page.locator('.draft .warn, .draft .info').count()).toBe(2)
    await at.sent.first().locator('summary').click()
  }

  test('holds all it needs and lets nothing else run', async () => {
    page = await pages.open()
    expect(pages.html).not.toMatch(/(?:src|href)="(?!data:)/)
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
    expect(policy).toMatch(/default-src 'none'.*script-src 'sha256-[^']+'; style-src 'sha256-[^']+'/)
    expect(policy).toContain("connect-src 'none'")
    expect(policy).not.toContain('unsafe')
    const reached = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'reached',
        () => 'refused',
      ),
    )
    expect(reached).toBe('refused')
    expect(await page.evaluate(() => performance.getEntriesByType('resource').length)).toBe(0)
    expect(pages.complaints().join('\n')).toContain("connect-src 'none'")
  })

  describe.each([
    ['desktop', 1280, 800],
    ['tablet', 820, 1180],
    ['phone', 390, 844],
    ['small phone', 320, 568],
  ])('on a %s', (_, width, height) => {
    test('nothing runs over the edge and all text is legible, light and dark', async () => {
      await withFindings(width, height)
      const paper = new Set<string>()
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const size = await page.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement
          return [scrollWidth, scrollHeight]
        })
        expect([colorScheme, ...size]).toEqual([colorScheme, width, height])
        expect([colorScheme, await paleTexts(page.locator('body'))]).toEqual([colorScheme, []])
        paper.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor))
      }
      expect(paper.size).toBe(2)
    })
  })

  test('on a phone every target is big enough for a finger', async () => {
    await withFindings(390, 844)
    await page.getByRole('button', { name: '情形' }).click()
    const small = await page
      .locator('button:visible, select:visible, summary:visible, textarea:visible, label:has(input):visible')
      .evaluateAll((targets) =>
        targets
          .filter((target) => {
            const { width, height } = target.getBoundingClientRect()
            return width > 1 && (width < 44 || height < 44)
          })
          .map((target) => target.outerHTML.slice(0, 80)),
      )
    expect(small).toEqual([])
  })

  test('on a phone the end of the chat stays in sight beside the verdict', async () => {
    page = await pages.open(390, 844)
    const at = acts(page)
    for (let i = 0; i < 12; i++) {
      await at.field.fill(`第 ${i} 句`)
      await at.send()
    }
    await at.as('客服')
    await at.write('没有发票')
    await expect.poll(() => at.cards.count()).toBe(1)
    const bottom = async (what: Locator) => {
      const { y, height } = (await what.boundingBox())!
      return y + height
    }
    await expect
      .poll(async () => (await bottom(at.bubbles.last())) - (await bottom(page.getByRole('log'))))
      .toBeLessThan(0)
  })

  test('on a phone the situation opens above the chat and closes again', async () => {
    await withFindings(390, 844)
    const open = page.getByRole('button', { name: '情形' })
    expect(await page.getByLabel('订单状态').isVisible()).toBe(false)
    await open.click()
    expect(await open.getAttribute('aria-expanded')).toBe('true')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('situation')
    const before = await page.locator('.finding.sent').count()
    await page.getByLabel('订单状态').selectOption('paid')
    // the telephone number may be given now
    expect(await page.locator('.finding.sent').count()).toBe(before - 1)
    await open.click()
    expect(await page.getByLabel('订单状态').isVisible()).toBe(false)
  })

  test('every control has a name, headings skip no level, and the parts are landmarks', async () => {
    await withFindings(1280, 800)
    await expectNamed(page)
    for (const landmark of ['banner', 'main', 'log', 'status', 'radiogroup', 'toolbar'] as const)
      expect([landmark, await page.getByRole(landmark).count()]).toEqual([landmark, 1])
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('the tab key goes as the eye does: chat, field, verdict, situation', async () => {
    await withFindings(1280, 800)
    const stops: string[] = []
    await page.getByRole('combobox', { name: '例子' }).focus()
    for (let i = 0; i < 30; i++) {
      stops.push(
        await page.evaluate(
          () =>
            document.activeElement!.closest('.acts, .chat-body, .composer, .draft, .situation')
              ?.classList[0] ?? '',
        ),
      )
      await page.keyboard.press('Tab')
    }
    const order = stops.filter((stop, i) => stop !== stops[i - 1] && stop !== '')
    expect(order.slice(0, 5)).toEqual(['acts', 'chat-body', 'composer', 'draft', 'situation'])
  })

  test('light and dark can be chosen, and stay chosen', async () => {
    page = await pages.open()
    await page.emulateMedia({ colorScheme: 'light' })
    await page.getByRole('button', { name: '换成深色' }).click()
    await page.reload()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  })
})

/** Texts whose contrast with what lies behind them is below 4.5 : 1. */
function paleTexts(within: Locator): Promise<string[]> {
  return within.evaluate((body) => {
    const parts = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
    const luminance = (colour: string) => {
      const [r = 0, g = 0, b = 0] = parts(colour).map((v) => {
        const c = v / 255
        return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const pale: string[] = []
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
      const element = text.parentElement!
      if (!text.textContent!.trim() || element.closest('script, option, :disabled, .copy, .unseen')) continue
      const { visibility, color } = getComputedStyle(element)
      if (visibility === 'hidden' || element.getClientRects().length === 0) continue
      let behind: Element = element
      while ((parts(getComputedStyle(behind).backgroundColor)[3] ?? 1) === 0 && behind.parentElement)
        behind = behind.parentElement
      const [light = 0, dark = 0] = [
        luminance(color),
        luminance(getComputedStyle(behind).backgroundColor),
      ].sort((a, b) => b - a)
      const contrast = (light + 0.05) / (dark + 0.05)
      if (contrast < 4.5) pale.push(`${contrast.toFixed(2)} ${element.className} ${text.textContent}`)
    }
    return pale
  })
}
