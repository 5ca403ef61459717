/** Builds dist/kefulint.html: one file with everything in it, which opens from disk and asks nothing of a network. */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { appMessagesFor } from '../src/messages/app.js'
import { policyFor } from '../src/report/policy.js'

const page = fileURLToPath(new URL('../src/page/app/', import.meta.url))
const dist = fileURLToPath(new URL('../dist/', import.meta.url))

async function bundle(): Promise<{ script: string; style: string }> {
  const built = await build({
    root: page,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      // Browsers of some years ago are common in shops.
      target: ['chrome90', 'firefox90', 'safari16.4'],
      // one classic script: a module would not start from disk in every browser
      lib: { entry: `${page}main.ts`, formats: ['iife'], name: 'kefulint', cssFileName: 'style' },
      // the rules are most of it
      chunkSizeWarningLimit: 4000,
      // a classic script has no import.meta; what asks for it is never run in a page
      rolldownOptions: { transform: { define: { 'import.meta': '{}' } } },
    },
  })
  const { output } = [built].flat()[0] as Extract<typeof built, { output: unknown }>
  const [script, ...more] = output.flatMap((part) => (part.type === 'chunk' ? [part.code] : []))
  const [style, ...others] = output.flatMap((part) => (part.type === 'asset' ? [String(part.source)] : []))
  if (script === undefined || style === undefined || more.length + others.length > 0)
    throw new Error(`not one script and one style: ${output.map(({ fileName }) => fileName).join(', ')}`)
  if (/<\/style/i.test(style)) throw new Error('the style would end the element it stands in')
  return { script: inline(script), style: style.trim() }
}

/** As string, template and pattern the same, but nothing in it ends the element or opens a comment. */
function inline(script: string): string {
  return script
    .trim()
    .replace(/<(?=\/script)/gi, '\\x3c')
    .replace(/<(?=!--)/g, '\\x3c')
}

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

function html({ script, style }: { script: string; style: string }): string {
  const { lang, app } = appMessagesFor('zh-CN')
  const policy = policyFor({ scriptHash: hashOf(script), styleHash: hashOf(style) })
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="referrer" content="no-referrer">
<title>${app.title}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<noscript>${app.noScript}</noscript>
<div id="app"></div>
<script>${script}</script>
</body>
</html>
`
}

export const buildPage = async (): Promise<string> => html(await bundle())

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(dist, { recursive: true })
  writeFileSync(`${dist}kefulint.html`, await buildPage())
}
