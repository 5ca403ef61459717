import { describe, expect, test } from 'vitest'
import { type Conversation, createLinter, type Example, type Role } from '../../src/index.js'

const linter = createLinter()

const ROLES: Record<string, Role> = { A: 'agent', B: 'buyer', S: 'system' }

function conversationOf({ chat, facts }: Example): Conversation {
  const messages = chat.map((line) => ({ role: ROLES[line[0]!]!, text: line.slice(3) }))
  return { id: 'example', ...facts, messages }
}

/** The rules found on the example's judged message. */
function found(example: Example): string[] {
  const conversation = conversationOf(example)
  const at = example.at ?? conversation.messages.findLastIndex((m) => m.role === 'agent')
  return linter
    .checkConversation(conversation)
    .findings.filter((f) => f.message === at)
    .map((f) => f.rule)
}

const titled = (list: readonly Example[]) => list.map((e) => [e.chat.join(' / '), e] as const)

describe.each(linter.rules.map((rule) => [rule.id, rule] as const))('%s', (id, { examples, suggestion }) => {
  test('has examples in both directions, judged at an agent message', () => {
    expect(examples.violates.length).toBeGreaterThanOrEqual(6)
    expect(examples.complies.length).toBeGreaterThanOrEqual(6)
    for (const e of [...examples.violates, ...examples.complies]) {
      if (e.at !== undefined) expect(e.chat[e.at]).toMatch(/^A: /)
      else expect(e.chat.at(-1)).toMatch(/^A: /)
    }
  })

  test.each(titled(examples.violates))('violates: %s', (_, example) => {
    expect(found(example)).toContain(id)
  })

  test.each(titled(examples.complies))('complies: %s', (_, example) => {
    expect(found(example)).not.toContain(id)
  })

  test('suggests what is clean under all rules', () => {
    const { findings } = linter.checkReply(suggestion.zh)
    expect(findings.filter((f) => f.severity !== 'info').map((f) => `${f.rule}: ${f.text}`)).toEqual([])
  })
})
