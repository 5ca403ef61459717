/** Answers in Chinese or English: what the request prefers, else the server's own language. */

import type { MiddlewareHandler } from 'hono'
import { languageDetector } from 'hono/language'
import type { Env, Service } from './service.js'

export function inLanguage({ faces, lang }: Service): MiddlewareHandler<Env> {
  const detect = languageDetector({
    order: ['header'],
    caches: false,
    supportedLanguages: ['zh', 'en'],
    fallbackLanguage: lang === 'en' ? 'en' : 'zh',
  })
  return async (c, next) => {
    await detect(c, async () => {
      const { language } = c.var as unknown as { language: string }
      c.set('face', faces[language === 'en' ? 'en' : 'zh-CN'])
      await next()
    })
  }
}
