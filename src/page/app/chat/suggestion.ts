import type { Linter } from '../../../engine/types.js'
import type { Finding } from '../../../model.js'

export interface Suggestion {
  /** The draft after it was taken: Chinese in every language, since a buyer reads it. */
  draft: string
  /** What it says, for those who do not read Chinese. */
  english: string
}

/** What to say in place of the draft that the finding is about: a whole reply. */
export function suggestionFor(linter: Linter, { rule, suggestion }: Finding): Suggestion {
  return { draft: suggestion, english: linter.rules.find(({ id }) => id === rule)?.suggestion.en ?? '' }
}
