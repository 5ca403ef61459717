import type { Linter } from '../../../engine/types.js'
import type { Finding } from '../../../model.js'

/** What to say instead. Chinese in every language, since a buyer reads it. */
export interface Suggestion {
  /** In place of the whole draft. */
  reply: string
  /** What it says, for those who do not read Chinese. */
  english: string
  /** In place of the words at fault alone, and the draft with it. */
  clause?: { text: string; draft: string }
}

export function suggestionFor(linter: Linter, finding: Finding): Suggestion {
  const { rule, suggestion, rewrite, messageText } = finding
  const english = linter.rules.find(({ id }) => id === rule)?.suggestion.en ?? ''
  if (rewrite === undefined) return { reply: suggestion, english }
  const { span, text } = rewrite
  const draft = messageText.slice(0, span.start) + text + messageText.slice(span.end)
  return { reply: suggestion, english, clause: { text, draft } }
}
