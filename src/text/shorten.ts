/** Text of many different characters written in characters that take less room, so that what is left compresses well. */
export interface Shortened {
  /** The characters that stand for themselves no more, the most frequent first. */
  characters: string
  text: string
}

/** The first code that stands for another character; those below stand for themselves. */
const FIRST = 0xa1

export function shorten(text: string): Shortened {
  const count = new Map<string, number>()
  for (const unit of text.split(''))
    if (unit.charCodeAt(0) >= FIRST) count.set(unit, (count.get(unit) ?? 0) + 1)
  const characters = [...count].sort(([, a], [, b]) => b - a).map(([unit]) => unit)
  const code = new Map(characters.map((unit, i) => [unit, String.fromCharCode(FIRST + i)]))
  const written = text.split('').map((unit) => code.get(unit) ?? unit)
  return { characters: characters.join(''), text: written.join('') }
}

export function restore({ characters, text }: Shortened): string {
  const parts: string[] = []
  for (let i = 0; i < text.length; i++) {
    const place = text.charCodeAt(i) - FIRST
    parts.push(place < 0 ? text.charAt(i) : characters.charAt(place))
  }
  return parts.join('')
}
