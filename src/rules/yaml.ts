import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { PackError } from './error.js'

/** Parses one YAML file and checks its shape; the first trouble is thrown with line and column. */
export function readYaml<S extends z.ZodType>(path: string, text: string, schema: S): z.infer<S> {
  const lines = new LineCounter()
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const broken = doc.errors[0]
  if (broken) {
    fullWidth(path, text)
    const at = lines.linePos(broken.pos[0])
    throw new PackError('yaml', path, at.line, at.col, broken.message)
  }
  const result = schema.safeParse(doc.toJS() ?? {})
  if (result.success) return result.data
  fullWidth(path, text)
  const issue = deepest(result.error.issues)
  const spot = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path
  const at = position(doc, lines, spot)
  const where = issue.path.length ? `${issue.path.join('.')}: ` : ''
  throw new PackError('rule-shape', path, at.line, at.col, `${where}${issue.message}`)
}

/** A Chinese keyboard's colon after a key: YAML sees none there, and what it then says helps nobody. */
function fullWidth(path: string, text: string): void {
  text.split('\n').forEach((line, i) => {
    const key = /(?:^[\s-]*|[{,]\s*)([@\w.-]+)\uff1a/.exec(line)
    if (key) throw new PackError('full-width', path, i + 1, key.index + key[0].length, key[1]!)
  })
}

/** A union reports all its branches; the branch that got furthest says most. */
export function deepest(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue {
  // a key that means nothing is the likeliest slip, and the clearest to name
  const first = issues.find((i) => i.code === 'unrecognized_keys') ?? issues[0]!
  if (first.code === 'invalid_union') {
    const inner = first.errors.flat().sort((a, b) => b.path.length - a.path.length)[0]
    if (inner?.path.length) return { ...inner, path: [...first.path, ...inner.path] }
  }
  return first
}

export function position(
  doc: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  path: readonly PropertyKey[],
) {
  for (let n = path.length; n >= 0; n--) {
    const node = doc.getIn(path.slice(0, n), true) as { range?: [number, number, number] } | undefined
    if (node?.range) return lines.linePos(node.range[0])
  }
  return { line: 1, col: 1 }
}
