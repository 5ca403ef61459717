/** Files dropped on the page in Chromium: what it reports is what the command line reports. */

import { readFileSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Report } from '../../../src/model.js'
import type { ReportData } from '../../../src/report/html-data.js'
import { noChromium, onePage, openBrowser } from '../../browser.js'
import { kefulint } from '../../cli/run.js'
import { viewPage } from '../views/build.js'

const fixture = (name: string) => fileURLToPath(new URL(`../../../fixtures/${name}`, import.meta.url))
const demo = 'demo/两店一个月.ndjson'
const sample = 'demo/山鹿家居-聊天记录.txt'

let browser: Awaited<ReturnType<typeof openBrowser>>
let file: string
let only: Awaited<ReturnType<typeof onePage>>
let page: Page

describe.skipIf(noChromium)('files in the page', () => {
  beforeAll(async () => {
    file = await viewPage('audit')
    browser = await openBrowser()
    only = await onePage(browser.context)
    page = only.page
    page.setDefaultTimeout(10_000)
  })
  afterAll(async () => {
    await browser?.close()
    if (file) rmSync(dirname(file), { recursive: true, force: true })
  })
  /** Loading the page takes most of a test's time: where only files are dropped, one page takes them one after another. */
  let staying = false
  beforeEach(async () => {
    if (staying && page.url() !== 'about:blank') return
    await page.goto(pathToFileURL(file).href)
  })
  afterEach(async () => {
    expect(staying ? only.complaints() : await only.reset()).toEqual([])
  })
  function stay() {
    beforeAll(() => {
      staying = true
    })
    afterAll(async () => {
      staying = false
      await only.reset()
    })
  }

  /** As a hand does it: the bytes come with the event. */
  async function drop(...paths: string[]) {
    await dropBytes(paths.map((path) => ({ name: basename(path), bytes: readFileSync(fixture(path)) })))
  }
  async function dropBytes(files: { name: string; bytes: Buffer }[]) {
    const again = page.getByRole('button', { name: '查别的文件' })
    if (await again.isVisible()) await again.click()
    const given = files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }))
    await page.locator('.audit').evaluate((place, dropped) => {
      const zone = place.querySelector('.dropzone') ?? place
      const dataTransfer = new DataTransfer()
      for (const { name, base64 } of dropped)
        dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name))
      for (const type of ['dragenter', 'dragover', 'drop'])
        zone.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
    }, given)
    await page.getByRole('button', { name: '查别的文件' }).waitFor()
  }
  const conclusion = () => page.locator('.conclusion').textContent()
  const files = () => page.locator('.file-row').allTextContents()

  /** The data of the report, out of the file that the page saves. */
  async function saved(): Promise<ReportData> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载报告' }).click(),
    ])
    const html = readFileSync((await download.path())!, 'utf8')
    const [, rest] = html.split('<script type="application/json" id="report-data">')
    return JSON.parse(rest!.slice(0, rest!.indexOf('</script')))
  }
  async function judgedByCommand(
    command: 'audit' | 'gate',
    path: string,
    ...flags: string[]
  ): Promise<Report> {
    const { out } = await kefulint([command, fixture(path), '--lang', 'zh-CN', '--format', 'json', ...flags])
    return JSON.parse(out)
  }
  const told = (
    findings: { id: string; rule: string; severity: string; cost: unknown; counted: boolean }[],
  ) => findings.map(({ id, rule, severity, cost, counted }) => ({ id, rule, severity, cost, counted }))

  describe('one file of each kind', () => {
    stay()
    test.each([
      demo,
      sample,
      'formats/chats.csv',
      'formats/chats.xlsx',
      'formats/client.json',
      'formats/customers.zip',
      'formats/window.txt',
      'encodings/gb18030.txt',
      'encodings/gbk.csv',
      'encodings/gbk-bad-byte.txt',
      'encodings/utf-16le.txt',
    ])('%s: the findings and the totals of `kefulint audit`', async (path) => {
      await drop(path)
      const data = await saved()
      const { findings, summary, problems, ...rest } = await judgedByCommand('audit', path)
      expect(told(data.chats.flatMap((chat) => chat.findings))).toEqual(told(findings))
      expect(data.summary).toEqual(summary)
      expect(data.problems.map(({ code, line }) => ({ code, line }))).toEqual(
        problems.map(({ code, line }) => ({ code, line })),
      )
      expect([data.tool, data.schedule]).toEqual([rest.tool, rest.schedule])
    })
  })

  test('several at once make one report', async () => {
    await drop('encodings/gbk.txt', 'formats/chats.xlsx')
    expect(await files()).toHaveLength(2)
    const both = await saved()
    const chats = await Promise.all(
      ['encodings/gbk.txt', 'formats/chats.xlsx'].map((path) => judgedByCommand('audit', path)),
    )
    expect(both.summary.conversations).toBe(chats[0]!.summary.conversations + chats[1]!.summary.conversations)
    expect(both.summary.findings.error).toBe(
      chats[0]!.summary.findings.error + chats[1]!.summary.findings.error,
    )
  })

  describe('one library of each kind', () => {
    stay()
    test.each(['qianniu-gbk.csv', 'feiniu.xlsx', 'api.json', 'library.yaml', 'sections.md', 'lines.txt'])(
      'the library %s: the verdict of `kefulint gate`',
      async (name) => {
        await drop(`replies/${name}`)
        expect((await files())[0]).toContain('快捷短语')
        const data = await saved()
        const { findings, summary } = await judgedByCommand('gate', `replies/${name}`)
        expect(told(data.chats.flatMap((chat) => chat.findings))).toEqual(told(findings))
        expect(data.summary).toEqual(summary)
      },
    )
  })

  test('chats and quick replies together make two reports, one shown at a time', async () => {
    await drop('replies/qianniu-gbk.csv', sample)
    const chats = await conclusion()
    expect(chats).toContain('检查了 3 段会话')
    await page.getByRole('button', { name: '快捷短语' }).click()
    expect(await conclusion()).not.toBe(chats)
    await page.getByRole('button', { name: '聊天记录' }).click()
    expect(await conclusion()).toBe(chats)
  })

  test('a pasted chat is judged like a file', async () => {
    await page.getByLabel('或者粘贴').fill(readFileSync(fixture('formats/window.txt'), 'utf8'))
    await page.getByRole('button', { name: '检查粘贴的内容' }).click()
    const data = await saved()
    const { summary } = await judgedByCommand('audit', 'formats/window.txt')
    expect(data.summary.findings).toEqual(summary.findings)
  })

  test('sample data needs no file', async () => {
    await page.getByRole('button', { name: '用示例数据试一试' }).click()
    await page.locator('.conclusion').waitFor()
    const { summary } = await judgedByCommand('audit', sample)
    expect(await conclusion()).toContain(`发现 ${summary.findings.error} 处违规`)
  })

  describe('what cannot be read', () => {
    stay()
    test.each([
      ['input/old.xls', '另存为'],
      ['input/binary.dat', ''],
      ['input/blank.txt', '空'],
      ['input/html.xlsx', ''],
    ])('%s is said in plain words, without the flags of a command', async (path, words) => {
      await drop(path)
      const problem = await page.locator('.file-problems').textContent()
      const { problems } = await judgedByCommand('audit', path)
      expect(problem).toContain(problems[0]!.what)
      expect(problem).toContain(words)
      expect(problem).not.toMatch(/--[a-z]/)
      expect(await page.getByRole('alert').textContent()).toContain('没有任何一条客服消息')
    })

    test('does not lose the other files', async () => {
      await drop('input/old.xls', sample)
      expect(await page.locator('.file-problems').count()).toBe(1)
      expect(await conclusion()).toContain('检查了 3 段会话')
    })

    test('a bad line is named with its number', async () => {
      await drop('input/cut-short.ndjson')
      const { problems } = await judgedByCommand('audit', 'input/cut-short.ndjson')
      expect(await page.locator('.file-problems code').first().textContent()).toBe(
        `cut-short.ndjson:${problems[0]!.line}`,
      )
    })
  })

  test('a file that was taken for something else is read as the user says', async () => {
    const bytes = readFileSync(fixture('formats/messages.csv'))
    await dropBytes([{ name: 'export.yaml', bytes }])
    expect((await files())[0]).toContain('快捷短语 ·')
    await page.locator('.files').evaluate((element) => element.setAttribute('open', ''))
    await page.getByLabel('当作').selectOption('csv')
    await page.getByRole('button', { name: '重新检查' }).click()
    await page.locator('.conclusion').waitFor()
    const { summary } = await judgedByCommand('audit', 'formats/messages.csv')
    await expect.poll(async () => (await saved()).summary).toEqual(summary)
  })

  describe('the settings', () => {
    beforeEach(() => page.getByText('设置', { exact: true }).click())

    test('schedule and the higher figures: as the flags have it', async () => {
      await page.getByLabel('处罚表').selectOption('platform')
      await page.getByLabel('有争议的数字按高的算').check()
      await drop(sample)
      const { summary } = await judgedByCommand('audit', sample, '--schedule', 'platform', '--worst-case')
      expect((await saved()).summary).toEqual(summary)
      const otherwise = [[], ['--schedule', 'platform'], ['--worst-case']]
      for (const flags of otherwise)
        expect((await judgedByCommand('audit', sample, ...flags)).summary).not.toEqual(summary)
    })

    test('what the shop says of itself, and points held', async () => {
      await page.getByLabel('开通了货到付款').selectOption('yes')
      await page.getByLabel('A 类今年已有扣分').fill('20')
      await page
        .getByLabel('或者粘贴')
        .fill(
          '山鹿家居旗舰店:\n2026-10-13 14:30:01 秋天的风car 可以货到付款吗\n2026-10-13 14:30:20 山鹿家居旗舰店:小北 我们不支持货到付款哦\n',
        )
      await page.getByRole('button', { name: '检查粘贴的内容' }).click()
      const { summary, chats } = await saved()
      expect(chats.flatMap(({ findings }) => findings).map(({ rule }) => rule)).toContain(
        'payment/cod-refusal',
      )
      expect(summary.exposure.ledgers.A!.held).toBe(20)
    })

    test('personal data is masked unless the user says otherwise', async () => {
      await drop('report/personal.txt')
      const masked = JSON.stringify(await saved())
      expect(masked).not.toContain('13800000000')
      await page.getByRole('button', { name: '查别的文件' }).click()
      await page.getByText('设置', { exact: true }).click()
      await page.getByLabel('给个人信息打码').uncheck()
      await drop('report/personal.txt')
      const open = JSON.stringify(await saved())
      expect(open).toContain('13800000000')
    })
  })

  test('a large file leaves the page at work, tells how far it is, and can be given up', async () => {
    const one = readFileSync(fixture(demo), 'utf8')
    const copies = Array.from({ length: 12 }, (_, i) => one.replaceAll('"id":"', `"id":"${i}-`)).join('')
    const base64 = Buffer.from(copies).toString('base64')
    await page.locator('.dropzone').evaluate((_, encoded) => {
      const bytes = Uint8Array.from(atob(encoded), (c) => c.charCodeAt(0))
      Object.assign(window, { large: new File([bytes], 'large.ndjson') })
    }, base64)
    await page.evaluate(async () => {
      const frame = () => new Promise(requestAnimationFrame)
      await frame()
      await frame()
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add((window as unknown as { large: File }).large)
      const zone = document.querySelector('.dropzone')!
      zone.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))
      // The longest time for which nothing could be drawn.
      const longest = { ms: 0 }
      Object.assign(window, { longest })
      for (let last = performance.now(); ; last = performance.now()) {
        await frame()
        longest.ms = Math.max(longest.ms, performance.now() - last)
        if (document.querySelector('.working') === null) return
        if (/\d{3} /.test(document.querySelector('.working .hint')!.textContent!)) return
      }
    })
    await expect.poll(() => page.locator('.working .hint').textContent()).toMatch(/已判 [\d,]{3,} 段/)
    const longest = await page.evaluate(() => (window as unknown as { longest: { ms: number } }).longest.ms)
    // Opening the linter is the longest stretch.
    expect(longest).toBeLessThan(1000)
    await page.getByRole('button', { name: '取消' }).click()
    await page.getByText('已取消').waitFor()
    expect(await page.locator('.report').count()).toBe(0)
    await drop(sample)
    expect(await conclusion()).toContain('检查了 3 段会话')
  })

  test('files dropped beside the zone, or on a report, do not make the browser leave the page', async () => {
    await drop(sample)
    expect(await conclusion()).toContain('检查了 3 段会话')
    await drop('formats/window.txt')
    const { summary } = await judgedByCommand('audit', 'formats/window.txt')
    await expect.poll(conclusion).toContain(`检查了 ${summary.conversations} 段会话`)
  })

  test('another language keeps the report', async () => {
    await drop(sample)
    await page.evaluate(() => (window as unknown as { speak(lang: string): void }).speak('en'))
    expect(await conclusion()).toContain('3 conversations')
    expect(await page.getByRole('button', { name: 'Check other files' }).count()).toBe(1)
  })

  test('the keys of a report end with it', async () => {
    await drop(sample)
    await page.getByRole('button', { name: '查别的文件' }).click()
    await page.keyboard.press('?')
    expect(await page.locator('dialog[open]').count()).toBe(0)
    await drop(sample)
    await page.locator('.conclusion').click()
    await page.keyboard.press('?')
    expect(await page.locator('dialog[open]').count()).toBe(1)
  })

  test.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)('nothing runs over the edge at %i, %s', async (width, colorScheme) => {
    await page.setViewportSize({ width, height: 844 })
    await page.emulateMedia({ colorScheme })
    const across = () => page.evaluate(() => document.documentElement.scrollWidth)
    await page.getByText('设置', { exact: true }).click()
    expect(await across()).toBe(width)
    await drop('input/old.xls', sample, 'replies/qianniu-gbk.csv')
    expect(await across()).toBe(width)
  })
})
