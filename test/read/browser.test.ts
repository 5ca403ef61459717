/** What reads a file by its bytes may not reach for Node: pages bundle it. */

import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

test.each(['content', 'quick-replies', 'kind'])('read/%s bundles for a browser', async (name) => {
  const entry = fileURLToPath(new URL(`../../src/read/${name}.ts`, import.meta.url))
  const { metafile, warnings } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'browser',
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  expect(warnings).toEqual([])
  const own = Object.keys(metafile.inputs).filter((path) => path.startsWith('src/'))
  expect(own.length).toBeGreaterThan(10)
  expect(own.filter((path) => /^src\/(?:cli|report)\//.test(path) || path.endsWith('files.ts'))).toEqual([])
})
