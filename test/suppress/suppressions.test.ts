import { describe, expect, test } from 'vitest'
import { createLinter } from '../../src/index.js'
import { createSuppressions, type Suppression } from '../../src/suppress/suppressions.js'

const [finding] = createLinter().checkReply('亲，本店不开发票的哦').findings as [never]
const { fingerprint } = finding as { fingerprint: string }
const by = { reason: '样品店，没有销售', approver: '李店长', expires: '2026-11-30' }
const on = (day: string, ...all: Partial<Suppression>[]) =>
  createSuppressions(
    all.map((one) => ({ ...by, ...one })),
    day,
  )

describe('what it names', () => {
  test.each<[string, Partial<Suppression>, boolean]>([
    ['a fingerprint', { fingerprint }, true],
    ['another fingerprint', { fingerprint: '00000000000000' }, false],
    ['rule and message', { rule: 'invoice/refusal', text: '亲，本店不开发票的哦' }, true],
    ['rule and message, spelt otherwise', { rule: 'invoice/refusal', text: '亲 本店不開發票的哦。' }, true],
    ['rule and part of the message', { rule: 'invoice/refusal', text: '亲' }, false],
    ['another rule', { rule: 'contact/qq', text: '亲，本店不开发票的哦' }, false],
    ['fingerprint and another rule', { fingerprint, rule: 'contact/qq' }, false],
  ])('%s', (_, named, fits) => {
    const suppressions = on('2026-11-01', named)
    expect(suppressions.match(finding)).toEqual(fits ? { kind: 'suppression', ...by } : undefined)
    expect(suppressions.unused()).toEqual(fits ? [] : [0])
  })

  test('the trigger alone does, in whatever message', () => {
    const { text } = finding as { text: string }
    expect(on('2026-11-01', { rule: 'invoice/refusal', text }).match(finding)).toBeDefined()
  })
})

test('it holds to the end of its last day', () => {
  expect(on('2026-11-30', { fingerprint }).match(finding)).toBeDefined()
  const late = on('2026-12-01', { fingerprint })
  expect(late.match(finding)).toBeUndefined()
  expect([late.expired(), late.unused()]).toEqual([[0], []])
})

test('one that has expired does not stand before one that holds', () => {
  const suppressions = on('2026-12-01', { fingerprint }, { fingerprint, expires: '2027-01-01' })
  expect(suppressions.match(finding)).toMatchObject({ expires: '2027-01-01' })
})
