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
  terminal: Partial<Io['terminal']> = {},
) {
  const written: Uint8Array[] = []
  let err = ''
  const io: Io = {
    out: (text) => {
      written.push(typeof text === 'string' ? Buffer.from(text) : text)
    },
    err: (text) => {
      err += text
    },
    stdin: (async function* () {
      if (input !== '') yield new TextEncoder().encode(input)
    })(),
    terminal: { out: false, err: false, ...terminal },
    env,
    cwd,
    columns: 80,
    colour: false,
    cleanups: new Set(),
    untilStopped: async () => {},
  }
  const code = await main(args, io)
  const bytes = Buffer.concat(written)
  return { code, out: bytes.toString(), bytes, err, cleanups: io.cleanups.size }
}
