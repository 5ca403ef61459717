/** Texts of the view that judges files, apart from the others: neither the commands nor the report carry them. */

import type { Lang } from '../engine/types.js'
import { auditPageEn } from './audit-page-en.js'
import { auditPageZhCN } from './audit-page-zh-CN.js'

export type AuditTexts = typeof auditPageZhCN

export function auditTexts(lang: Lang): AuditTexts {
  return lang === 'en' ? auditPageEn : auditPageZhCN
}
