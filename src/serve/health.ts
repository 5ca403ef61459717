/** `GET /healthz`: that it answers, and as what. Open to everyone, for load balancers. */

import { type Endpoint, head } from './service.js'

export const health: Endpoint = () => (c) => c.json({ status: 'ok', ...head(c.var.face.linter) })
