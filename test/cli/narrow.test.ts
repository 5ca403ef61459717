import { describe, expect, test } from 'vitest'
import { kefulint } from './run.js'

const refused = (time: string | undefined, sender: string | undefined) => [
  { role: 'buyer', text: '有没有发票', time },
  { role: 'agent', text: '没有的', time, sender },
]
const chats = [
  { id: 'october', shop: { id: 's1' }, messages: refused('2026-10-31T23:59:59', '山鹿家居旗舰店:小北') },
  { id: 'november', shop: { id: 's1' }, messages: refused('2026-10-31T16:00:00Z', '山鹿家居旗舰店:小南') },
  { id: 'december', shop: { id: 's2' }, messages: refused('2026-12-01 00:00', '云杉数码:小北') },
]
const audit = async (records: object[], ...flags: string[]) => {
  const input = records.map((record) => `${JSON.stringify(record)}\n`).join('')
  const { code, out, err } = await kefulint(['audit', '-', '--format', 'json', ...flags], input)
  const { findings = [], summary } = code === 2 && out === '' ? {} : JSON.parse(out)
  return {
    code,
    err,
    summary,
    found: findings.map(({ conversation }: { conversation: string }) => conversation),
  }
}

describe('only what agents said within the range counts', () => {
  test.each([
    ['days, in China time and inclusive', ['--since', '2026-11-01', '--until', '2026-11-30'], ['november']],
    ['from a day on', ['--since', '2026-11-01'], ['november', 'december']],
    ['to a day', ['--until', '2026-10-31'], ['october']],
    ['a person', ['--agent', '小北'], ['october', 'december']],
    ['a whole account', ['--agent', '云杉数码:小北'], ['december']],
    ['several persons', ['--agent', '小南', '--agent', '云杉数码:小北'], ['november', 'december']],
    ['a shop', ['--shop', 's2'], ['december']],
    ['all together', ['--shop', 's1', '--agent', '小北', '--since', '2026-10-01'], ['october']],
  ])('%s', async (_, flags, expected) => {
    const { found, summary } = await audit(chats, ...flags)
    expect(found).toEqual(expected)
    expect(summary).toMatchObject({
      conversations: expected.length,
      agentMessages: expected.length,
      findings: { error: expected.length },
      exposure: { points: 6 * expected.length },
      narrowed: { leftOut: { messages: 3 - expected.length, undated: 0, unnamed: 0 } },
    })
  })
})

test('what was said before is still context, and what is left of a case is charged', async () => {
  const messages = [
    { role: 'buyer', text: '有没有发票', time: '2026-10-31 23:58' },
    { role: 'agent', text: '本店不开发票', time: '2026-10-31 23:59' },
    { role: 'buyer', text: '真的没有吗' },
    { role: 'agent', text: '没有的', time: '2026-11-01 00:01' },
  ]
  const { summary, found } = await audit([{ id: 'c', messages }], '--since', '2026-11-01')
  expect(found).toEqual(['c'])
  expect(summary.exposure.points).toBe(6)
})

test('a message without a time is as late as the one before it', async () => {
  const [asked, answered] = refused('2026-11-02 10:00', undefined)
  const messages = [asked, { ...answered, time: undefined }]
  expect((await audit([{ id: 'c', messages }], '--since', '2026-11-01')).found).toEqual(['c'])
})

test('what cannot be placed is left out and counted, never silently', async () => {
  const undated = { id: 'undated', messages: refused(undefined, '小北') }
  const { summary } = await audit([...chats, undated], '--since', '2026-11-01')
  expect(summary.narrowed.leftOut).toEqual({ messages: 1, undated: 1, unnamed: 0 })
  const unnamed = { id: 'unnamed', messages: refused('2026-11-01', undefined) }
  const { out } = await kefulint(
    ['audit', '-', '--agent', '小北'],
    [...chats, unnamed].map((record) => `${JSON.stringify(record)}\n`).join(''),
  )
  expect(out).toContain('only 小北 (1 other agent message left out)')
  expect(out).toContain('1 agent message without a sender could not be placed')
})

test('a range that holds nothing is no pass', async () => {
  const { code, err } = await audit(chats, '--agent', '小西')
  expect([code, err]).toEqual([2, expect.stringContaining('3 outside, 0 without a time')])
})

test.each([
  ['--since', 'yesterday'],
  ['--since', '2026-02-30'],
  ['--until', '2026-11'],
])('%s %s is refused', async (flag, day) => {
  expect(await audit(chats, flag, day)).toMatchObject({ code: 2, err: expect.stringContaining('[bad-flag]') })
})

test('an end before the beginning is refused', async () => {
  expect((await audit(chats, '--since', '2026-11-02', '--until', '2026-11-01')).code).toBe(2)
})
