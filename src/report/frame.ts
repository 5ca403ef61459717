/** A line of chat with its trigger underlined, cut to the terminal around the trigger. */

import type { Span } from '../model.js'
import { widthOf, widthOfChar } from './width.js'

export interface Frame {
  before: string
  trigger: string
  after: string
  /** Spaces and carets to stand below. */
  marks: string
}

const CUT = '…'
/** Columns before the trigger that are kept if the rest must be cut. */
const LEAD = 16

/** Of a message of several lines, the line on which the trigger begins. */
export function frameOf(text: string, span: Span, width: number): Frame {
  const start = text.lastIndexOf('\n', span.start - 1) + 1
  const newline = text.indexOf('\n', Math.max(span.start, start))
  const end = newline < 0 ? text.length : newline
  const trigger = fitting(visible(text.slice(span.start, Math.min(span.end, end))), width - 2)
  let before = visible(text.slice(start, span.start))
  let after = visible(text.slice(Math.min(span.end, end), end))

  const room = Math.max(0, width - widthOf(trigger))
  if (widthOf(before) + widthOf(after) > room) {
    const tail = Math.min(widthOf(after), Math.max(0, room - Math.min(widthOf(before), LEAD)))
    before = fittingEnd(before, room - tail)
    after = fitting(after, room - widthOf(before))
  }
  return {
    before,
    trigger,
    after,
    marks: ' '.repeat(widthOf(before)) + '^'.repeat(Math.max(1, widthOf(trigger))),
  }
}

/** The first line, cut to a width. */
export function oneLine(text: string, width: number): string {
  const [first = '', ...rest] = text.split('\n')
  const line = visible(first)
  if (rest.length === 0) return fitting(line, width)
  return `${fitting(line, width - 2)} ${CUT}`
}

/**
 * A chat must not steer the terminal: control characters become visible, marks that reverse the direction go.
 * Characters without width stay, they do no harm and are part of what was said.
 */
export function visible(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]/gu, '\u2423')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
}

/** The longest beginning that fits, with a mark where something was cut. */
function fitting(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let used = 1
  let kept = ''
  for (const char of text) {
    used += widthOfChar(char)
    if (used > width) break
    kept += char
  }
  return width < 1 ? '' : kept + CUT
}

function fittingEnd(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let used = 1
  let kept = ''
  for (const char of [...text].reverse()) {
    used += widthOfChar(char)
    if (used > width) break
    kept = char + kept
  }
  return width < 1 ? '' : CUT + kept
}
