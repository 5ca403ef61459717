/** `GET /v1/rules` and `GET /v1/rules/:topic/:name`: what is judged by, as `kefulint rules --format json` tells it. */

import { failure } from '../messages/index.js'
import { nearest } from '../settings/near.js'
import { type Endpoint, head } from './service.js'

export const allRules: Endpoint = () => (c) => {
  const { linter } = c.var.face
  return c.json({ ...head(linter), rules: linter.rules })
}

export const oneRule: Endpoint = () => (c) => {
  const { linter, messages } = c.var.face
  const id = `${c.req.param('topic')}/${c.req.param('name')}`
  const rule = linter.rules.find((each) => each.id === id)
  const ids = linter.rules.map((each) => each.id)
  if (rule === undefined) throw failure(messages, 'unknown-rule', {}, nearest(id, ids))
  return c.json({ ...head(linter), rule })
}
