import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { PackError } from './error.js'
import type { FileFault, Path } from './fault.js'
import { narrowed, type Repair, repairs } from './repairs.js'
import { shapeFault } from './shape.js'
import { yamlFault } from './yaml-fault.js'

/** Each reads the whole text again: a long one, of so many units for all tries, fewer times. */
const MOST_TRIES = 20
const MOST_READ = 400_000

export interface Spot {
  line: number
  column: number
}

type Checked<T> =
  | { data: T; place(path: Path): Spot }
  | { data?: undefined; fault: FileFault; at: number; to: number }

/** What a text of YAML holds, or the first trouble with it. */
export function checkYaml<S extends z.ZodType>(
  text: string,
  schema: S,
): { data: z.infer<S>; place(path: Path): Spot } | ({ fault: FileFault } & Spot) {
  const read = attempt(text, schema)
  if (!('fault' in read)) return read
  const { fault, at } = better(read, text, schema) ?? read
  return { fault, ...spotIn(text, at) }
}

/** Parses one YAML file and checks its shape; the first trouble is thrown with line and column. */
export function readYaml<S extends z.ZodType>(path: string, text: string, schema: S): z.infer<S> {
  const read = checkYaml(text, schema)
  if ('fault' in read) throw new PackError(read.fault, path, read.line, read.column)
  return read.data
}

function attempt<S extends z.ZodType>(text: string, schema: S): Checked<z.infer<S>> {
  const lines = new LineCounter()
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  // a tag that means nothing is only warned of, and takes its word with it
  const broken = doc.errors[0] ?? doc.warnings[0]
  if (broken !== undefined) {
    const { fault, at } = yamlFault(broken, doc, lines, text)
    return { fault: { code: 'yaml', ...fault }, at, to: broken.pos[1] }
  }
  let data: unknown
  try {
    data = doc.toJS({ maxAliasCount: 100 }) ?? {}
  } catch {
    const at = Math.max(0, text.search(/(?<=[\s[{,])\*/))
    return { fault: { code: 'yaml', is: 'sign-first', sign: '*' }, at, to: at }
  }
  const result = schema.safeParse(data)
  if (result.success)
    return {
      data: result.data,
      place: (path) => {
        const { line, col } = lines.linePos(rangeOf(doc, path)[0])
        return { line, column: col }
      },
    }
  const fault = shapeFault(result.error.issues, data, schema)
  const aboutKey = fault.is === 'unknown-key' || fault.is === 'wrong-key'
  const [at, to] = rangeOf(doc, fault.path, aboutKey)
  return { fault: { code: 'rule-shape', ...fault }, at, to }
}

/** The slip that explains the trouble: once it is mended the trouble is gone, or further on. */
function better(
  read: { fault: FileFault; at: number; to: number },
  text: string,
  schema: z.ZodType,
): Repair | undefined {
  const { fault, at, to } = read
  const unread = fault.code === 'yaml'
  const line = text.lastIndexOf('\n', at - 1) + 1
  // what confuses the reader may stand some lines above the place where it gives up
  const from = unread ? Math.max(0, line - 1000) : line
  const tries = [...repairs(text, from, unread ? lineEnd(text, to) : Math.max(at, to - 1))]
  tries.sort((a, b) => b.at - a.at)
  return [
    ...tries.slice(0, Math.min(MOST_TRIES, Math.ceil(MOST_READ / text.length))),
    ...(isText(fault) ? narrowed(text, at, to) : []),
  ].find((repair) => {
    const mended = attempt(repair.text, schema)
    if (!('fault' in mended)) return true
    if (mended.fault.code === 'yaml') return unread && mended.at > lineEnd(repair.text, Math.max(at, to))
    return unread || !sameSpot(mended.fault, fault)
  })
}

const isText = (fault: FileFault) =>
  fault.code === 'rule-shape' && fault.is === 'wrong-value' && fault.found.is === 'text'

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function sameSpot(a: FileFault, b: FileFault): boolean {
  return a.code === 'rule-shape' && b.code === 'rule-shape' && a.path.join('\0') === b.path.join('\0')
}

function spotIn(text: string, at: number): Spot {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

/** Where the value at the path stands, or its key, or what is nearest above it. */
function rangeOf(doc: ReturnType<typeof parseDocument>, path: Path, key = false): [number, number] {
  for (let n = path.length; n >= 0; n--) {
    if (n > 0 && (key || n === path.length)) {
      const map = n === 1 ? doc.contents : doc.getIn(path.slice(0, n - 1), true)
      const pair = isMap(map)
        ? map.items.find((each) => isScalar(each.key) && String(each.key.value) === String(path[n - 1]))
        : undefined
      const value = pair?.value as { range?: [number, number, number] | null } | null | undefined
      const range = isScalar(pair?.key) ? pair.key.range : undefined
      // a value left empty has no place of its own
      if (range && (key || !value?.range || value.range[0] === value.range[1])) return [range[0], range[1]]
    }
    const node = doc.getIn(path.slice(0, n), true) as { range?: [number, number, number] | null } | undefined
    if (node?.range) return [node.range[0], node.range[1]]
  }
  return [0, 0]
}
