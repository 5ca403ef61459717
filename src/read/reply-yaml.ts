/** Quick replies in YAML and JSON, in whatever way people and clients nest them. */

import type { YAMLError } from 'yaml'
import type { OnProblem } from '../messages/index.js'
import type { QuickReply } from './quick-replies.js'
import { REPLY_FIELDS } from './reply-columns.js'
import { triggersIn } from './reply-triggers.js'

/** JSON too, since it is YAML and this reader knows the lines. */
export async function repliesInYaml(text: string, file: string, onProblem: OnProblem): Promise<QuickReply[]> {
  const { LineCounter, isMap, isScalar, isSeq, parseDocument } = await import('yaml')
  const { yamlFault } = await import('../rules/yaml-fault.js')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    for (const error of document.errors) badYaml(error)
    return []
  }
  const groups = groupNames(document.toJS({ maxAliasCount: 100 }))
  return under(document.contents)

  function badYaml(error: YAMLError) {
    const { fault, at } = yamlFault(error, document, lines, text)
    const { line, col } = lines.linePos(at)
    onProblem('bad-yaml', { line, column: col }, fault)
  }

  function under(node: unknown, group?: string, code?: string): QuickReply[] {
    if (isSeq(node)) return node.items.flatMap((item) => under(item, group))
    if (isScalar(node)) {
      const line = lines.linePos(node.range?.[0] ?? 0).line
      if (typeof node.value === 'string') return reply({ code, text: node.value, group }, file, line)
      onProblem('not-a-reply', { line })
      return []
    }
    if (!isMap(node)) return []
    const line = lines.linePos(node.range?.[0] ?? 0).line
    const field = (names: readonly string[]) =>
      names.map((name) => node.get(name)).find((value) => value !== undefined)
    const words = field(REPLY_FIELDS.text)
    if (typeof words === 'string') {
      const own = field(REPLY_FIELDS.group)
      const named = groups.get(String(node.get('groupId') ?? ''))
      const triggers = asText(field(REPLY_FIELDS.trigger))
      return reply(
        {
          code: asText(field(REPLY_FIELDS.code)),
          text: words,
          group: asText(own) ?? named ?? group,
          ...(triggers === undefined ? {} : { triggers: triggersIn(triggers) }),
        },
        file,
        line,
      )
    }
    // Templates of one intent.
    const templates = node.get('templates', true)
    if (isSeq(templates)) return under(templates, asText(field(REPLY_FIELDS.group)) ?? group)
    // A client's export keeps groups apart; a hand-written file maps codes or groups to texts.
    if (isSeq(node.get('list', true))) return under(node.get('list', true), group)
    return node.items.flatMap(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : undefined
      if (isSeq(value)) return under(value, name === 'replies' ? group : name)
      return isMap(value) ? under(value, name) : under(value, group, name)
    })
  }
}

function groupNames(value: unknown): Map<string, string> {
  const names = new Map<string, string>()
  const groups = (value as { groups?: unknown } | null)?.groups
  if (!Array.isArray(groups)) return names
  for (const group of groups as { id?: unknown; name?: unknown }[])
    if (group?.id !== undefined && typeof group.name === 'string') names.set(String(group.id), group.name)
  return names
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function reply(
  parts: { code?: string; text: string; group?: string; triggers?: string[] },
  file: string,
  line: number,
): QuickReply[] {
  const text = parts.text.trim()
  if (text === '') return []
  const { code, group, triggers } = parts
  return [
    {
      ...(code ? { code } : {}),
      text,
      ...(group ? { group } : {}),
      ...(triggers ? { triggers } : {}),
      file,
      line,
    },
  ]
}
