import { createLinter } from 'kefulint'

/**
 * Middleware in the form that Connect and Express use: holds a reply back while it violates a rule, until the agent
 * confirms just those findings. Runs in the process of the chat tool; nothing is sent anywhere.
 *
 * @param {object} options
 * @param {(request: object) => { text: string, confirmed?: unknown }} options.replyOf
 *   The reply that is to be sent, and the fingerprints that the agent has confirmed.
 * @param {(request: object) => import('kefulint').Context} options.contextOf
 *   What is known of the conversation: messages so far, order, shop.
 * @param {import('kefulint').Linter} [options.linter] One for the whole process: it is costly to make.
 */
export function holdBack({ replyOf, contextOf, linter = createLinter() }) {
  return (request, response, next) => {
    const { text, confirmed } = replyOf(request)
    const known = Array.isArray(confirmed) ? confirmed : []
    const { findings, cannotJudge } = linter.checkReply(text, contextOf(request))
    // A fingerprint names the words: once they are changed, they need to be confirmed anew.
    const open = findings.filter(
      ({ severity, fingerprint }) => severity === 'error' && !known.includes(fingerprint),
    )
    // Longer than any message is: nothing is known of its end.
    const unjudged = cannotJudge.filter(({ rule }) => rule === '*')
    if (open.length + unjudged.length === 0) {
      next()
      return
    }
    response.writeHead(409, { 'Content-Type': 'application/json' })
    response.end(
      JSON.stringify({
        held: true,
        confirm: open.map(({ fingerprint }) => fingerprint),
        findings: open,
        cannotJudge: unjudged,
      }),
    )
  }
}
