/** The library that checks shapes, before anything is declared with it: it would compile code, which the page forbids. */

import { z } from 'zod'
import type { Lang } from '../../engine/types.js'

z.config({ jitless: true })

/** What it says of a wrong shape is shown to people. */
export function speakOfShapes(lang: Lang) {
  z.config(lang === 'en' ? z.locales.en() : z.locales.zhCN())
}
