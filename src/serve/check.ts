/** `POST /v1/check`: one draft before it is sent, as `kefulint check --format json` judges it. */

import type { Conversation } from '../model.js'
import { savedVerdict } from '../report/saved.js'
import { openKnown } from '../run/known.js'
import { expectBody, isMasked } from './body.js'
import { draftIn } from './draft.js'
import { type Endpoint, head } from './service.js'

export const check: Endpoint =
  ({ limits }) =>
  async (c) => {
    expectBody(c, ['application/json'], limits.check)
    const mask = isMasked(c)
    const { draft, context } = await draftIn(c, limits.check)
    const { face } = c.var
    const said = context.messages ?? []
    const conversation: Conversation = { ...context, messages: [...said, { role: 'agent', text: draft }] }
    // Approvals end with the day: opened anew for each request.
    const known = await openKnown({ ...face, command: 'check', flags: {} }, face)
    const { verdict } = known.mark({ conversation, verdict: face.linter.checkReply(draft, context) })
    c.var.counts.findings = verdict.findings.length
    return c.json({
      ...head(face.linter),
      stage: verdict.stage,
      ...savedVerdict(conversation, verdict, mask),
    })
  }
