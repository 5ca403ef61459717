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
