import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCases } from '../../scripts/cases.js'
import {
  type Context,
  type Conversation,
  createLinter,
  type Example,
  type Finding,
  type Role,
} from '../../src/index.js'

const ROLES: Record<string, Role> = { A: 'agent', B: 'buyer', S: 'system' }

function conversationOf({ chat, facts }: Example): Conversation {
  return {
    id: 'example',
    ...facts,
    messages: chat.map((line) => ({ role: ROLES[line[0]!]!, text: line.slice(3) })),
  }
}

/** The last message that an agent said, and the chat before it. */
function lastDraft(c: Conversation, at = c.messages.findLastIndex((m) => m.role === 'agent')) {
  return { draft: c.messages[at]!.text, context: { ...c, messages: c.messages.slice(0, at) } as Context }
}

const apply = (draft: string, { rewrite, suggestion }: Finding) =>
  rewrite === undefined
    ? suggestion
    : draft.slice(0, rewrite.span.start) + rewrite.text + draft.slice(rewrite.span.end)

const judged = readdirSync('fixtures/cases')
  .flatMap((f) => readCases([`fixtures/cases/${f}`]))
  .filter((_, i) => i % 4 === 0)
  .map((c) => lastDraft(c.conversation, c.only))

describe('what is suggested', () => {
  const linter = createLinter()
  const rules = (draft: string, context: Context) =>
    linter.checkReply(draft, context).findings.map((f) => f.rule)
  const drafts = [
    ...linter.rules.flatMap((r) => r.examples.violates.map((e) => lastDraft(conversationOf(e), e.at))),
    ...judged,
  ]
  const found = drafts.flatMap(({ draft, context }) =>
    linter.checkReply(draft, context).findings.map((finding) => ({ draft, context, finding })),
  )

  test('there is enough to judge by', () => {
    expect(found.length).toBeGreaterThan(700)
  })

  test('the reply breaks no rule where it is suggested', () => {
    const wrong = found.filter(({ context, finding }) => rules(finding.suggestion, context).length > 0)
    expect(wrong.map(({ finding: f }) => `${f.rule} ${f.suggestion}`)).toEqual([])
  })

  test('the rewritten clause mends its rule and breaks no other', () => {
    const rewritten = found.filter(({ finding }) => finding.rewrite !== undefined)
    const wrong = rewritten.filter(({ draft, context, finding }) => {
      const before = new Set(rules(draft, context))
      return rules(apply(draft, finding), context).some((r) => r === finding.rule || !before.has(r))
    })
    expect(wrong.map(({ finding: f }) => `${f.rule} ${f.messageText} → ${f.rewrite?.text}`)).toEqual([])
    expect(
      rewritten.length / found.filter(({ finding }) => finding.severity !== 'info').length,
    ).toBeGreaterThan(0.8)
  })

  test('taken one after another they leave a clean draft', () => {
    const wrong = drafts.filter(({ draft, context }) => {
      let text = draft
      for (let step = 0; step < 8; step++) {
        const [first] = linter.checkReply(text, context).findings
        if (first === undefined) return false
        text = apply(text, first)
      }
      return true
    })
    expect(wrong.map(({ draft }) => draft)).toEqual([])
  })
})

describe('what is known is put in', () => {
  const linter = createLinter()
  const rewriteOf = (draft: string, context: Context) =>
    linter.checkReply(draft, context).findings[0]?.rewrite

  test('the time that the clause names, and its verb', () => {
    expect(rewriteOf('亲,保证明天到的', {})).toEqual({
      span: { start: 2, end: 8 },
      text: '预计明天到，具体以实际物流为准',
    })
  })

  test('not one of two times', () => {
    expect(rewriteOf('今天拍明天一定到', {})?.text).not.toContain('明天')
  })

  test('the amount that was paid', () => {
    const asks = { messages: [{ role: 'buyer' as const, text: '发票金额能开多一点吗' }] }
    const paid = { ...asks, order: { amount: 88.5, status: 'paid' as const } }
    const { suggestion, rewrite } = linter.checkReply('给您开200', paid).findings[0]!
    expect(suggestion).toBe('发票按您实际支付的88.5元开具')
    expect(rewrite?.text).toContain('88.5元')
    expect(linter.checkReply('可以的', asks).findings[0]?.suggestion).not.toMatch(/\d/)
  })
})
