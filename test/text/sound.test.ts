import { describe, expect, it } from 'vitest'
import { fold } from '../../src/text/fold.js'
import { compileHearing, hear } from '../../src/text/sound.js'

const words = ['发票', '微信', '邮费', '货到付款', '扣扣', '电话']

function heard(text: string): string[] {
  const hits: string[] = []
  const folded = fold(text).text
  hear(compileHearing(words), folded, (w, start, end) => hits.push(`${words[w]} ${folded.slice(start, end)}`))
  return hits
}

describe('hear', () => {
  it.each([
    ['开发飘', '发票 发飘'],
    ['油费您出', '邮费 油费'],
    ['加我威信', '微信 威信'],
    ['可以伙到副款', '货到付款 伙到副款'],
    ['不提供fa 票', '发票 fa票'],
    ['开发piao', '发票 发piao'],
    ['加weixin', '微信 weixin'],
    ['kou kou 号', '扣扣 koukou'],
    ['电hua多少', '电话 电hua'],
    ['huodaofukuan', '货到付款 huodaofukuan'],
  ])('%s: %s', (text, hit) => expect(heard(text)).toEqual([hit]))

  it.each([
    ['发票开了', 'written as it is'],
    ['今天发，飘窗', 'a boundary between'],
    ['vx号', 'letters that are no syllables'],
    ['faq漂亮', 'letters that are only partly syllables'],
    ['发', 'half a word'],
  ])('%s: nothing (%s)', (text) => expect(heard(text)).toEqual([]))

  it('ignores words of one syllable or without a sound', () => {
    const hits: number[] = []
    hear(compileHearing(['票', 'vx', '']), '飘vx,,', (w) => hits.push(w))
    expect(hits).toEqual([])
  })
})
