/** From what the reader of YAML reports to what people are told: by its codes and by what stands at the place. */

import { type Document, isCollection, isPair, isScalar, type LineCounter, visit, type YAMLError } from 'yaml'
import type { YamlFault } from './fault.js'

interface At {
  fault: YamlFault
  /** Offset. */
  at: number
}

export function yamlFault(error: YAMLError, doc: Document, lines: LineCounter, text: string): At {
  const [at] = error.pos
  const quote = openQuote(doc, text, at)
  if (quote !== undefined) return { fault: { is: 'open-quote' }, at: quote }
  const bracket = openBracket(doc, text, at)
  if (bracket !== undefined) return { fault: { is: 'open-bracket', sign: text[bracket]! }, at: bracket }
  const fault = faultAt(error, text)
  // what stands before it was taken for a reference
  const reference = /(?<=[[{,:]\s*|-\s)[*&!][^\s,\]}]*\s+$/.exec(text.slice(0, at))
  if (fault.is === 'no-comma' && reference !== null)
    return { fault: { is: 'sign-first', sign: reference[0][0]! }, at: reference.index }
  return {
    fault: fault.is === 'duplicate-key' ? { ...fault, line: firstOf(fault.key, at, doc, lines) } : fault,
    at,
  }
}

function faultAt({ code, pos: [at] }: YAMLError, text: string): YamlFault {
  const line = text.slice(
    text.lastIndexOf('\n', at - 1) + 1,
    text.indexOf('\n', at) < 0 ? undefined : text.indexOf('\n', at),
  )
  const rest = text.slice(at).split('\n', 1)[0]!.trim()
  const first = text.slice(0, at).split('\n').at(-1)!.trim() === ''
  if (/^[\]}]/.test(rest) && code !== 'BLOCK_IN_FLOW') return { is: 'stray-bracket', sign: rest[0]! }
  switch (code) {
    case 'TAB_AS_INDENT':
      return { is: 'tab' }
    case 'DUPLICATE_KEY': {
      const key = rest.split(':')[0]!.trim()
      return { is: 'duplicate-key', key, line: 0 }
    }
    case 'BAD_INDENT':
      return { is: 'indent' }
    case 'MULTIPLE_DOCS':
      return { is: 'documents' }
    case 'BAD_DQ_ESCAPE':
      return { is: 'escape' }
    case 'BAD_ALIAS':
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_SCALAR_START':
      return { is: 'sign-first', sign: rest[0] ?? '' }
    case 'BLOCK_IN_FLOW':
      return { is: 'no-comma' }
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /:\s/.test(rest) ? { is: 'colon-in-text', text: rest } : { is: 'indent' }
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
      if (!first) return { is: 'no-comma' }
      if (/^-\s/.test(rest) || /:(\s|$)/.test(line)) return { is: 'indent' }
      return { is: 'no-colon', text: rest }
    case 'UNEXPECTED_TOKEN':
      return /^-\s/.test(rest) ? { is: 'dash' } : { is: 'after-value' }
    default:
      return { is: 'other', name: code }
  }
}

/** The line on which the key stood first. */
function firstOf(key: string, at: number, doc: Document, lines: LineCounter): number {
  let line = 1
  visit(doc, {
    Map(_, map) {
      const same = map.items.filter((pair) => isScalar(pair.key) && String(pair.key.value) === key)
      const starts = same.map((pair) => (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? 0)
      if (starts.includes(at)) line = lines.linePos(starts[0]!).line
    },
  })
  return line
}

/** A quote that was never closed runs on to the next one, lines below. */
function openQuote(doc: Document, text: string, error: number): number | undefined {
  let open: number | undefined
  visit(doc, {
    Scalar(_, { type, range }) {
      if (range == null || (type !== 'QUOTE_DOUBLE' && type !== 'QUOTE_SINGLE')) return
      const [start, end] = range
      const quoted = text.slice(start, end)
      const closed = quoted.length > 1 && quoted.endsWith(quoted[0]!)
      if (start < error && (!closed || (quoted.includes('\n') && error <= text.indexOf('\n', end))))
        open ??= start
    },
  })
  return open
}

function openBracket(doc: Document, text: string, error: number): number | undefined {
  let open: number | undefined
  visit(doc, (_, node) => {
    if (isPair(node) || !isCollection(node) || !node.flow || node.range == null) return
    const [start, end] = node.range
    if (
      start < error &&
      '[{'.includes(text[start]!) &&
      !']}'.includes(text.slice(start, end).trimEnd().at(-1)!)
    )
      open = start
  })
  return open
}
