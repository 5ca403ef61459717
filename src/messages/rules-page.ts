/** Texts of the view of rules, apart from the others: neither the commands nor the report carry them. */

import type { Lang } from '../engine/types.js'
import { rulesPageEn } from './rules-page-en.js'
import { rulesPageZhCN } from './rules-page-zh-CN.js'

export type RulesTexts = typeof rulesPageZhCN

export function rulesTexts(lang: Lang): RulesTexts {
  return lang === 'en' ? rulesPageEn : rulesPageZhCN
}
