/** One self-contained page: opens from disk, asks nothing of a network. Chats go out as they come. */

import { script, scriptHash, style, styleHash } from '../generated/report-page.js'
import { messagesFor } from '../messages/index.js'
import { collectHtmlData } from './html-collect.js'
import type { ReportData } from './html-data.js'
import { policyFor } from './policy.js'
import type { CreateReporter } from './types.js'

export const htmlReporter: CreateReporter = ({ write, messages, mask }) => {
  let collect: ReturnType<typeof collectHtmlData>
  let before = '\n'

  return {
    begin(meta) {
      collect = collectHtmlData(meta, messages.lang, mask)
      write(head(messages.lang))
    },
    conversation(conversation, verdict) {
      const chat = collect.chat(conversation, verdict)
      if (chat === undefined) return
      write(before + embedded(chat))
      before = ',\n'
    },
    problem: (problem) => collect.problem(problem),
    end(summary, gate) {
      write(foot(collect.end(summary, gate)))
    },
  }
}

/** The same page from data that is there as a whole. */
export function htmlPage({ chats, ...rest }: ReportData): string {
  const written = chats.map((chat) => `\n${embedded(chat)}`).join(',')
  return head(rest.lang) + written + foot(rest)
}

/** JSON that cannot end the element it stands in, whatever was said in a chat. */
export function embedded(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function head(lang: ReportData['lang']): string {
  const { title, noScript } = messagesFor(lang).page
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor({ scriptHash, styleHash })}">
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
<script type="application/json" id="report-data">{"chats":[`
}

function foot(rest: Omit<ReportData, 'chats'>): string {
  return `],\n${embedded(rest).slice(1)}</script>\n<script>${script}</script>\n</body>\n</html>\n`
}
