/** The library that checks shapes, before anything is declared with it: it would compile code, which the page forbids. */

import { z } from 'zod'

z.config({ jitless: true })
