/** A sentence without what varies from one sending to the next: punctuation, spaces, emoji, numbers. */
export function phraseOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/\p{Nd}+/gu, '#')
    .replace(/(?!#)[\s\p{P}\p{S}\p{Cf}\p{Mn}]/gu, '')
}
