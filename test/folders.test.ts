import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

interface Row {
  /** What it may import. */
  may?: string[]
  /** Of these only types. */
  types?: string[]
}

/** From the bottom to the top. A file that stands elsewhere than its folder has a row of its own. */
const ROWS: Record<string, Row> = {
  'read/names.ts': {},
  text: {},
  score: {},
  statements: { may: ['text'], types: ['rules'] },
  dialogue: { may: ['statements'] },
  rules: { may: ['statements'], types: ['engine', 'score'] },
  engine: { may: ['text', 'score', 'statements', 'dialogue', 'rules'] },
  'rules/pack.ts': { may: ['rules', 'engine'] },
  'linter.ts': { may: ['engine'] },
  'index.ts': { may: ['rules', 'rules/pack.ts', 'linter.ts', 'engine'], types: ['score', 'statements'] },
  'browser.ts': { may: ['rules', 'text', 'engine'], types: ['statements'] },
  messages: { types: ['read/names.ts', 'rules', 'engine'] },
  read: { may: ['read/names.ts', 'rules', 'messages'] },
  report: { may: ['score', 'messages'], types: ['statements', 'engine'] },
  suppress: { may: ['text', 'engine'], types: ['messages'] },
  audit: { may: ['score', 'messages', 'report'], types: ['engine', 'read'] },
  settings: { may: ['rules', 'rules/pack.ts', 'engine', 'linter.ts', 'read/names.ts', 'messages'] },
  run: { may: ['score', 'messages', 'read', 'suppress', 'audit', 'settings'], types: ['engine', 'report'] },
  serve: { may: ['engine', 'messages', 'read', 'report', 'audit', 'settings', 'run'] },
  cli: {
    may: [
      ...['score', 'rules', 'engine', 'linter.ts', 'messages', 'read/names.ts', 'read', 'report', 'audit'],
      ...['settings', 'run', 'serve'],
    ],
  },
  page: {
    may: [
      'score',
      'rules',
      'rules/pack.ts',
      'linter.ts',
      'messages',
      'read/names.ts',
      'read',
      'report',
      'audit',
    ],
    types: ['engine'],
  },
}

/** For all, and beneath all. */
const COMMON = ['model.ts', 'values.ts', 'errors.ts', 'lists.ts', 'generated']

const OF_NODE = ['read/files.ts', 'report/places.ts', 'report/spool.ts', 'settings', 'run', 'serve', 'cli']

interface Import {
  from: string
  /** A file of src/, or the name of a module. */
  to: string
  type: boolean
}

const src = fileURLToPath(new URL('../src', import.meta.url))
const files = (readdirSync(src, { recursive: true }) as string[]).filter(
  (file) => file.endsWith('.ts') && !file.startsWith('generated'),
)
const imports = files.flatMap(importsOf)

/** Static, dynamic, re-exported, and types alone. */
function importsOf(from: string): Import[] {
  const found: Import[] = []
  const add = (specifier: ts.Node | undefined, type: boolean) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return
    const name = specifier.text
    const to = name.startsWith('.') ? normalize(join(dirname(from), name)).replace(/\.js$/, '.ts') : name
    found.push({ from, to, type })
  }
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, namesTypes(node.importClause))
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, namesTypes(node))
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(from, readFileSync(join(src, from), 'utf8'), ts.ScriptTarget.Latest))
  return found
}

function namesTypes(clause: ts.ImportClause | ts.ExportDeclaration | undefined): boolean {
  if (clause === undefined) return false
  if (clause.isTypeOnly) return true
  const bindings = ts.isImportClause(clause) ? clause.namedBindings : clause.exportClause
  if (bindings === undefined || !('elements' in bindings)) return false
  return bindings.elements.every((element) => element.isTypeOnly)
}

const within = (file: string, place: string) => file === place || file.startsWith(`${place}/`)
const rowOf = (file: string) => (file in ROWS ? file : file.split('/')[0]!)

describe('the folders of src/', () => {
  it('each have a row', () => {
    expect(files.length).toBeGreaterThan(250)
    expect(imports.length).toBeGreaterThan(1000)
    const rows = new Set(files.map(rowOf).filter((row) => !COMMON.includes(row)))
    expect([...rows].sort()).toEqual(Object.keys(ROWS).sort())
  })

  it.each([...COMMON, ...Object.keys(ROWS)])('%s imports only what its row names', (row) => {
    const { may = [], types = [] } = ROWS[row] ?? {}
    const astray = imports.filter(({ from, to, type }) => {
      const target = rowOf(to)
      if (rowOf(from) !== row || !files.includes(to) || target === row || COMMON.includes(target))
        return false
      return !may.includes(target) && !(type && types.includes(target))
    })
    expect(astray.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  it('import nothing that stands above them, but for types', () => {
    const order = Object.keys(ROWS)
    const upward = Object.entries(ROWS).flatMap(([row, { may = [] }]) =>
      may.filter((other) => !order.slice(0, order.indexOf(row)).includes(other)).map((other) => [row, other]),
    )
    expect(upward).toEqual([])
  })

  it('touch the machine in a few places only', () => {
    const touching = new Set(imports.filter(({ to }) => to.startsWith('node:')).map(({ from }) => from))
    expect(touching.size).toBeGreaterThan(10)
    expect([...touching].filter((file) => !OF_NODE.some((place) => within(file, place)))).toEqual([])
  })
})
