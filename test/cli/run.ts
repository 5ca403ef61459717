import { fileURLToPath } from 'node:url'
import type { Io } from '../../src/cli/io.js'
import { main } from '../../src/cli/main.js'

export const fixture = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/input/${name}`, import.meta.url))

/** Runs the command line in this process. */
export async function kefulint(
  args: string[],
  input = '',
  env: Io['env'] = { LANG: 'en_US.UTF-8' },
  cwd = process.cwd(),
) {
  let out = ''
  let err = ''
  const io: Io = {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    stdin: (async function* () {
      if (input !== '') yield new TextEncoder().encode(input)
    })(),
    env,
    cwd,
    columns: 80,
    colour: false,
    cleanups: new Set(),
  }
  const code = await main(args, io)
  return { code, out, err, cleanups: io.cleanups.size }
}
