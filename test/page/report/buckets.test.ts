import { describe, expect, test } from 'vitest'
import { bucketsOf, heatOf, roundUp } from '../../../src/page/report/buckets.js'
import { rowsSaid } from './helpers.js'

const at = (...times: string[]) => rowsSaid(times.map((time) => ({ time })))

describe('the calendar', () => {
  test('shows every day, also those without findings, as China counts them', () => {
    const { step, buckets } = bucketsOf(at('2026-10-01T23:30:00', '2026-10-03T17:00:00Z'))
    expect(step).toBe('day')
    expect(buckets.map(({ from, errors }) => [from, errors])).toEqual([
      ['2026-10-01', 1],
      ['2026-10-02', 0],
      ['2026-10-03', 0],
      ['2026-10-04', 1],
    ])
  })

  test('turns to weeks from Monday on, then to months', () => {
    const weeks = bucketsOf(at('2026-07-01T10:00:00', '2026-10-12T10:00:00'))
    expect(weeks.step).toBe('week')
    expect(weeks.buckets[0]).toMatchObject({ from: '2026-06-29', to: '2026-07-05', errors: 1 })
    const months = bucketsOf(at('2024-01-31T10:00:00', '2026-02-12T10:00:00'))
    expect(months.step).toBe('month')
    expect(months.buckets).toHaveLength(26)
    expect(months.buckets[1]).toMatchObject({ from: '2024-02-01', to: '2024-02-29' })
  })

  test('is empty without times', () => {
    expect(bucketsOf(at('no time at all')).buckets).toEqual([])
  })
})

test('the heat map is by weekday and hour in China', () => {
  const heat = heatOf(at('2026-10-12T09:00:00', '2026-10-11T20:30:00-04:00'))
  expect(heat[0]![9]).toBe(1)
  expect(heat[0]![8]).toBe(1)
  expect(heat.flat().reduce((a, b) => a + b)).toBe(2)
})

test.each([
  [1, 1],
  [3, 4],
  [7, 10],
  [11, 20],
  [41, 50],
  [400, 400],
])('the scale for %i ends at %i', (n, top) => {
  expect(roundUp(n)).toBe(top)
})
