import { z } from 'zod'
import type { Lang } from '../engine/types.js'

/** What zod says of a wrong shape is shown to people: before any YAML of theirs is checked. */
export function speakOfShapes(lang: Lang): void {
  z.config(lang === 'en' ? z.locales.en() : z.locales.zhCN())
}
