import { parseDocument } from 'yaml'
import type { Messages } from '../../messages/index.js'

/** What a rule that is being written calls itself, as far as it can be read. */
export function ownTitle(text: string, { lang }: Messages): { title?: string; id?: string } {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' })
  const at = (path: string[]) => {
    const value: unknown = document.getIn(path)
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
  }
  return { title: at(['title', lang === 'en' ? 'en' : 'zh']) ?? at(['title', 'zh']), id: at(['id']) }
}
