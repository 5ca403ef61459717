/** Tabs, and the address that leads to them. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noChromium, openBrowser } from '../../browser.js'

const folder = mkdtempSync(join(tmpdir(), 'kefulint-shell-'))
const url = pathToFileURL(join(folder, 'shell.html')).href
let browser: Awaited<ReturnType<typeof openBrowser>>
let page: Page

describe.skipIf(noChromium)('the shell', () => {
  beforeAll(async () => {
    const { outputFiles } = buildSync({
      entryPoints: [fileURLToPath(new URL('two-views.ts', import.meta.url))],
      bundle: true,
      write: false,
      charset: 'utf8',
    })
    const script = outputFiles[0]!.text.replaceAll('</script', '<\\/script')
    writeFileSync(
      join(folder, 'shell.html'),
      `<!doctype html><meta charset="utf-8"><div id="app"></div><script>${script}</script>`,
    )
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    page = await browser.context.newPage()
  })

  const shown = () => page.locator('.view:visible').textContent()
  const current = () => page.locator('nav [aria-current=page]').textContent()

  test('shows the first view where the address names none, or none that there is', async () => {
    await page.goto(url)
    expect([await shown(), await current()]).toEqual(['对话演练 1', '对话演练'])
    await page.goto(`${url}#nowhere`)
    expect(await shown()).toBe('对话演练 1')
  })

  test('the address leads to a view, a tab to the address, and the way back back', async () => {
    await page.goto(`${url}#rules`)
    expect([await shown(), await current(), await page.title()]).toEqual([
      '规则 1',
      '规则',
      '规则 · 客服话术检查',
    ])
    await page.getByRole('link', { name: '对话演练' }).click()
    expect([await shown(), page.url()]).toEqual(['对话演练 1', `${url}#chat`])
    await page.goBack()
    // a view is made once and then kept
    expect(await shown()).toBe('规则 1')
  })

  test('the skip link goes to the content without changing the view', async () => {
    await page.goto(`${url}#rules`)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    expect(page.url()).toBe(`${url}#rules`)
  })

  test('a change of language makes the view anew and stays where one is', async () => {
    await page.goto(`${url}#rules`)
    await page.getByRole('button', { name: '切换到英文' }).click()
    expect([await shown(), await current()]).toEqual(['Rules 2', 'Rules'])
    await page.getByRole('button', { name: 'Switch to Chinese' }).click()
    expect(await shown()).toBe('规则 3')
  })
})
