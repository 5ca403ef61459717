/** Debian's Chromium for tests of pages, with nothing of it reaching for a network. */

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Only a developer without Chromium may go without these tests: CI has to have it. */
export const noChromium = !existsSync(CHROMIUM) && !process.env.CI
if (noChromium)
  console.warn(
    `\n!!! No ${CHROMIUM}: the pages are NOT tested in a browser. apt-get install chromium fonts-noto-cjk, or set CHROMIUM.\n`,
  )

const isLocal = (url: string) => /^(?:file|data|blob):/.test(url)

/** One page, in which the tests of a file load theirs one after another: a new one costs a process of Chromium each time. */
export async function onePage(context: BrowserContext, allowed = isLocal) {
  const complaints: string[] = []
  const page = await context.newPage()
  const size = page.viewportSize()!
  page.on('console', (message) => void complaints.push(message.text()))
  page.on('pageerror', (error) => void complaints.push(String(error)))
  page.on('request', (request) => {
    if (!allowed(request.url())) complaints.push(request.url())
  })
  page.on('websocket', (socket) => void complaints.push(socket.url()))
  return {
    page,
    /** What it complained of, and what it asked a network for, since this was last asked. */
    complaints: () => complaints.splice(0),
    /** Leaves nothing to the next test, and tells the complaints. */
    async reset(): Promise<string[]> {
      await page.evaluate(() => localStorage.clear())
      await page.goto('about:blank')
      await page.emulateMedia({ colorScheme: 'light', media: null })
      await page.setViewportSize(size)
      return complaints.splice(0)
    },
  }
}

export async function openBrowser(): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), 'kefulint-chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    acceptDownloads: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  return {
    context,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
