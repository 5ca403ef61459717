import { describe, expect, test } from 'vitest'
import { detectLang, messagesFor } from '../../src/messages/index.js'

describe('the language', () => {
  test.each([
    [{ LANG: 'zh_CN.UTF-8' }, undefined, 'zh-CN'],
    [{ LANG: 'en_US.UTF-8' }, undefined, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW' }, undefined, 'zh-CN'],
    [{ LANG: 'zh_CN', LC_MESSAGES: 'en_GB' }, undefined, 'en'],
    [{ LANG: 'de_DE' }, undefined, 'en'],
    [{ LANG: 'C.UTF-8' }, undefined, 'zh-CN'],
    [{}, undefined, 'zh-CN'],
    [{ LANG: 'zh_CN' }, 'en', 'en'],
    [{}, 'fr', undefined],
  ])('%j %s', (env, flag, lang) => {
    expect(detectLang(env, flag, 'zh-Hans-CN')).toBe(lang)
  })
})

test('every problem says what is wrong and what to do, in both languages', () => {
  for (const lang of ['zh-CN', 'en'] as const) {
    for (const make of Object.values(messagesFor(lang).problems)) {
      const { what, todo } = (make as (...args: unknown[]) => { what: string; todo: string })(
        ['a'],
        ['b'],
        ['c'],
      )
      expect(what.length).toBeGreaterThan(3)
      expect(todo.length).toBeGreaterThan(3)
    }
  }
})
