import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { messagesFor } from '../../../src/messages/index.js'
import { appealsCsv, appealsMarkdown } from '../../../src/page/report/appeals.js'
import { suppressionsYaml } from '../../../src/page/report/suppressions.js'
import { suppressionFile } from '../../../src/settings/schema.js'
import { noMarks, rowsSaid, rules } from './helpers.js'

const t = messagesFor('zh-CN')

describe('suppressions', () => {
  const approval = { approver: '李主管: "总"', reason: '核对为误报 # 一', expires: '2027-05-01' }

  test('are YAML, one for each content, whatever was said', () => {
    const rows = rowsSaid([
      { text: '没有\n- fingerprint: x\u2028\ufeff' },
      { text: '没有的' },
      { text: '别的', found: { fingerprint: 'bb22' } },
    ])
    const marks = noMarks()
    marks.set('f2', { mark: 'false-alarm', note: '买家问的是\n收据\u2028' })
    expect(parse(suppressionsYaml(rows, marks, approval, rules, t))).toEqual({
      suppressions: [
        { fingerprint: '00aa11', ...approval },
        { fingerprint: 'bb22', ...approval, reason: '买家问的是\n收据\u2028' },
      ],
    })
  })

  test('can be given to --suppressions as they are', () => {
    const rows = rowsSaid([{ text: '没有的', found: { fingerprint: '0123456789abcd' } }])
    const yaml = suppressionsYaml(rows, noMarks(), approval, rules, t)
    expect(suppressionFile.parse(parse(yaml)).suppressions).toHaveLength(1)
  })
})

describe('the appeal sheet', () => {
  const rows = rowsSaid([{ text: '=没有的,"亲" <b>' }])
  const marks = noMarks()
  marks.set('f0', { mark: 'appealed', note: '买家问的是收据' })

  test('holds clause, evidence, context and reason', () => {
    const sheet = appealsMarkdown(rows, marks, rules, t)
    for (const part of ['拒开发票', '条款一', '有发票吗', '6 分', '买家问的是收据', '不知道是否付款'])
      expect(sheet).toContain(part)
    expect(sheet).toContain('> **2026-10-12T10:02:41 客服 店:小溪: =没有的')
  })

  test('is not formatted by what was said', () => {
    expect(appealsMarkdown(rows, marks, rules, t)).not.toContain('<b>')
  })

  test('is also a table, in which no cell is a formula', () => {
    const table = appealsCsv(rows, marks, rules, t)
    expect(table.startsWith('\ufeff"')).toBe(true)
    expect(table).toContain(`"'=没有的,""亲"" <b>"`)
    expect(table.trimEnd().split('\r\n')).toHaveLength(2)
  })
})
