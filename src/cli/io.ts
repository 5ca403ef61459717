/** What a command may touch of the outside world; tests give their own. */

import type { Caller } from '../settings/caller.js'

export interface Io {
  out(text: string | Uint8Array): void
  err(text: string): void
  /** Whether a person watches: standard output, standard error. */
  terminal: { out: boolean; err: boolean }
  stdin: AsyncIterable<Uint8Array>
  env: Record<string, string | undefined>
  /** Where relative paths start, and from where upwards the configuration is looked for. */
  cwd: string
  columns: number
  colour: boolean
  /** Undone if the run is interrupted. */
  cleanups: Set<() => void>
  /** Settles when the process is asked to stop, and lets it finish what it has begun; asked again, it ends at once. */
  untilStopped(): Promise<void>
}

/** What every command is given besides its own flags. */
export interface Cli extends Caller {
  io: Io
}

export function processIo(): Omit<Io, 'untilStopped'> {
  const { stdout, stderr, stdin, env } = process
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    terminal: { out: stdout.isTTY === true, err: stderr.isTTY === true },
    stdin,
    env,
    cwd: process.cwd(),
    columns: Math.max(40, stdout.columns ?? 100),
    colour: hasColour(env, stdout.isTTY === true),
    cleanups: new Set(),
  }
}

/** https://no-color.org: any value but the empty one turns colour off. */
function hasColour(env: Record<string, string | undefined>, terminal: boolean): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0'
  return terminal && env.TERM !== 'dumb'
}
