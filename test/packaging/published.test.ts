import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)
const out = async (command: string, args: string[], cwd: string) =>
  (await run(command, args, { cwd, env: { ...process.env, NO_COLOR: '1' } })).stdout.trim()

const CHECK = `const { findings } = createLinter().checkReply('没有的哦', { messages: [{ role: 'buyer', text: '有发票吗' }] })
console.log(findings.map((f) => f.rule).join())`

describe('the package as npm publishes it', () => {
  let dir: string
  let tarball: string
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'kefulint-package-'))
    const [{ filename }] = JSON.parse(
      await out('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', dir], root),
    )
    tarball = join(dir, filename)
    writeFileSync(join(dir, 'package.json'), '{ "name": "scratch", "private": true, "type": "module" }')
    await out('npm', ['install', '--no-audit', '--no-fund', '--omit=dev', tarball], dir)
  }, 180_000)
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  const node = (name: string, code: string) => {
    writeFileSync(join(dir, name), code)
    return out(process.execPath, [name], dir)
  }

  it('runs by its name in its own folder, as the README says', async () => {
    const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
    expect(await out('npx', ['kefulint', '--version'], root)).toContain(version)
  }, 60_000)

  it('has no fault that publint knows', async () => {
    expect(await out('npx', ['publint', 'run', tarball, '--strict'], root)).toContain('All good')
  }, 60_000)

  it('has types that fit its modules', async () => {
    // Node 20.19 requires ES modules, so that the main entry needs no second form; any problem makes the command fail
    const args = [
      'attw',
      tarball,
      '--profile',
      'node16',
      '--ignore-rules',
      'cjs-resolves-to-esm',
      '--format',
      'json',
    ]
    const { analysis } = JSON.parse(await out('npx', args, root))
    const [cjs, esm] = ['node16-cjs', 'node16-esm'].map(
      (kind) => analysis.entrypoints['./browser'].resolutions[kind].resolution.fileName,
    )
    expect([cjs, esm]).toEqual([
      expect.stringMatching(/browser\.d\.cts$/),
      expect.stringMatching(/browser\.d\.ts$/),
    ])
  }, 60_000)

  it.each([
    ['the library as an ES module', 'a.mjs', `import { createLinter } from 'kefulint'\n${CHECK}`],
    ['the library by require', 'a.cjs', `const { createLinter } = require('kefulint')\n${CHECK}`],
    ['the slim entry as an ES module', 'b.mjs', `import { createLinter } from 'kefulint/browser'\n${CHECK}`],
    ['the slim entry by require', 'b.cjs', `const { createLinter } = require('kefulint/browser')\n${CHECK}`],
  ])('runs %s', async (_, name, code) => {
    expect(await node(name, code)).toBe('invoice/refusal')
  })

  it('runs as a command', async () => {
    const bin = join(dir, 'node_modules/.bin/kefulint')
    expect(await out(bin, ['check', '亲,可以开发票的', '--format', 'json'], dir)).toContain('"findings":[')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(await out(bin, ['--version'], dir)).toBe(version)
  })

  it('is bundled by vite, for a page as for a worker', async () => {
    writeFileSync(join(dir, 'main.js'), `import { createLinter } from 'kefulint/browser'\n${CHECK}`)
    await build({
      root: dir,
      configFile: false,
      logLevel: 'error',
      build: { lib: { entry: 'main.js', formats: ['es'], fileName: 'main' }, outDir: 'bundle' },
    })
    const [file] = ['main.js', 'main.mjs'].map((n) => join(dir, 'bundle', n)).filter((f) => existsSync(f))
    expect(readFileSync(file!, 'utf8')).not.toMatch(/from\s*["']|require\(/)
    expect(await out(process.execPath, [file!], dir)).toBe('invoice/refusal')
  }, 60_000)

  it('does nothing when it is only imported', async () => {
    const empty = join(dir, 'unused.js')
    writeFileSync(empty, `import { createLinter } from 'kefulint/browser'\nexport const one = 1`)
    await build({
      root: dir,
      configFile: false,
      logLevel: 'error',
      build: { lib: { entry: empty, formats: ['es'], fileName: 'unused' }, outDir: 'unused' },
    })
    expect(readFileSync(join(dir, 'unused/unused.js'), 'utf8').length).toBeLessThan(100)
  }, 60_000)
})
