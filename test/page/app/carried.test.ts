import { describe, expect, test } from 'vitest'
import { createLinter } from '../../../src/index.js'
import { carried } from '../../../src/page/app/chat/carried.js'

const DRAFT = '周三肯定能到，没有发票，加我 QQ 2233445566'
const { findings } = createLinter().checkReply(DRAFT)

const words = (after: string) =>
  carried(findings, DRAFT, after).map(({ span }) => after.slice(span.start, span.end))
const all = findings.map(({ text }) => text)

describe('findings between two verdicts', () => {
  test('there are three to begin with', () => expect(all).toHaveLength(3))

  test('stay where the edit is behind them, and move where it is before them', () => {
    expect(words(`${DRAFT}，好吗`)).toEqual(all)
    expect(words(`亲，${DRAFT}`)).toEqual(all)
    expect(words(DRAFT.replace('，没有', '，很抱歉没有'))).toEqual(all)
  })

  test('go where their own words were changed', () => {
    expect(words(DRAFT.replace('没有发票', '没有电子发票'))).toEqual([all[0], all[2]])
    expect(words('')).toEqual([])
  })

  test('an edit among repeated characters loses none of the words around it', () => {
    expect(words(DRAFT.replace('，没有', '，，没有'))).toEqual(all)
    expect(words(DRAFT)).toEqual(all)
  })
})
