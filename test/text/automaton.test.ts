import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileWords, scan } from '../../src/text/automaton.js'

function found(words: string[], text: string): string[] {
  const hits: string[] = []
  scan(compileWords(words), text, (w, start, end) => hits.push(`${w}:${start}-${end}`))
  return hits.sort()
}

describe('scan', () => {
  it('finds overlapping words and words inside words', () => {
    expect(found(['开发', '发票', '开发票', '票'], '可开发票')).toEqual(['0:1-3', '1:2-4', '2:1-4', '3:3-4'])
  })

  it('goes on after a word that broke off', () => {
    expect(found(['货到付款', '到货', '货到'], '新货到货到付款')).toEqual([
      '0:3-7',
      '1:2-4',
      '2:1-3',
      '2:3-5',
    ])
  })

  it('reports equal words each', () => {
    expect(found(['好', '好'], '好')).toEqual(['0:0-1', '1:0-1'])
  })

  it('knows nothing without words, and empty words nowhere', () => {
    expect(found([], '好')).toEqual([])
    expect(found([''], '好')).toEqual([])
  })

  it('finds what searching for each word finds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '票') })
    fc.assert(
      fc.property(fc.array(text), text, (words, body) => {
        const expected: string[] = []
        words.forEach((word, w) => {
          for (let at = body.indexOf(word); word && at >= 0; at = body.indexOf(word, at + 1))
            expected.push(`${w}:${at}-${at + word.length}`)
        })
        expect(found(words, body)).toEqual(expected.sort())
      }),
      { numRuns: 1000 },
    )
  })
})
