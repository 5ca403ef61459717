/** What was said in a chat must not become markup, a command or a formula: one function a target. */

import { visible } from './frame.js'

/** Spreadsheets compute cells that begin so, some after dropping what is not seen; an apostrophe makes them text. */
const FORMULA = /^(?:[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/u

export function defused(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** Control characters but the newline made visible, as in a cell of several lines. */
export function visibleLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(visible)
    .join('\n')
}

/** RFC 4180. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = defused(value)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const XML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' }

/** For elements and attributes alike; what XML cannot hold becomes a mark. */
export function xmlText(text: string): string {
  return storable(text).replace(/[&<>"\n]/g, (char) => XML[char]!)
}

/** Without the characters that no XML may hold, half a surrogate pair among them, or that its writers drop unseen. */
export function storable(text: string): string {
  return visibleLines(text).replace(/[\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/gu, '\u2423')
}

/** The message of a workflow command, which ends with the line. */
export function commandText(text: string): string {
  return visibleLines(text).replaceAll('%', '%25').replaceAll('\n', '%0A')
}

/** A value among the properties of a workflow command. */
export function commandProperty(text: string): string {
  return commandText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** Words of our own or of a rule in Markdown: a backslash before what would be syntax there, and no more of them. */
export function markdownText(text: string): string {
  return visible(text)
    .replace(/[\\`*_[\]<>~|&]/g, '\\$&')
    .replace(/^\s*(?:[#+\-=]|\d+(?=[.)]))/, (start) =>
      /\d$/.test(start) ? `${start}\\` : `\\${start.trimStart()}`,
    )
}

/** Quoted speech in Markdown: nothing in a code span is markup, a link or a mention. */
export function codeSpan(text: string): string {
  const shown = visible(text)
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  // One space at each end is taken off by the reader, unless there is nothing else.
  const pad = /^`|`$|^ .* $/.test(shown) && /[^ ]/.test(shown) ? ' ' : ''
  return shown === '' ? '—' : `${fence}${pad}${shown}${pad}${fence}`
}
