import { describe, expect, test } from 'vitest'
import { inOrder } from '../../src/read/order.js'
import { toTime } from '../../src/read/time.js'

describe('times', () => {
  test.each([
    ['2026-10-12 09:14:02', '2026-10-12T09:14:02'],
    ['2026/10/12 9:14', '2026-10-12T09:14:00'],
    ['2026.1.2', '2026-01-02T00:00:00'],
    ['2026年10月12日 9时14分', '2026-10-12T09:14:00'],
    ['2026/10/12 下午2:03:22', '2026-10-12T14:03:22'],
    ['2026/10/12 上午12:03', '2026-10-12T00:03:00'],
    ['2026-10-12, 2:03:22 PM', '2026-10-12T14:03:22'],
    ['2026-10-12T01:14:02Z', '2026-10-12T09:14:02'],
    ['2026-10-12T09:14:02.123+08:00', '2026-10-12T09:14:02'],
    ['1760231642', '2025-10-12T09:14:02'],
    [1760231642000, '2025-10-12T09:14:02'],
    ['1760231642000000', '2025-10-12T09:14:02'],
    [45942.384745, '2025-10-12T09:14:02'],
    ['2026-13-40 09:14:02', undefined],
    ['昨天', undefined],
    [12, undefined],
    [null, undefined],
  ])('%s', (written, time) => {
    expect(toTime(written)).toBe(time)
  })

  test('a time of day needs its date', () => {
    expect(toTime('9:14')).toBeUndefined()
    expect(toTime('9:14', '2026-10-12')).toBe('2026-10-12T09:14:00')
  })
})

test('a message without a time stays behind the one it followed', () => {
  const at = (text: string, time?: string) => ({ role: 'agent' as const, text, ...(time ? { time } : {}) })
  const messages = [at('c', '2026-10-12T10:00:00'), at('d'), at('a', '2026-10-12T09:00:00'), at('b')]
  expect(inOrder(messages).map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd'])
  const right = [at('a'), at('b', '2026-10-12T09:00:00+08:00'), at('c', '2026-10-12T02:00:00Z')]
  expect(inOrder(right)).toBe(right)
})
