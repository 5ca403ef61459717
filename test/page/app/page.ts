/** The page as built, opened from disk as by double click; it must ask for nothing and complain of nothing. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { buildPage } from '../../../scripts/page.js'
import { onePage, openBrowser } from '../../browser.js'

export async function openPages() {
  const folder = mkdtempSync(join(tmpdir(), 'kefulint-page-'))
  const file = join(folder, 'kefulint.html')
  const html = await buildPage()
  writeFileSync(file, html)
  const url = pathToFileURL(file).href
  const { context, close } = await openBrowser()
  await context.setOffline(true)
  const { page, complaints, reset } = await onePage(
    context,
    (asked) => asked === url || asked.startsWith('data:'),
  )
  page.setDefaultTimeout(8000)

  return {
    html,
    url,
    async open(width = 1280, height = 800): Promise<Page> {
      await page.setViewportSize({ width, height })
      await page.goto(url)
      return page
    },
    complaints,
    async leave() {
      expect(await reset()).toEqual([])
    },
    async close() {
      await close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What tests do and look at, by the names that people see. */
export function acts(page: Page) {
  const field = page.getByRole('textbox', { name: /买家说|客服回复/ })
  return {
    field,
    as: (side: '买家' | '客服') => page.locator('.sides label', { hasText: side }).click(),
    write: (text: string) => field.pressSequentially(text),
    send: () => page.keyboard.press('Enter'),
    example: (name: string) => page.getByRole('combobox', { name: '例子' }).selectOption(name),
    cards: page.locator('.draft article'),
    bubbles: page.locator('.bubble'),
    sent: page.locator('.finding.sent'),
    total: page.getByRole('region', { name: '这段对话的代价' }),
    heard: () => page.getByRole('status').textContent(),
    /** The words under which a line stands in the composer. */
    underlined: () =>
      page.evaluate(() => {
        const copy = document.querySelector('.copy')!
        return Array.from(document.querySelectorAll('.lines i'), (line) => {
          const box = line.getBoundingClientRect()
          let words = ''
          const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT)
          for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
            for (let i = 0; i < text.textContent!.length; i++) {
              const range = document.createRange()
              range.setStart(text, i)
              range.setEnd(text, i + 1)
              const { left, width, top, height } = range.getBoundingClientRect()
              const x = left + width / 2
              const y = top + height / 2
              if (x > box.left && x < box.right && y > box.top && y < box.bottom)
                words += text.textContent![i]
            }
          }
          return words
        })
      }),
  }
}
