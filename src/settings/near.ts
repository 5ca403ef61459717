/** Rules that somebody may have meant by a name that does not exist. */
export function nearest(id: string, all: readonly string[]): string[] {
  const [topic, word] = [id.split('/')[0]!, id.split('/').at(-1)!]
  return all
    .filter((each) => each.includes(word) || each.startsWith(`${topic}/`))
    .sort((a, b) => sharedStart(b, id) - sharedStart(a, id))
    .slice(0, 8)
}

function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
