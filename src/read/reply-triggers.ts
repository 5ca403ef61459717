/** Trigger words of an answering robot: `a,b,(c,d)+(e,f)` is a, or b, or one of c and d with one of e and f. */

const MOST = 20

/** What a buyer may have said for the reply to be sent. */
export function triggersIn(written: string): string[] {
  return splitOutside(written, /[,，、;；|\n]/)
    .map((one) =>
      splitOutside(one, /\+/)
        .map((part) => splitOutside(part.replace(/^[\s(（]+|[\s)）]+$/g, ''), /[,，]/)[0] ?? '')
        .join(''),
    )
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .slice(0, MOST)
}

/** Cuts at the mark where no bracket is open. */
function splitOutside(text: string, mark: RegExp): string[] {
  const parts = ['']
  let depth = 0
  for (const char of text) {
    if ('(（'.includes(char)) depth++
    if (')）'.includes(char)) depth = Math.max(0, depth - 1)
    if (depth === 0 && mark.test(char)) parts.push('')
    else parts[parts.length - 1] += char
  }
  return parts
}
