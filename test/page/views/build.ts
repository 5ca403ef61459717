/** A page with one view and a shell as small as can be: tabs, theme and language are another's. */

import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { policyFor } from '../../../src/report/policy.js'

const source = (path: string) =>
  JSON.stringify(fileURLToPath(new URL(`../../../src/${path}`, import.meta.url)))

/** Writes the page and gives its path. The policy is as strict as that of the HTML report. */
export async function viewPage(name: 'audit' | 'rules'): Promise<string> {
  const entry = `
import { ${name}View } from ${source(`page/${name}/view.ts`)}
import { browserStore } from ${source('page/report/store.ts')}
import { createTheme } from ${source('page/report/theme.ts')}
import { messagesFor } from ${source('messages/index.ts')}
const store = browserStore()
createTheme(store)
const view = ${name}View()
const said = document.querySelector('[role=status]')
window.speak = (lang) => {
  document.documentElement.lang = lang
  view.mount(document.querySelector('main'), { t: messagesFor(lang), store, announce: (text) => { said.textContent = text } })
}
window.speak('zh-CN')
`
  const css = ['report', name].map((each) => `@import ${source(`page/${each}/style.css`)};`).join('\n')
  const [script, style] = await Promise.all([bundle(entry, 'ts'), bundle(css, 'css')])
  const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`
  const policy = policyFor({ scriptHash: hash(script), styleHash: hash(style) })
  const file = join(mkdtempSync(join(tmpdir(), 'kefulint-view-')), `${name}.html`)
  writeFileSync(
    file,
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style>${style}</style></head><body><main></main><div class="unseen" role="status"></div>
<script>${script}</script></body></html>`,
  )
  return file
}

async function bundle(contents: string, loader: 'ts' | 'css'): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, loader, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    charset: 'utf8',
    legalComments: 'none',
    target: ['chrome90', 'firefox90', 'safari15'],
  })
  const text = outputFiles[0]!.text.trim()
  return loader === 'ts' ? text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--') : text
}
