import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { restore, shorten } from '../../src/text/shorten.js'

describe('shortened text', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(restore(shorten(text))).toBe(text)
      }),
    )
  })

  test('writes the most frequent characters with the lowest codes, and leaves ASCII alone', () => {
    expect(shorten('{"票":"发票"}')).toEqual({ characters: '票发', text: '{"\u00a1":"\u00a2\u00a1"}' })
  })
})
