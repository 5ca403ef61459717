import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, toOriginal } from '../../src/text/fold.js'
import { digitRuns, isPhone } from '../../src/text/numbers.js'

const runs = (text: string) => digitRuns(fold(text))
const digits = (text: string) => runs(text).map((run) => run.digits)

describe('digitRuns', () => {
  it.each([
    ['幺三七 零零零零 二二五六', ['13700002256']],
    ['①③⑦⓪⓪⓪⓪①②③④', ['13700001234']],
    ['1️⃣5️⃣8️⃣0️⃣0️⃣0️⃣0️⃣6️⃣6️⃣7️⃣7️⃣', ['15800006677']],
    ['1-3-9-0-0-0-0-2-3-3-4 周经理', ['13900002334']],
    ['10 29 38 47 56', ['1029384756']],
    ['三三五五七七九九', ['33557799']],
    ['138oo138000', ['13800138000']],
    ['一般三五天', []],
    ['微信一下', []],
    ['一张500一张800', ['500', '800']],
    ['买一送一100件', ['100']],
    ['12345 一张', ['12345']],
    ['9.9两份', ['99']],
    ['138****1234', ['138', '1234']],
    ['13800001111 13900002222', ['13800001111', '13900002222']],
    ['2017-02-20 13800001111', ['20170220', '13800001111']],
  ])('%s: %j', (text, expected) => expect(digits(text)).toEqual(expected))

  it('gives the groups between separators', () => {
    expect(runs('外尺寸138*190*51')[0]!.groups).toEqual(['138', '190', '51'])
  })

  it('stays inside any text, in order', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0139一幺两零oli .,-*_/+张①') })
    fc.assert(
      fc.property(text, (body) => {
        const f = fold(body)
        let last = 0
        for (const run of digitRuns(f)) {
          expect(run.start).toBeGreaterThanOrEqual(last)
          expect(run.end).toBeGreaterThan(run.start)
          expect(run.digits).toMatch(/^\d+$/)
          expect(run.groups.join('')).toBe(run.digits)
          expect(toOriginal(f, run.start, run.end).end).toBeLessThanOrEqual(body.length)
          last = run.end
        }
        expect(last).toBeLessThanOrEqual(f.text.length)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('isPhone', () => {
  it.each([
    ['13800001111', 'mobile'],
    ['幺三七 零零零零 二二五六', 'mobile'],
    ['138 0013-8000', 'mobile'],
    ['+8613800001111', 'mobile'],
    ['0755-23456789', 'landline'],
    ['010-1234567', 'landline'],
    ['075523456789', 'landline'],
    ['400-800-1234', 'service'],
    ['8008001234', 'service'],
    ['573522998066', null],
    ['138*190*511', null],
    ['2017-02-20', null],
    ['10 29 38 47 56', null],
    ['3301 2345 6789 0001', null],
    ['8613800001111', null],
  ])('%s: %s', (text, kind) => {
    const found = runs(text)
    expect(found).toHaveLength(1)
    expect(isPhone(found[0]!)).toBe(kind)
  })
})
