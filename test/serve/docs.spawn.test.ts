/** docs/serve.md says what is so, and what it tells people to type works: run `npm run build` first. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { STATUS } from '../../src/serve/errors.js'
import { LIMITS } from '../../src/serve/limits.js'
import { refusal, root, spawnServer } from './helpers.js'

const page = readFileSync(join(root, 'docs/serve.md'), 'utf8')

const TOKEN = 'test-token-0123456789'

/** For all commands: the service keeps nothing of what it is sent. */
let open: Awaited<ReturnType<typeof spawnServer>>
let guarded: typeof open
beforeAll(async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'kefulint-test-')), 'token.txt')
  writeFileSync(file, `${TOKEN}\n`)
  ;[open, guarded] = await Promise.all([spawnServer(), spawnServer(['--token-file', file])])
})
afterAll(() => {
  for (const { child } of [open, guarded]) child.kill('SIGKILL')
})

describe('docs/serve.md', () => {
  test('explains every refusal under its status', () => {
    for (const [code, status] of [...Object.entries(STATUS), ['server-fault', 500]])
      expect(page).toMatch(new RegExp(`^\\| ${status} .*\`${code}\``, 'm'))
  })

  test('tells the limits that hold', () => {
    const { check, audit } = LIMITS
    const MB = 1 << 20
    expect(page).toMatch(
      new RegExp(
        `请求体 +\\| ${check.size / 1024} KB +\\| 一行 ${audit.line / MB} MB，总共 ${audit.size / MB / 1024} GB`,
      ),
    )
    expect(page).toMatch(
      new RegExp(
        `${check.total / 1000} 秒 +\\| ${audit.total / 3600e3} 小时，且不能停 ${audit.idle / 1000} 秒`,
      ),
    )
    expect(page).toMatch(new RegExp(`${check.atOnce} 个 +\\| ${audit.atOnce} 个`))
  })

  const commands = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => text!)
  const curls = commands.filter((text) => text.includes('curl'))

  test('has commands to try', () => expect(curls.length).toBeGreaterThan(5))

  test.each(curls)('%s', async (command) => {
    const folder = mkdtempSync(join(tmpdir(), 'kefulint-test-'))
    writeFileSync(join(folder, 'token.txt'), `${TOKEN}\n`)
    writeFileSync(join(folder, 'chats.ndjson'), refusal('c1'))
    const { url } = command.includes('token.txt') ? guarded : open
    const script = command
      .replaceAll('http://127.0.0.1:8620', url)
      .replaceAll('curl ', 'curl --silent --show-error --fail-with-body --write-out "\\n" ')
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([0, ''])
    const answers = stdout.trim().split('\n').filter(Boolean)
    for (const line of answers) expect(JSON.parse(line)).toBeTypeOf('object')
    if (/check|audit/.test(command)) expect(stdout).toContain('"rule":"invoice/refusal"')
  })
})
