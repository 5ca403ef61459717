/** Bundles the HTML report's page code and style into a module, with the hashes that its security policy names. */
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, buildSync } from 'esbuild'

const page = new URL('../src/page/report/', import.meta.url)

function bundle(entry: string, options: BuildOptions = {}): string {
  const { outputFiles = [] } = buildSync({
    entryPoints: [fileURLToPath(new URL(entry, page))],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    // Browsers of some years ago are common in shops.
    target: ['chrome90', 'firefox90', 'safari15'],
    ...options,
  })
  const text = outputFiles[0]!.text.trim()
  if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error(`${entry} would end the element it stands in`)
  return text
}

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

export function generateReportPage(): string {
  const script = bundle('main.ts', { format: 'iife', platform: 'browser' })
  const style = bundle('style.css')
  const parts = { script, scriptHash: hashOf(script), style, styleHash: hashOf(style) }
  return Object.entries(parts)
    .map(([name, text]) => `export const ${name}: string = ${JSON.stringify(text)}\n`)
    .join('')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // While working on the page alone: `npx tsx scripts/report-page.ts`
  const { writeFileSync } = await import('node:fs')
  writeFileSync(new URL('../src/generated/report-page.ts', import.meta.url), generateReportPage())
}
