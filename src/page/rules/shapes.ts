/** The library that checks shapes, before anything is declared with it: it would compile code, which the page forbids. */

import { z } from 'zod'

z.config({ jitless: true })

/** Called, since a bundler leaves out a module of which nothing is used. */
export function compileNothing() {
  z.config({ jitless: true })
}
