/** Spells out `a(b|c)?d` into the literal words it stands for. */
export function expandWord(pattern: string, limit = 400): string[] {
  // most words are plain
  if (!/[()|?\\]/.test(pattern)) return [pattern]
  const [words, rest] = alternatives(pattern, 0)
  if (rest !== pattern.length) throw new SyntaxError(`unexpected ")" at ${rest + 1} in "${pattern}"`)
  const unique = [...new Set(words)].filter((w) => w.length > 0)
  if (unique.length > limit)
    throw new SyntaxError(`"${pattern}" stands for ${unique.length} words, at most ${limit}`)
  return unique
}

function alternatives(p: string, from: number): [string[], number] {
  const all: string[] = []
  let [seq, i] = sequence(p, from)
  all.push(...seq)
  while (p[i] === '|') {
    ;[seq, i] = sequence(p, i + 1)
    all.push(...seq)
  }
  return [all, i]
}

function sequence(p: string, from: number): [string[], number] {
  let words = ['']
  let i = from
  while (i < p.length && p[i] !== '|' && p[i] !== ')') {
    let piece: string[]
    if (p[i] === '(') {
      ;[piece, i] = alternatives(p, i + 1)
      if (p[i] !== ')') throw new SyntaxError(`"(" without ")" in "${p}"`)
      i++
    } else if (p[i] === '\\' && i + 1 < p.length) {
      piece = [p[i + 1]!]
      i += 2
    } else {
      const ch = String.fromCodePoint(p.codePointAt(i)!)
      piece = [ch]
      i += ch.length
    }
    if (p[i] === '?') {
      piece = [...piece, '']
      i++
    }
    words = words.flatMap((w) => piece.map((x) => w + x))
    if (words.length > 5000) throw new SyntaxError(`"${p}" stands for too many words`)
  }
  return [words, i]
}
