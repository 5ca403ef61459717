import { expect, test } from 'vitest'
import { kefulint } from './run.js'

test('the summary counts the messages of each agent, busiest first', async () => {
  const chat = (id: string, senders: (string | undefined)[]) =>
    JSON.stringify({ id, messages: senders.map((sender) => ({ role: 'agent', text: '在的', sender })) })
  const input = [chat('a', ['店:小溪', '店:阿宁', undefined]), chat('b', ['店:阿宁'])].join('\n')
  const { out } = await kefulint(['audit', '-', '--format', 'json'], input)
  expect(JSON.parse(out).summary.agents).toEqual([
    { name: '店:阿宁', messages: 2 },
    { name: '店:小溪', messages: 1 },
  ])
})
