/** From what zod reports of a value to what people are told. */

import type { z } from 'zod'
import { near } from './fail.js'
import type { Expected, Form, Found, Path, ShapeFault } from './fault.js'

type Schema = z.core.$ZodType
type Issue = z.core.$ZodIssue

/** Names a form of text in a schema, in place of the message. */
export const form = (name: Form): Form => name

/** The trouble that says most. */
export function shapeFault(issues: readonly Issue[], data: unknown, schema: Schema): ShapeFault {
  const issue = deepest(issues)
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0]!
    const known = keysAt(schema, path)
    // a key that is missing is the likeliest to be meant
    const missing = issues.filter(
      (i) => i.path.length === path.length + 1 && valueAt(data, i.path) === undefined,
    )
    const meant = near(key, [...missing.map((i) => String(i.path.at(-1))), ...known])
    return {
      is: 'unknown-key',
      path: [...path, key],
      known,
      near: meant,
      under: meant === undefined ? whereKnown(key, schema, path) : undefined,
    }
  }
  if (issue.code === 'invalid_key')
    return {
      is: 'wrong-key',
      path,
      expected: expectedBy(issue.issues[0]!, String(path.at(-1)), schema, path),
    }
  const value = valueAt(data, path)
  const expected = expectedBy(issue, value, schema, path)
  return value === undefined && path.length > 0
    ? { is: 'missing-key', path, expected }
    : { is: 'wrong-value', path, expected, found: foundAs(value) }
}

/** A union reports all its branches; the branch that got furthest says most. */
function deepest(issues: readonly Issue[]): Issue {
  // a key that means nothing is the likeliest slip, and the clearest to name
  const first = issues.find((i) => i.code === 'unrecognized_keys') ?? issues[0]!
  if (first.code === 'invalid_union') {
    const inner = first.errors.flat().sort((a, b) => b.path.length - a.path.length)[0]
    if (inner?.path.length) return { ...inner, path: [...first.path, ...inner.path] }
  }
  return first
}

const TYPES: Record<string, 'text' | 'number' | 'whole' | 'boolean'> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  boolean: 'boolean',
}

function expectedBy(issue: Issue, value: unknown, schema: Schema, path: Path): Expected {
  switch (issue.code) {
    case 'invalid_type': {
      const type = TYPES[issue.expected]
      if (issue.expected === 'array') return { is: 'list', keys: keysAt(schema, [...path, '*']) }
      if (type === undefined) return { is: 'map', keys: keysAt(schema, path) }
      const form = type === 'text' ? formAt(schema, path) : undefined
      return form === undefined ? { is: type } : { is: 'form', form }
    }
    case 'invalid_value': {
      const values = issue.values.map(String)
      return { is: 'one-of', values, near: typeof value === 'string' ? near(value, values) : undefined }
    }
    case 'too_small': {
      const least = Number(issue.minimum)
      if (issue.origin === 'string') return { is: 'characters', least }
      if (issue.origin === 'array') return { is: 'list', keys: keysAt(schema, [...path, '*']), least }
      return { is: 'range', ...limitsAt(schema, path) }
    }
    case 'too_big':
      return { is: 'range', ...limitsAt(schema, path) }
    case 'invalid_format':
    case 'custom':
      return { is: 'form', form: issue.message as Form }
    case 'invalid_union': {
      const all = issue.errors.map((branch) => expectedBy(branch[0]!, value, schema, path))
      return { is: 'any', of: all }
    }
    default:
      return { is: 'other' }
  }
}

function foundAs(value: unknown): Found {
  if (value === null || value === undefined || value === '') return { is: 'nothing', text: '' }
  if (Array.isArray(value) && value.length === 0) return { is: 'nothing', text: '' }
  if (Array.isArray(value)) return { is: 'list', text: '' }
  if (typeof value === 'object') return { is: 'map', text: '' }
  const is = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text'
  return { is, text: String(value) }
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce((part, key) => (part as Record<PropertyKey, unknown> | null | undefined)?.[key], data)
}

/** What a schema holds once that it may be absent and what becomes of it are taken off. */
function bare(schema: Schema): z.core.$ZodTypes[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'nullable':
      return bare(def.innerType)
    case 'pipe':
      return bare(def.in)
    case 'union':
      return def.options.flatMap(bare)
    default:
      return [schema as z.core.$ZodTypes]
  }
}

/** The schemas one level in: by key of a map, by `*` of free names and of the items of a list. */
function inside(schema: Schema): Map<PropertyKey, Schema> {
  const all = new Map<PropertyKey, Schema>()
  for (const { _zod } of bare(schema)) {
    const { def } = _zod
    if (def.type === 'object') {
      for (const [key, inner] of Object.entries(def.shape)) all.set(key, inner)
      if (def.catchall !== undefined && def.catchall._zod.def.type !== 'never') all.set('*', def.catchall)
    } else if (def.type === 'record') {
      const [keys] = bare(def.keyType)
      const names = keys?._zod.def.type === 'enum' ? Object.values(keys._zod.def.entries) : ['*']
      for (const name of names) all.set(name, def.valueType)
    } else if (def.type === 'array') all.set('*', def.element)
  }
  return all
}

function schemaAt(schema: Schema, path: Path): Schema | undefined {
  let node: Schema | undefined = schema
  for (const key of path) {
    if (node === undefined) return undefined
    const inner = inside(node)
    node = inner.get(key) ?? inner.get('*')
  }
  return node
}

/** What may stand where an unknown key stands. */
function keysAt(schema: Schema, path: Path): string[] {
  const node = schemaAt(schema, path)
  if (node === undefined || bare(node).some(({ _zod }) => _zod.def.type === 'array')) return []
  return [...inside(node).keys()].map(String).filter((key) => key !== '*')
}

interface Check {
  check?: string
  value?: unknown
  /** Made by zod of the message that the schema gives. */
  error?: unknown
}

function checksAt(schema: Schema, path: Path): Check[] {
  const node = schemaAt(schema, path)
  return (node === undefined ? [] : bare(node)).flatMap(({ _zod: { def } }) => [
    def as Check,
    ...(def.checks ?? []).map((check) => check._zod.def as Check),
  ])
}

function limitsAt(schema: Schema, path: Path): { least?: number; most?: number } {
  const all = checksAt(schema, path)
  const [least, most] = ['greater_than', 'less_than'].map(
    (name) => all.find(({ check }) => check === name)?.value,
  )
  return { ...(typeof least === 'number' ? { least } : {}), ...(typeof most === 'number' ? { most } : {}) }
}

/** The form that a text would have to have. */
function formAt(schema: Schema, path: Path): Form | undefined {
  const { error } = checksAt(schema, path).find((check) => typeof check.error === 'function') ?? {}
  return typeof error === 'function' ? (error({}) as Form) : undefined
}

/** The nearest place, seen from the path, where the key has a meaning. */
function whereKnown(key: string, schema: Schema, path: Path): Path | undefined {
  const places: Path[] = []
  const visit = (node: Schema, at: Path) => {
    if (at.length > 5) return
    for (const [name, inner] of inside(node)) {
      if (name === key) places.push(at)
      visit(inner, [...at, name])
    }
  }
  visit(schema, [])
  const shared = (place: Path) => place.findIndex((name, i) => name !== path[i] && name !== '*')
  const close = (place: Path) => (shared(place) < 0 ? place.length : shared(place))
  return places.sort((a, b) => close(b) - close(a) || a.length - b.length)[0]
}
