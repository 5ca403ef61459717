import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Judgement } from '../../src/engine/types.js'
import { messagesFor } from '../../src/messages/index.js'
import type { Conversation, Finding, Message } from '../../src/model.js'
import { htmlReporter } from '../../src/report/html.js'
import { FINDINGS_LIMIT } from '../../src/report/html-collect.js'
import type { ReportData } from '../../src/report/html-data.js'
import { summary } from './helpers.js'
import { conversation, finding } from './html-helpers.js'

const gate = { passed: false, threshold: 'error', why: '' }

function page(
  chats: [Conversation, Finding[]][],
  { mask = true, cannotJudge = [] as Judgement['cannotJudge'] } = {},
) {
  let out = ''
  const reporter = htmlReporter({
    write: (text) => {
      out += text
    },
    messages: messagesFor('zh-CN'),
    mask,
    width: 80,
    colour: false,
  })
  reporter.begin({ tool: 'kefulint 0', packs: {}, schedule: 'note', titles: new Map(), rules: [] })
  for (const [chat, findings] of chats)
    reporter.conversation(chat, { findings, cannotJudge, stage: 'pre-sale' })
  reporter.end(summary, gate)
  return out
}

/** As a browser takes it: the text between the tags. */
function dataIn(html: string): ReportData {
  const [, rest] = html.split('<script type="application/json" id="report-data">')
  return JSON.parse(rest!.slice(0, rest!.indexOf('</script')))
}

describe('the file', () => {
  const html = page([[conversation, [finding]]])

  test('names no address of a network, in markup, style or code', () => {
    expect(html).not.toMatch(/(?:src|href)="(?!data:|#)|@import|url\((?!data:)/)
    // the help texts that the page carries name the loopback address of the HTTP service
    expect(html.replaceAll(/http:\/\/(?:www\.w3\.org\/2000\/svg|127\.0\.0\.1)/g, '')).not.toMatch(
      /https?:\/\//,
    )
  })

  test('allows exactly the script and the style that it holds', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)![1]!
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    const script = html.slice(html.lastIndexOf('<script>') + 8, html.lastIndexOf('</script>'))
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)![1]!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`script-src ${hash(script)};`)
    expect(policy).toContain(`style-src ${hash(style)};`)
    expect(policy).not.toContain('unsafe')
  })
})

test('what is said in a chat cannot end the data, and comes back as it was', () => {
  const hostile = '</script><script>alert(1)</script><!-- \u2028\u2029 ]]> \\u003c " \ud83d 没有的'
  const chat = {
    ...conversation,
    messages: [conversation.messages[0]!, { role: 'agent', text: hostile }] as Message[],
  }
  const html = page([[chat, [{ ...finding, messageText: hostile }]]])
  expect(html.match(/<\/script/g)).toHaveLength(2)
  expect(html).not.toMatch(/<!--|[\u2028\u2029]/)
  expect(dataIn(html).chats[0]!.messages[1]!.text).toBe(hostile)
})

describe('personal data', () => {
  const chat: Conversation = {
    ...conversation,
    buyer: '小雨点2008',
    messages: [
      { role: 'buyer', text: '我是小雨点2008 电话13800000000 有发票吗', sender: '小雨点2008' },
      { role: 'agent', text: '没有的', sender: '山鹿家居旗舰店:小溪' },
    ],
  }

  test('is masked everywhere, and the page says so', () => {
    const html = page([[chat, [finding]]])
    expect(html).not.toContain('小雨点2008')
    expect(html).not.toContain('13800000000')
    expect(dataIn(html)).toMatchObject({
      masked: true,
      chats: [{ messages: [{}, { sender: '山鹿家居旗舰店:小溪' }] }],
    })
  })

  test('stays with --no-mask, and the page says that too', () => {
    const data = dataIn(page([[chat, [finding]]], { mask: false }))
    expect(data.masked).toBe(false)
    expect(data.chats[0]!.messages[0]!.text).toContain('13800000000')
  })
})

test('of a long conversation only the surroundings of findings are kept, with their places', () => {
  const messages = Array.from({ length: 200 }, (_, i): Message => ({ role: 'agent', text: `第${i}条没有的` }))
  const late = { ...finding, message: 150, evidence: [{ message: 20, span: { start: 0, end: 2 } }] }
  const [chat] = dataIn(page([[{ ...conversation, messages }, [late]]])).chats
  const kept = chat!.messages.map(({ index }) => index)
  expect(chat!.length).toBe(200)
  expect(kept).toContain(150)
  expect(kept).toContain(20)
  expect(kept).not.toContain(80)
  expect(kept.length).toBeLessThan(70)
})

test('a saved finding without its conversation still shows what was said', () => {
  const saved = { ...finding, message: 7, messageText: '亲 没有的', evidence: [] }
  const [chat] = dataIn(page([[{ id: 'c1', messages: [] }, [saved]]])).chats
  expect(chat!.messages).toEqual([{ index: 7, role: 'agent', text: '亲 没有的' }])
})

test('messages that were not saved leave no gap filled with nothing', () => {
  const missing: Message = { role: 'system', text: '', kind: 'missing' }
  const messages: Message[] = [missing, missing, conversation.messages[1]!]
  const saved = { ...finding, message: 2, evidence: [{ message: 0, span: { start: 0, end: 0 } }] }
  const [chat] = dataIn(page([[{ ...conversation, messages }, [saved]]])).chats
  expect(chat!.messages.map(({ index }) => index)).toEqual([2])
})

test('what could not be judged is counted by rule and cause', () => {
  const undecided = { conversation: 'c1', message: 1, rule: 'invoice/refusal', why: 'no buyer text' }
  const html = page([[conversation, []]], { cannotJudge: [undecided, undecided] })
  expect(dataIn(html)).toMatchObject({ chats: [], cannotJudge: [{ rule: 'invoice/refusal', count: 2 }] })
})

test('what no browser could open is left out and counted', () => {
  const chats = Array.from({ length: FINDINGS_LIMIT + 5 }, (): [Conversation, Finding[]] => [
    conversation,
    [finding],
  ])
  const data = dataIn(page(chats))
  expect(data.chats).toHaveLength(FINDINGS_LIMIT)
  expect(data.omitted).toEqual({ chats: 5, findings: 5 })
})
