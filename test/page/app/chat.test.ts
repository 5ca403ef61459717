/** One plays buyer and agent; every draft is judged while it is typed. */

import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createLinter } from '../../../src/index.js'
import { EXAMPLE_CHATS } from '../../../src/messages/example-chats.js'
import { messagesFor } from '../../../src/messages/index.js'
import type { Message } from '../../../src/model.js'
import { exposureText } from '../../../src/report/money.js'
import { noChromium } from '../../browser.js'
import { acts, openPages } from './page.js'

let pages: Awaited<ReturnType<typeof openPages>>
let page: Page
let at: ReturnType<typeof acts>

describe.skipIf(noChromium)('the chat window', () => {
  beforeAll(async () => {
    pages = await openPages()
  })
  afterAll(() => pages?.close())
  beforeEach(async () => {
    page = await pages.open()
    at = acts(page)
  })
  afterEach(() => pages.leave())

  async function say(side: '买家' | '客服', text: string) {
    await at.as(side)
    await at.field.fill('')
    await at.write(text)
    await at.send()
  }

  test('a draft typed character by character is judged: trigger, cost, clause, suggestion', async () => {
    await say('买家', '公司要报销，能开发票吗')
    await at.as('客服')
    await at.write('亲，我们这里没有发')
    await expect.poll(() => page.locator('.draft').getAttribute('data-verdict')).toBe('clean')
    await at.write('票的哦')
    await expect.poll(() => at.cards.count()).toBe(1)
    const [finding] = createLinter().checkReply('亲，我们这里没有发票的哦', {
      messages: [{ role: 'buyer', text: '公司要报销，能开发票吗' }],
    }).findings
    expect(await at.underlined()).toEqual([finding!.text])
    const card = await at.cards.textContent()
    for (const part of ['拒开发票', '6 分', finding!.clause, finding!.suggestion])
      expect(card).toContain(part)
    await expect.poll(at.heard).toContain('草稿有 1 处问题：拒开发票 6 分')
  })

  test('what the draft rests on is marked in what was said before', async () => {
    await say('买家', '你们有扣扣吗')
    await at.as('客服')
    await at.write('有的呢')
    await expect.poll(() => page.locator('.bubble .evidence').textContent()).toContain('扣扣')
  })

  test("the buyer's words are not judged", async () => {
    await at.as('买家')
    await at.write('你们没有发票，加我 QQ 2233445566')
    await page.waitForTimeout(400)
    expect(await at.cards.count()).toBe(0)
    await at.send()
    expect(await at.sent.count()).toBe(0)
  })

  test('one click takes the suggestion, which is clean, and the field has the focus again', async () => {
    await at.example('date')
    await expect.poll(() => at.cards.count()).toBe(1)
    await page.getByRole('button', { name: '整句换掉' }).click()
    await expect.poll(() => at.cards.count()).toBe(0)
    const { draft } = EXAMPLE_CHATS.find(({ name }) => name === 'date')!
    const reply = createLinter().checkReply(draft).findings[0]!.suggestion
    expect(await at.field.inputValue()).toBe(reply)
    expect(await page.locator('.clean').textContent()).toBe('没有发现问题')
    expect(await at.field.evaluate((field) => field === document.activeElement)).toBe(true)
  })

  test('another click mends only the words at fault, and leaves the rest', async () => {
    await at.as('客服')
    await at.write('亲您好，周三肯定能到，还有什么可以帮您')
    await expect.poll(() => at.cards.count()).toBe(1)
    await page.getByRole('button', { name: '只改这处' }).click()
    await expect.poll(() => at.cards.count()).toBe(0)
    const mended = await at.field.inputValue()
    expect(mended).toMatch(/^亲您好，.+，还有什么可以帮您$/)
    expect(mended).not.toContain('肯定')
  })

  test('Enter sends, Shift+Enter starts a line, F2 changes sides, nothing empty is sent', async () => {
    await at.field.focus()
    await at.send()
    expect(await at.bubbles.count()).toBe(0)
    await at.write('在吗')
    await page.keyboard.press('Shift+Enter')
    await at.write('有货吗')
    await at.send()
    expect(await at.bubbles.allTextContents()).toEqual(['在吗\n有货吗'])
    await page.keyboard.press('F2')
    expect(await page.getByRole('radio', { name: '客服' }).isChecked()).toBe(true)
    await at.write('有的')
    await page.getByRole('button', { name: '发送' }).click()
    expect(await page.locator('.message.agent .bubble').allTextContents()).toEqual(['有的'])
  })

  test('what was sent keeps its findings, and the total is what the library says of the chat', async () => {
    const messages: Message[] = [
      { role: 'buyer', text: '能开发票吗，你们有扣扣吗' },
      { role: 'agent', text: '没有发票的哦' },
      { role: 'agent', text: '加我 QQ 2233445566' },
      { role: 'agent', text: '周三肯定能到' },
      { role: 'agent', text: '真的没有发票' },
    ]
    for (const { role, text } of messages) await say(role === 'buyer' ? '买家' : '客服', text)
    const linter = createLinter()
    const { findings } = linter.checkConversation({ id: 'x', messages })
    const tally = linter.tally()
    tally.add(findings)
    expect(await at.sent.count()).toBe(findings.length)
    expect(await page.locator('.bubble mark').allTextContents()).toEqual(findings.map(({ text }) => text))
    expect(await at.total.textContent()).toContain(exposureText(tally.exposure(), messagesFor('zh-CN')))
    await at.sent.last().locator('summary').click()
    expect(await at.sent.last().textContent()).toContain('同一案只计一次')
  })

  test('the order status turns a verdict, in the draft and in what was sent', async () => {
    const status = page.getByLabel('订单状态')
    await say('客服', '有事打我手机 13800000000')
    await at.write('打 13800000000 就行')
    await expect.poll(() => at.cards.count()).toBe(1)
    expect(await at.sent.count()).toBe(1)
    expect(await at.cards.textContent()).toContain('按未付款算')
    await status.selectOption('paid')
    expect([await at.cards.count(), await at.sent.count()]).toEqual([0, 0])
    expect(await at.total.textContent()).toContain('至今没有违规')
    await status.selectOption('unpaid')
    expect([await at.cards.count(), await at.sent.count()]).toEqual([1, 1])
    await expect.poll(at.heard).toContain('1 处违规')
  })

  test('amount, account, shop facts, schedule and worst case each change the cost or the verdict', async () => {
    await at.as('客服')
    await at.write('周三肯定能到')
    await expect.poll(() => at.cards.textContent()).toContain('赔付最多 ¥500')
    await page.getByLabel('订单金额（元）').pressSequentially('１00')
    expect(await at.cards.textContent()).toContain('赔付 ¥30')
    await page.getByLabel('订单金额（元）').fill('一百')
    expect(await page.getByRole('alert').first().textContent()).toContain('没有采用')
    expect(await at.cards.textContent()).toContain('赔付最多 ¥500')

    await at.field.fill('可以货到付款的')
    await expect.poll(() => at.cards.count()).toBe(1)
    await page.getByLabel('开通了货到付款').selectOption('true')
    expect(await at.cards.count()).toBe(0)

    await say('买家', '帮我取消一下订单')
    await at.as('客服')
    await at.field.fill('好的，已经取消订单了')
    await expect.poll(() => page.locator('.draft').getAttribute('data-verdict')).toBe('clean')
    await page.getByLabel('聊天账号').fill('tb_xiaohe')
    await page.getByLabel('下单账号').fill('tb_laozhou')
    expect(await at.cards.count()).toBe(1)
    const price = at.cards.locator('.cost')
    const before = await price.textContent()
    await page.getByLabel('处罚表').selectOption('platform')
    expect(await price.textContent()).not.toBe(before)
    await page.getByRole('button', { name: '恢复默认' }).click()
    expect(await page.getByLabel('聊天账号').inputValue()).toBe('')
    expect(await at.cards.count()).toBe(0)
  })

  test.each(EXAMPLE_CHATS.map(({ name }) => name))(
    'the example %s shows a violation at once',
    async (name) => {
      await page
        .locator('.starts')
        .getByRole('button')
        .nth(EXAMPLE_CHATS.findIndex((e) => e.name === name))
        .click()
      expect(await page.locator('.draft article.error').count()).toBeGreaterThan(0)
      expect((await at.underlined()).length).toBeGreaterThan(0)
      // the suggestion does not lead from one violation into another
      await page.getByRole('button', { name: '整句换掉' }).first().click()
      expect(await page.locator('.draft article.error').count()).toBe(0)
    },
  )

  test('undo takes the last message back into the field; clearing leaves nothing', async () => {
    await say('买家', '在吗')
    await say('客服', '没有发票')
    expect(await at.sent.count()).toBe(1)
    await page.getByRole('button', { name: '撤回上一条' }).click()
    expect(await at.bubbles.count()).toBe(1)
    expect(await at.field.inputValue()).toBe('没有发票')
    expect(await at.cards.count()).toBe(1)
    expect(await at.total.textContent()).toContain('至今没有违规')
    await page.getByRole('button', { name: '清空' }).click()
    expect([await at.bubbles.count(), await at.cards.count(), await at.field.inputValue()]).toEqual([
      0,
      0,
      '',
    ])
  })

  test('what people say stays text', async () => {
    const text = '<img src=x onerror="document.title=1"><b>没有发票</b>'
    await say('客服', text)
    expect(await at.bubbles.textContent()).toBe(text)
    expect(await page.locator('.bubble img, .bubble b').count()).toBe(0)
  })

  test('in English the chat, the situation and what is being typed stay', async () => {
    await at.example('qq')
    await page.getByRole('button', { name: '切换到英文' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('.draft').textContent()).toContain('6 points')
    expect(await page.getByLabel('Order status').inputValue()).toBe('unpaid')
    // outside of what is said or to be said, no Chinese is left
    const words = await page
      .locator('h1, h2, h3, dt, legend, label > span, .clause dd, .hint, button:not(.language), option')
      .allTextContents()
    expect(words.filter((text) => /[\u4e00-\u9fff]/.test(text))).toEqual([])
    await page.reload()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
  })
})
