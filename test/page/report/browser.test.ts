/** The report in a browser, as it is opened by double click. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { noChromium, onePage, openBrowser } from '../../browser.js'
import { kefulint } from '../../cli/run.js'
import { expectNamed } from '../names.js'
import { manyFindings } from './many.js'

const demo = fileURLToPath(new URL('../../../fixtures/demo/两店一个月.ndjson', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'kefulint-html-'))
const report = join(folder, '报告.html')

let browser: Awaited<ReturnType<typeof openBrowser>>
let only: Awaited<ReturnType<typeof onePage>>
let page: Page

describe.skipIf(noChromium)('the report in Chromium', () => {
  beforeAll(async () => {
    const { code, err } = await kefulint([
      'audit',
      demo,
      '--lang',
      'zh-CN',
      '--format',
      'html',
      '--output',
      report,
      '--fail-on',
      'none',
    ])
    expect([code, err]).toEqual([0, ''])
    browser = await openBrowser()
    only = await onePage(browser.context)
    page = only.page
    page.setDefaultTimeout(8000)
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(async () => {
    expect(await only.reset()).toEqual([])
  })

  const open = (file = report) => page.goto(pathToFileURL(file).href)
  const rows = () => page.locator('.list').getByRole('option')
  const count = () => page.locator('.count').textContent()

  describe.each([
    ['desktop', 1280],
    ['phone', 390],
  ])('on a %s', (_, width) => {
    beforeEach(() => page.setViewportSize({ width, height: 844 }))

    test.each(['light', 'dark'] as const)('nothing runs over the edge, %s', async (colorScheme) => {
      await page.emulateMedia({ colorScheme })
      await open()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      const [red] = /\d+/.exec(paper)!
      expect(Number(red) < 128).toBe(colorScheme === 'dark')
    })

    test('a finding opens in its conversation, marked, with clause, cost and what to say', async () => {
      await open()
      await rows().nth(2).click()
      const card = page.locator('.finding.current')
      await expect.poll(() => card.isVisible()).toBe(true)
      for (const term of ['代价', '条款', '改说']) expect(await card.textContent()).toContain(term)
      const quoted = await page.locator('.bubble mark.current').textContent()
      expect(await rows().nth(2).locator('mark').textContent()).toContain(quoted)
    })
  })

  test('on a phone the conversation covers the page and gives the focus back', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open()
    await rows().first().click()
    expect(await page.locator('.chat').boundingBox()).toMatchObject({ x: 0, y: 0, width: 390, height: 844 })
    await page.getByRole('button', { name: '返回列表' }).click()
    expect(await page.locator('.chat').isVisible()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('list')
  })

  test('bars, days and fields filter the list; clearing brings all back', async () => {
    await open()
    const all = await count()
    await page.locator('.bars').first().getByRole('button').first().click()
    expect(await count()).not.toBe(all)
    const rule = await page.locator('.bars').first().locator('.bar-name').first().textContent()
    expect(new Set(await rows().locator('b').allTextContents())).toEqual(new Set([rule]))
    await page.getByRole('button', { name: '清除筛选' }).click()
    expect(await count()).toBe(all)
    await page.getByLabel('搜索').fill('没有这样的话')
    expect(await page.getByText('没有符合筛选的问题').isVisible()).toBe(true)
  })

  test('can be reviewed by keys alone', async () => {
    await open()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await page.locator('.position').textContent()).toContain('第 3 处')
    await page.keyboard.press('k')
    await page.keyboard.press('2')
    expect(await page.getByRole('button', { name: '误报' }).getAttribute('aria-pressed')).toBe('true')
    expect(await page.locator('.reviewed').textContent()).toContain('已核对 1/')
    await page.keyboard.press('0')
    expect(await page.locator('.reviewed').textContent()).toContain('已核对 0/')
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog', { name: '快捷键' }).isVisible()).toBe(true)
  })

  test('marks stay after a reload and leave as suppressions and as an appeal sheet', async () => {
    await open()
    await rows().nth(0).click()
    await page.getByRole('button', { name: '误报' }).click()
    await page.getByRole('textbox', { name: '理由', exact: true }).fill('买家问的是收据')
    await page.getByRole('textbox', { name: '理由', exact: true }).blur()
    await rows().nth(1).click()
    await page.getByRole('button', { name: '申诉' }).click()
    await page.reload()
    expect(await page.locator('.reviewed').textContent()).toContain('已核对 2/')
    await page.getByRole('button', { name: '导出核对结果' }).click()
    const suppressions = page.getByRole('button', { name: '下载抑制清单' })
    expect(await suppressions.isDisabled()).toBe(true)
    await page.getByLabel('审批人').fill('李主管')
    const saved = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name }).click(),
      ])
      return readFileSync(await download.path(), 'utf8')
    }
    expect(parse(await saved('下载抑制清单'))).toEqual({
      suppressions: [
        {
          fingerprint: expect.stringMatching(/^[0-9a-f]{14}$/),
          reason: '买家问的是收据',
          approver: '李主管',
          expires: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        },
      ],
    })
    expect(await saved('下载申诉书')).toMatch(/^# 申诉表[\s\S]+条款[\s\S]+会话经过/)
    expect(await saved('下载申诉表')).toContain('申诉理由')
  })

  test('speaks English at a click, and keeps what was chosen', async () => {
    await open()
    await page.getByLabel('搜索').fill('发票')
    const chosen = await rows().count()
    await page.getByRole('button', { name: '切换到英文' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/compliance report/)
    expect(await rows().count()).toBe(chosen)
    // Outside of what people said, no Chinese is left.
    const words = await page.locator('h1, h2, h3, h4, dt, th[scope=col], label > span').allTextContents()
    expect(words.filter((text) => /[\u4e00-\u9fff]/.test(text))).toEqual([])
  })

  test('every control has a name, headings skip no level, and the parts are landmarks', async () => {
    await open()
    await expectNamed(page)
    for (const landmark of ['banner', 'navigation', 'main', 'search'] as const)
      expect(await page.getByRole(landmark).count()).toBe(1)
  })

  test('prints the findings in full, on white', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await open()
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.printout li').count()).toBe(Number(/\d+/.exec((await count())!)![0]))
    expect(await page.locator('.list').isVisible()).toBe(false)
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    )
  })

  test('a chat that is hostile stays text', async () => {
    const file = join(folder, 'hostile.html')
    const text = '</script><img src=x onerror="document.title=1"><b>没有发票</b>'
    const record = {
      id: 'x',
      messages: [
        { role: 'buyer', text: '有发票吗' },
        { role: 'agent', text },
      ],
    }
    await kefulint(['audit', '-', '--format', 'html', '--output', file], JSON.stringify(record))
    await open(file)
    expect(await page.locator('.bubble').last().textContent()).toBe(text)
    expect(await page.locator('.bubble img, .bubble b').count()).toBe(0)
  })

  test('10,000 findings stay fluid', async () => {
    const file = join(folder, 'many.html')
    writeFileSync(file, manyFindings(10_000))
    const started = Date.now()
    await open(file)
    await rows().first().waitFor()
    const opened = Date.now() - started
    expect(await rows().count()).toBeLessThan(40)
    /** From the event to the next frame painted. */
    const took = (act: string) =>
      page.evaluate(async (code) => {
        const before = performance.now()
        new Function(code)()
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
        return performance.now() - before
      }, act)
    const searched = await took(
      "const s = document.getElementById('search'); s.value = '第 9999'; s.dispatchEvent(new Event('input'))",
    )
    expect(await rows().count()).toBe(1)
    await took(
      "const s = document.getElementById('search'); s.value = ''; s.dispatchEvent(new Event('input'))",
    )
    const scrolled = await took("document.querySelector('.list').scrollTop = 400000")
    expect(await rows().first().getAttribute('aria-posinset')).toMatch(/^45\d\d$/)
    const moved = await took(
      "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))",
    )
    console.info(
      `10,000 findings: opened ${opened} ms, searched ${Math.round(searched)} ms, scrolled ${Math.round(scrolled)} ms, next ${Math.round(moved)} ms`,
    )
    // Several times what was measured on two slow cores: these catch a list that is no longer virtual.
    expect(opened).toBeLessThan(10_000)
    expect(searched).toBeLessThan(1000)
    expect(scrolled).toBeLessThan(500)
    expect(moved).toBeLessThan(500)
  })
})
