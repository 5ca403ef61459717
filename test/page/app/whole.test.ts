/** The three views in the one file that people get. */

import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noChromium } from '../../browser.js'
import { acts, openPages } from './page.js'

const demo = 'fixtures/demo/山鹿家居-聊天记录.txt'

describe.skipIf(noChromium)('the whole page', () => {
  let pages: Awaited<ReturnType<typeof openPages>>
  let page: Page
  beforeAll(async () => {
    pages = await openPages()
  })
  afterAll(() => pages?.close())
  beforeEach(async () => {
    page = await pages.open()
  })
  afterEach(() => pages.leave())

  const tab = (name: string) => page.locator('nav').getByText(name, { exact: true }).click()

  test('a file that is dropped becomes its report', async () => {
    await tab('查我的文件')
    const base64 = readFileSync(demo).toString('base64')
    await page.locator('.dropzone').evaluate((zone, bytes) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], '聊天记录.txt'))
      for (const type of ['dragenter', 'dragover', 'drop'])
        zone.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
    }, base64)
    await expect.poll(() => page.locator('.conclusion').textContent()).toMatch(/3 段会话.*4 处违规.*16 分/s)
  })

  test('a rule that is changed fires otherwise at once', async () => {
    await tab('规则')
    await page.getByText('拒开发票', { exact: true }).click()
    const yaml = page.locator('.rules textarea').first()
    await expect.poll(() => yaml.inputValue()).toContain('id: invoice/refusal')
    const outcomes = () => page.locator('.outcomes').innerText()
    await expect.poll(outcomes).toMatch(/\d+ 个例子都对/)
    const text = await yaml.inputValue()
    // what is a refusal is turned round: every example that depends on it comes out otherwise
    await yaml.fill(text.replace('polarity: "no"', 'polarity: "yes"'))
    await expect.poll(outcomes).toMatch(/个例子里有 \d+ 个不对/)
    await yaml.fill(text)
    await expect.poll(outcomes).toMatch(/\d+ 个例子都对/)
  })

  test('what was typed in one view is still there after a look at another', async () => {
    const chat = acts(page)
    await chat.write('有发票吗')
    await tab('规则')
    await tab('对话演练')
    expect(await chat.field.inputValue()).toBe('有发票吗')
  })
})
