/** What shops copy into their own repositories, run as far as it can be without GitHub and GitLab: build first. */

import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { reportFormats } from '../../src/report/index.js'

const root = join(import.meta.dirname, '..', '..')
const text = (path: string) => readFileSync(join(root, path), 'utf8')
const has = (...formats: string[]) => formats.every((name) => (reportFormats as string[]).includes(name))

/** A shop's repository, in which kefulint is installed. */
function repository() {
  const folder = mkdtempSync(join(tmpdir(), 'kefulint-ci-'))
  cpSync(join(root, 'fixtures', 'ci'), folder, { recursive: true })
  mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true })
  const bin = join(folder, 'node_modules', '.bin', 'kefulint')
  writeFileSync(bin, `#!/bin/sh\nexec node '${root}/bin/kefulint.js' "$@"\n`, { mode: 0o755 })
  return folder
}

/** Without what npm told the test run of this repository. */
const outside = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$/i.test(name)),
)

function bash(script: string, cwd: string, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { ...outside, LANG: 'zh_CN.UTF-8', ...env },
  })
  return { status, stdout, stderr }
}

describe('the GitHub action', () => {
  interface Step {
    name?: string
    uses?: string
    shell?: string
    run?: string
    env?: Record<string, string>
  }
  const action = parse(text('action.yml')) as {
    inputs: Record<string, { description: string; required?: boolean; default?: string }>
    runs: { using: string; steps: Step[] }
  }
  const step = action.runs.steps.at(-1)!

  /** As the runner does: inputs and the action's folder in place of the expressions. */
  function run(inputs: Record<string, string>, cwd: string, env: Record<string, string> = {}) {
    const defaults = Object.fromEntries(
      Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? '']),
    )
    const values: Record<string, string> = { ...defaults, ...inputs }
    const filled = Object.entries(step.env!).map(([name, value]) => [
      name,
      value
        .replace(/\$\{\{ github\.action_path \}\}/, root)
        .replace(/\$\{\{ inputs\.([a-z-]+) \}\}/, (_, input: string) => values[input]!),
    ])
    return bash(step.run!, cwd, { GITHUB_STEP_SUMMARY: '', ...Object.fromEntries(filled), ...env })
  }

  test('is composite; each step that runs names its shell; inputs reach scripts as variables only', () => {
    expect(action.runs.using).toBe('composite')
    for (const { uses, run: script, shell } of action.runs.steps) {
      expect([uses, script].filter(Boolean)).toHaveLength(1)
      if (script !== undefined) expect([shell, script.includes('${{')]).toEqual(['bash', false])
    }
    const used = Object.values(step.env!).join(' ')
    for (const [name, { description }] of Object.entries(action.inputs)) {
      expect(used).toContain(`\${{ inputs.${name} }}`)
      expect(description.length).toBeGreaterThan(10)
    }
  })

  test('fails on a violation, passes without', () => {
    const folder = repository()
    const failed = run({ files: 'quick-replies/**/*.csv', format: 'json' }, folder)
    expect([failed.status, failed.stderr]).toEqual([1, ''])
    expect(JSON.parse(failed.stdout).findings).toMatchObject([
      { rule: 'invoice/refusal', conversation: 'invoice' },
    ])
    expect(run({ files: 'quick-replies/clean.csv', format: 'json' }, folder).status).toBe(0)
  })

  test('hands on what is asked for', () => {
    const folder = repository()
    writeFileSync(join(folder, 'other.yaml'), 'severities: { invoice/refusal: warn }\n')
    const inputs = { files: '\nquick-replies/shop.csv\nquick-replies/clean.csv\n', format: 'json' }
    expect(run({ ...inputs, config: 'other.yaml' }, folder).status).toBe(0)
    expect(run({ ...inputs, config: 'other.yaml', 'fail-on': 'warn' }, folder).status).toBe(1)
    expect(run({ ...inputs, args: '--schedule platform --worst-case' }, folder).stdout).toContain(
      '"platform"',
    )
    expect(run({ ...inputs, command: 'audit', args: '--input-format nonsense' }, folder).status).toBe(2)
  })

  test('runs nothing that stands in an input', () => {
    const folder = repository()
    const { status } = run(
      { files: '$(touch bad)\n`touch bad`; touch bad', args: '; touch bad', format: 'json' },
      folder,
    )
    expect([status, bash('ls bad', folder).status]).toEqual([2, 2])
  })

  test.runIf(has('github', 'markdown'))('marks the line, and sums up in the summary', () => {
    const folder = repository()
    const summary = join(folder, 'summary.md')
    writeFileSync(summary, '')
    const { status, stdout } = run({ files: 'quick-replies' }, folder, { GITHUB_STEP_SUMMARY: summary })
    expect(status).toBe(1)
    expect(stdout).toMatch(/^::error .*file=quick-replies\/shop\.csv,line=3/m)
    expect(readFileSync(summary, 'utf8')).toContain('invoice/refusal')
  })
})

describe('docs/ci.md', () => {
  const snippets = [...text('docs/ci.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml]) => parse(yaml!))

  test('holds three snippets of YAML', () => {
    expect(snippets.map((snippet) => Object.keys(snippet)[0])).toEqual(['name', 'kefulint', 'repos'])
  })

  test('names inputs that the action has', () => {
    const { uses, with: given } = snippets[0].jobs.gate.steps[1]
    expect(uses).toMatch(/\/kefulint@v/)
    const { inputs } = parse(text('action.yml'))
    for (const name of Object.keys(given)) expect(inputs).toHaveProperty(name)
  })

  test.runIf(has('gitlab'))('the GitLab script runs', () => {
    const folder = repository()
    const { status, stdout } = bash(snippets[1].kefulint.script.join('\n'), folder)
    expect([status, stdout]).toEqual([1, expect.stringContaining('invoice/refusal')])
    const report = JSON.parse(
      readFileSync(join(folder, snippets[1].kefulint.artifacts.reports.codequality), 'utf8'),
    )
    expect(report).toMatchObject([{ check_name: 'invoice/refusal' }])
  })

  test('the baseline command makes the next run pass', () => {
    const folder = repository()
    const [, command] = /```sh\n(.*)\n```/.exec(text('docs/ci.md'))!
    expect(bash(command!, folder).status).toBe(0)
    writeFileSync(join(folder, 'kefulint.config.yaml'), 'baseline: kefulint-baseline.json\n')
    expect(bash('npx kefulint gate "quick-replies/**/*.csv"', folder).status).toBe(0)
  })
})

test('the pre-commit hook runs the command on the files of its pattern', () => {
  const [hook] = parse(text('.pre-commit-hooks.yaml'))
  expect(hook).toMatchObject({ id: 'kefulint-gate', language: 'node', require_serial: true })
  const [configured] = parse(/```yaml\n(repos:[\s\S]*?)```/.exec(text('docs/ci.md'))![1]!).repos[0].hooks
  expect(configured.id).toBe(hook.id)
  const files = ['quick-replies/shop.csv', 'quick-replies/clean.csv', 'README.md'].filter((file) =>
    new RegExp(hook.files).test(file),
  )
  expect(files).toHaveLength(2)
  expect(bash(`npx ${hook.entry} ${files.join(' ')}`, repository()).status).toBe(1)
})
