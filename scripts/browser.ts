/** Bundles the slim entry: an ES module, CommonJS, a script for a tag and types for CommonJS. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const entry = `${root}src/browser.ts`
const BUILDS = [
  ['browser.js', 'esm'],
  ['browser.cjs', 'cjs'],
  ['kefulint.global.js', 'iife'],
] as const

for (const [name, format] of BUILDS)
  buildSync({
    entryPoints: [entry],
    outfile: `${root}dist/${name}`,
    bundle: true,
    minify: true,
    format,
    globalName: format === 'iife' ? 'kefulint' : undefined,
    platform: 'neutral',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
  })

// CommonJS sees the types of the ES module: only the values must be named anew
writeFileSync(
  `${root}dist/browser.d.cts`,
  `import type * as slim from './browser.js' with { 'resolution-mode': 'import' }
export type * from './browser.js' with { 'resolution-mode': 'import' }
${Object.keys(await import('../src/browser.js'))
  .map((name) => `export declare const ${name}: typeof slim.${name}\n`)
  .join('')}`,
)
