/** One self-contained page: opens from disk, asks nothing of a network. Chats go out as they come. */

import { script, scriptHash, style, styleHash } from '../generated/report-page.js'
import type { Problem } from '../model.js'
import { chatOf, type ReportData, type RuleText } from './html-data.js'
import { asIs, maskFile, maskFor, maskProblem, maskSummary, maskText } from './mask.js'
import type { CreateReporter, Meta } from './types.js'

/** A browser opens this many findings with their chats at ease; what is left out is counted and said. */
export const FINDINGS_LIMIT = 20_000
const SHOWN_PROBLEMS = 200

export const htmlReporter: CreateReporter = ({ write, messages, mask }) => {
  const hideName = mask ? maskText : asIs
  const hideFile = mask ? maskFile : asIs
  const problems: Problem[] = []
  const omitted = { chats: 0, findings: 0 }
  const rules = new Map<string, RuleText>()
  const cannotJudge = new Map<string, ReportData['cannotJudge'][number]>()
  let meta: Meta
  let problemCount = 0
  let written = 0

  return {
    begin(given) {
      meta = given
      write(head(messages.lang, messages.page.title, messages.page.noScript))
      write('{"chats":[')
    },
    conversation(conversation, { findings, cannotJudge: undecided }) {
      for (const { rule, why } of undecided) {
        const known = cannotJudge.get(`${rule} ${why}`)
        if (known === undefined) cannotJudge.set(`${rule} ${why}`, { rule, why, count: 1 })
        else known.count++
      }
      if (findings.length === 0) return
      if (written >= FINDINGS_LIMIT) {
        omitted.chats++
        omitted.findings += findings.length
        return
      }
      // A rule that the run does not know speaks through its findings.
      for (const { rule, clause, suggestion } of findings)
        if (!rules.has(rule))
          rules.set(rule, {
            title: meta.titles.get(rule) ?? same(rule),
            clause: same(clause),
            suggestion: same(suggestion),
          })
      const hide = mask ? maskFor(conversation) : asIs
      write(
        `${written > 0 ? ',\n' : '\n'}${embedded(chatOf(conversation, findings, { hide, hideName, hideFile }))}`,
      )
      written += findings.length
    },
    problem(problem) {
      problemCount++
      if (problems.length < SHOWN_PROBLEMS) problems.push(mask ? maskProblem(problem) : problem)
    },
    end(summary, gate) {
      const undecided = new Set([...cannotJudge.values()].map(({ rule }) => rule))
      for (const { id, title, clause, suggestion } of meta.rules)
        if (rules.has(id) || undecided.has(id)) rules.set(id, { title, clause, suggestion })
      const rest: Omit<ReportData, 'chats'> = {
        lang: messages.lang,
        tool: meta.tool,
        schedule: meta.schedule,
        made: new Date().toISOString(),
        masked: mask,
        rules: Object.fromEntries(rules),
        cannotJudge: [...cannotJudge.values()],
        problems,
        problemCount,
        omitted,
        summary: mask ? maskSummary(summary) : summary,
        gate,
      }
      write(`],\n${embedded(rest).slice(1)}</script>\n<script>${script}</script>\n</body>\n</html>\n`)
    },
  }
}

const same = (text: string) => ({ zh: text, en: text })

/** JSON that cannot end the element it stands in, whatever was said in a chat. */
export function embedded(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function head(lang: string, title: string, noScript: string): string {
  const policy = [
    "default-src 'none'",
    `script-src '${scriptHash}'`,
    `style-src '${styleHash}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<noscript>${noScript}</noscript>
<div id="report"></div>
<script type="application/json" id="report-data">`
}
