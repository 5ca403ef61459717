import type { FullWidth } from './fault.js'

/** What a Chinese keyboard gives in place of the signs of YAML and of words; messages are read in half width, so that no word holds them. */
const WIDE = /[\uff01-\uff5e\u3000“”‘’「」『』【】〔〕、。]/

export const QUOTES = '“”„‘’＂＇「」『』'

const HALF: Record<string, string> = {
  '、': ', ',
  '，': ', ',
  '。': '.',
  '：': ': ',
  '【': '[',
  '〔': '[',
  '】': ']',
  '〕': ']',
}

/** With the signs of a half-width keyboard. */
export function half(text: string): string {
  return [...text]
    .map((char) => (QUOTES.includes(char) ? '"' : (HALF[char] ?? char.normalize('NFKC'))))
    .join('')
}

/** A name or a word of a lexicon that holds such a sign. */
export function fullWidth(name: string): ({ code: 'full-width' } & FullWidth) | undefined {
  if (!WIDE.test(name)) return undefined
  return { code: 'full-width', found: name, write: half(name).replace(/^"|"$/g, '').trim() }
}
