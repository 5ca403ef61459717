/** Makes `rules/grammar/masking.yaml` into a module of plain data: reports read no YAML. */

import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const schema = z.object({
  masks: z
    .array(
      z.strictObject({
        name: z.string(),
        pattern: z.string(),
        keep: z.tuple([z.int().min(0), z.int().min(0)]),
        everywhere: z.literal(true).optional(),
      }),
    )
    .min(1),
})

export function generateMasking(): string {
  const file = new URL('../rules/grammar/masking.yaml', import.meta.url)
  const { masks } = schema.parse(parse(readFileSync(file, 'utf8')))
  for (const { pattern } of masks) new RegExp(pattern, 'gu')
  return [
    '// Generated from rules/grammar/masking.yaml: do not edit.',
    "import type { Mask } from '../report/mask.js'",
    '',
    `export const masks: readonly Mask[] = ${ascii(JSON.stringify(masks, null, 2))}`,
    '',
  ].join('\n')
}

function ascii(json: string): string {
  return json.replace(/[^\x20-\x7e\n]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
