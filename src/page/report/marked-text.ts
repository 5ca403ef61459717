/** The text of a message with triggers and evidence marked. Spans may touch, nest and overlap. */

import type { ChatFinding } from '../../report/html-data.js'
import { type Child, h } from './dom.js'

export function marked(
  text: string,
  message: number,
  findings: readonly ChatFinding[],
  current?: ChatFinding,
): Child[] {
  const triggers = findings.filter((finding) => finding.message === message)
  const evidence = (current?.evidence ?? []).filter((each) => each.message === message)
  const edges = new Set([0, text.length])
  for (const { span } of [...triggers, ...evidence])
    for (const edge of [span.start, span.end]) if (edge > 0 && edge < text.length) edges.add(edge)
  const cuts = [...edges].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1]!
    const within = ({ span }: { span: { start: number; end: number } }) =>
      span.start <= start && span.end >= end
    const part = text.slice(start, end)
    const hits = triggers.filter(within)
    if (hits.length > 0) {
      const hit = hits.find((each) => each === current) ?? hits[0]!
      return h('mark', { class: `${hit.severity}${hit === current ? ' current' : ''}` }, part)
    }
    return evidence.some(within) ? h('span', { class: 'evidence' }, part) : part
  })
}
