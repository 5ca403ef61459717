import { describe, expect, test } from 'vitest'
import { matching, ordered } from '../../../src/page/report/filters.js'
import { createMarks } from '../../../src/page/report/marks.js'
import { memory, noMarks, rowsSaid } from './helpers.js'

const rows = rowsSaid([
  { text: '没有发票', agent: '山鹿:小溪', time: '2026-10-12T09:00:00' },
  { text: '有微信', agent: '青禾:阿拓', time: '2026-10-13T21:00:00', found: { rule: 'contact/wechat' } },
  {
    text: '三天到',
    agent: '青禾:小满',
    time: '2026-10-14T09:30:00',
    found: { severity: 'warn', counted: false },
  },
])
const listed = (filters: Parameters<typeof matching>[1], marks = noMarks()) =>
  matching(rows, filters, marks).map(({ text }) => text)

describe('filters', () => {
  test('narrow by agent, rule, day, severity, weekday and hour', () => {
    expect(listed({ agent: '青禾:阿拓' })).toEqual(['有微信'])
    expect(listed({ rule: 'contact/wechat' })).toEqual(['有微信'])
    expect(listed({ from: '2026-10-13', to: '2026-10-13' })).toEqual(['有微信'])
    expect(listed({ severity: 'warn' })).toEqual(['三天到'])
    expect(listed({ weekday: 0, hour: 9 })).toEqual(['没有发票'])
  })

  test('search in words, rule titles and agents, all words at once', () => {
    expect(listed({ search: '拒开发票' })).toEqual(['没有发票', '三天到'])
    expect(listed({ search: '青禾 微信' })).toEqual(['有微信'])
    expect(listed({ search: '青禾 没有' })).toEqual([])
  })

  test('tell what has been reviewed', () => {
    const marks = createMarks(memory())
    marks.set(rows[0]!.finding.id, { mark: 'false-alarm' })
    expect(listed({ mark: 'false-alarm' }, marks)).toEqual(['没有发票'])
    expect(listed({ mark: 'none' }, marks)).toEqual(['有微信', '三天到'])
  })
})

test('the list begins with the dearest, or with the latest', () => {
  expect(ordered([...rows], 'cost').at(-1)!.text).toBe('三天到')
  expect(ordered([...rows], 'time')[0]!.text).toBe('三天到')
})

describe('marks', () => {
  test('are found again by a report made anew, and taken away', () => {
    const store = memory()
    createMarks(store).set('f1', { mark: 'appealed', note: '原因' })
    expect(createMarks(store).get('f1')).toEqual({ mark: 'appealed', note: '原因' })
    createMarks(store).set('f1')
    expect(createMarks(store).get('f1')).toBeUndefined()
  })

  test('of two reports open at once do not erase each other', () => {
    const store = memory()
    const [one, other] = [createMarks(store), createMarks(store)]
    one.set('f1', { mark: 'confirmed' })
    other.set('f2', { mark: 'confirmed' })
    expect(createMarks(store).get('f1')).toBeDefined()
  })

  test('hold in memory where the browser keeps nothing, and say so', () => {
    const marks = createMarks({ available: false, read: () => null, write: () => false })
    marks.set('f1', { mark: 'confirmed' })
    expect(marks.get('f1')).toEqual({ mark: 'confirmed' })
    expect(marks.kept()).toBe(false)
  })

  test('survive rubbish in the storage', () => {
    expect(
      createMarks({ available: true, read: () => '{"f1":', write: () => true }).get('f1'),
    ).toBeUndefined()
  })
})
