import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, toOriginal } from '../../src/text/fold.js'

const cases = (rows: [string, string][]) =>
  it.each(rows)('%s → %s', (text, folded) => expect(fold(text).text).toBe(folded))

describe('fold: characters', () => {
  cases([
    ['ＱＱ群１３８', 'qq群138'],
    ['來不及啦 幫您開發票', '来不及啦 帮您开发票'],
    ['眀天発货', '明天发货'],
    ['溦信', '微信'],
    ['加徽章', '加徽章'],
    ['➕V', '+v'],
    ['薇❤️信', '薇♥信'],
    ['Ⅴ芯', 'v芯'],
    ['①③⑦⓪❶➊⓿', '1370110'],
    ['1️⃣5️⃣8️⃣', '158'],
    ['㊀ ⒈好', '一 1好'],
    ['微\u200b信\ufeff号', '微信号'],
    ['shēī信 nǚ', 'shei信 nv'],
    ['🅥🅧', 'vx'],
    ['亻言', '信'],
  ])
})

describe('fold: what is not speech', () => {
  cases([
    ['好的亲/:Q/:815/:809', '好的亲'],
    ['好的[/:Q]马上', '好的 马上'],
    ['稍等#E-s[数字x] 好的#E-s19', '稍等 好的'],
    ['[图片]这个[玫瑰]', '这个'],
    ['【图片】看这里', '看这里'],
    ['加[金额x]元，[数字x]-[数字x]天', '加#元,# #天'],
    ['订单[Othcjkd_44319246]', '订单$'],
    ['{收货人} {手机号}', '$ $'],
    ['开票&nbsp;吗', '开票 吗'],
    ['好的😀😀在吗', '好的 在吗'],
  ])
})

describe('fold: boundaries', () => {
  cases([
    ['亲，在的。今天发~', '亲,在的.今天发.'],
    ['有吗？！。有的', '有吗?有的'],
    ['好 ， 的  。\n今天', '好,的.今天'],
    ['【快捷】发票（专票）', '快捷,发票,专票'],
    ['他说“不开票”的', '他说「不开票」的'],
    ["他说'不开票'的", '他说「不开票」的'],
    ['「待付款」', '「待付款」'],
    ['加?v', '加?v'],
    ['OK。vx123', 'ok,vx123'],
  ])
})

describe('fold: signs inside words', () => {
  cases([
    ['单.子已经帮您关-掉了', '单子已经帮您关掉了'],
    ['微`信', '微信'],
    ['货/到/付/款', '货到付款'],
    ['开piao+8个/点', '开piao+8个点'],
    ['W.X 同号', 'wx 同号'],
    ['圆通/中通', '圆通,中通'],
    ['好的.今天发', '好的.今天发'],
    ['亲.今天发', '亲.今天发'],
    ['我的京东—我的发票 3—5天', '我的京东,我的发票 3-5天'],
    ['猛戳==领券', '猛戳,领券'],
    ['15:30 2-3 138*190*51 1.5 3~5天', '15:30 2-3 138*190*51 1.5 3-5天'],
    ['138****1234 张**', '138****1234 张**'],
    ['vx:xmjj_0816', 'vx,xmjj_0816'],
    ['lele_pet99@qq.com', 'lele_pet99@qq.com'],
    ['http://item.jd.com/27.html', 'http,item.jd.com/27.html'],
    ['VX-200 215/55R16', 'vx-200 215/55r16'],
  ])
})

describe('fold: words spelled out', () => {
  cases([
    ['安 装 不 了的哦亲 只寄快递', '安装不了的哦亲 只寄快递'],
    ['眀 天 发哈', '明天发哈'],
    ['微,信', '微信'],
    ['支持货,到,付,款的哦', '支持货到付款的哦'],
    ['加卫 星 lh_0099', '加卫星 lh_0099'],
    ['不提供fa 票', '不提供fa票'],
    ['开 piao 吗', '开piao吗'],
    ['加w x 号', '加wx号'],
    ['kou kou 123', 'koukou 123'],
    ['3 天 内 发 货', '3天内发货'],
    ['亲 要的', '亲 要的'],
    ['好 我拍下', '好 我拍下'],
    ['亲，好，可以拍', '亲,好,可以拍'],
    ['亲 在 有货', '亲 在 有货'],
    ['10 29 38', '10 29 38'],
  ])
})

describe('toOriginal', () => {
  it('quotes the text as it was written', () => {
    const text = '亲 單.子1️⃣，好'
    const f = fold(text)
    const at = f.text.indexOf('单子1')
    const { start, end } = toOriginal(f, at, at + 3)
    expect(text.slice(start, end)).toBe('單.子1️⃣')
  })

  it('gives what became several units once', () => {
    const f = fold('共⑫个')
    expect(f.text).toBe('共12个')
    expect(toOriginal(f, 1, 2)).toEqual({ start: 1, end: 2 })
    expect(toOriginal(f, 1, 3)).toEqual({ start: 1, end: 2 })
  })
})

describe('fold: any text', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    fc
      .array(fc.constantFrom(...'微信 ,，.-/*_`\'"“”「」[]{}【】#/:^$?？~aVx19①😀\ud83d️⃣一'))
      .map((parts) => parts.join('')),
  )

  it('has a total, monotone map into the text', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const f = fold(text)
        expect(f.start).toHaveLength(f.text.length)
        expect(f.end).toHaveLength(f.text.length)
        for (let i = 0; i < f.text.length; i++) {
          expect(f.start[i]).toBeGreaterThanOrEqual(i ? f.start[i - 1]! : 0)
          expect(f.end[i]).toBeGreaterThanOrEqual(i ? f.end[i - 1]! : 0)
          const span = toOriginal(f, i, i + 1)
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('leaves no two boundaries side by side', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(fold(text).text).not.toMatch(/[ ,][ ,.?]|[?][ ,.]/)
      }),
      { numRuns: 2000 },
    )
  })

  it('changes nothing that is folded already', () => {
    const word = fc.constantFrom(
      '亲',
      '在的',
      '發票',
      '单.子',
      '微 信',
      'vx',
      'lh_0099',
      '3-5天',
      '15:30',
      '➕V',
      '好',
    )
    // A full stop is left out: folded, it could as well stand inside a word.
    const sign = fc.constantFrom('', ' ', '，', '？', '😀', '/:815')
    const ordinary = fc
      .array(fc.tuple(word, sign), { maxLength: 8 })
      .map((parts) => parts.map(([a, b]) => a + b).join(''))
    fc.assert(
      fc.property(ordinary, (text) => {
        const once = fold(text).text
        expect(fold(once).text).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })

  it('stands a very long text', () => {
    expect(fold('微,'.repeat(100_000)).text).toHaveLength(100_000)
    expect(fold("‘'{[/:".repeat(50_000)).start.length).toBeGreaterThan(0)
  })
})
