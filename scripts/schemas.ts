/** JSON Schemas of the files that people write, for editors. `npm run schemas` writes them; a test sees that they are current. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fields } from '../src/messages/fields.js'
import { lexiconFile, packFile, ruleFile } from '../src/rules/schema.js'
import { configFile, suppressionFile } from '../src/settings/schema.js'

export const SCHEMAS = {
  config: configFile,
  suppressions: suppressionFile,
  rule: ruleFile,
  lexicon: lexiconFile,
  pack: packFile,
}

type Node = Record<string, unknown> & {
  properties?: Record<string, Node>
  items?: Node
  additionalProperties?: Node | boolean
}

/** By file name. */
export function schemaFiles(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, {
        io: 'input',
        target: 'draft-7',
        override: ({ jsonSchema }) => onlyKnownFormats(jsonSchema),
      }) as Node
      const described = { $schema, title: `kefulint ${name}`, ...withDescriptions(rest, []) }
      return [`${name}.schema.json`, `${JSON.stringify(described, null, 2)}\n`]
    }),
  )
}

/** zod names a format of its own beside the pattern that says the same; validators complain of it. */
function onlyKnownFormats(node: { format?: string }) {
  if (node.format === 'starts_with') delete node.format
}

/** Names that people choose themselves have no description. */
function withDescriptions(node: Node, path: readonly string[]): Node {
  const { properties, items, additionalProperties } = node
  const field = (name: string, inner: Node) => {
    const text = fields[[...path.slice(-1), name].join('.')] ?? fields[name]
    if (text === undefined)
      throw new Error(`src/messages/fields.ts does not describe ${[...path, name].join('.')}`)
    return { description: `${text.zh}\n${text.en}`, ...withDescriptions(inner, [...path, name]) }
  }
  return {
    ...node,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, inner]) => [name, field(name, inner)]),
      ),
    }),
    ...(items && { items: withDescriptions(items, path) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: withDescriptions(additionalProperties, path),
    }),
  }
}

if (process.argv[1] === import.meta.filename) {
  const folder = join(import.meta.dirname, '..', 'schema')
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(schemaFiles())) writeFileSync(join(folder, name), text)
}
