import { describe, expect, test } from 'vitest'
import { frameOf, oneLine, visible } from '../../src/report/frame.js'
import { widthOf } from '../../src/report/width.js'

describe('width', () => {
  test.each([
    ['abc', 3],
    ['亲\uff0c好', 6],
    ['亲,好', 5],
    ['\uff31\uff31', 4],
    ['👍', 2],
    ['a\u200bb', 2],
    ['e\u0301', 1],
    ['', 0],
  ])('%s', (text, width) => {
    expect(widthOf(text)).toBe(width)
  })
})

describe('caret frame', () => {
  const shown = (text: string, start: number, end: number, width = 80) => {
    const { before, trigger, after, marks } = frameOf(text, { start, end }, width)
    return [before + trigger + after, marks]
  }

  test('double-width characters take two carets', () => {
    expect(shown('亲没有的a', 1, 4)).toEqual(['亲没有的a', '  ^^^^^^'])
  })

  test('of several lines, the one with the trigger', () => {
    expect(shown('第一行\n没有的\n第三行', 4, 7)).toEqual(['没有的', '^^^^^^'])
  })

  test.each([0, 40, 97])('a long message is cut around the trigger at %i', (start) => {
    const text = '甲'.repeat(100)
    const [line, marks] = shown(text, start, start + 3, 60) as [string, string]
    expect(widthOf(line)).toBeLessThanOrEqual(60)
    expect(marks.length).toBeLessThanOrEqual(60)
    expect(marks.trimStart()).toBe('^^^^^^')
    if (start > 0) expect(line.startsWith('…')).toBe(true)
  })

  test('a trigger longer than the terminal', () => {
    const [line] = shown('甲'.repeat(100), 0, 100, 40) as [string]
    expect(widthOf(line)).toBeLessThanOrEqual(40)
  })

  test('an empty span still has a mark', () => {
    expect(shown('abc', 1, 1)[1]).toBe(' ^')
  })
})

test('a chat cannot steer the terminal', () => {
  expect(visible('a\u001b[31mb\u202ec\r')).toBe('a␣[31mbc␣')
  expect(oneLine('x\ny', 20)).toBe('x …')
})
