/** Texts of the stand-alone page, apart from the others: neither the commands nor the report carry them. */

import type { Lang } from '../engine/types.js'
import { appEn } from './app-en.js'
import { appZhCN } from './app-zh-CN.js'
import { type Messages, messagesFor } from './index.js'

export type AppMessages = Messages & { app: typeof appZhCN }

export function appMessagesFor(lang: Lang): AppMessages {
  return { ...messagesFor(lang), app: lang === 'en' ? appEn : appZhCN }
}
