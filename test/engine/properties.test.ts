import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { statusAtStart } from '../../src/engine/context.js'
import { builtIn } from '../../src/generated/builtin.js'
import {
  type Conversation,
  createLinter,
  type Finding,
  type Judgement,
  type Linter,
  type Message,
} from '../../src/index.js'
import { createLexis } from '../../src/statements/lexis.js'

const linter = createLinter()
const lexis = createLexis(builtIn.knowledge)

const lines = (path: URL) => readFileSync(path, 'utf8').split('\n').filter(Boolean)
const folder = new URL('../../fixtures/cases/', import.meta.url)
const fixtures = readdirSync(folder)
  .filter((f) => f.endsWith('.jsonl'))
  .flatMap((f) =>
    lines(new URL(f, folder)).map((l) => (JSON.parse(l) as { conversation: Conversation }).conversation),
  )
const examples = linter.rules.flatMap((r) =>
  [...r.examples.violates, ...r.examples.complies].flatMap((e) => e.chat.map((l) => l.slice(3))),
)
const texts = [...new Set([...fixtures.flatMap((c) => c.messages.map((m) => m.text)), ...examples])]

const word = fc.constantFrom(...builtIn.knowledge.words)
const glue = fc.constantFrom(
  '',
  '',
  ' ',
  '\u3002',
  '\uff0c',
  '?',
  '\u200b',
  '\n',
  '/:^_^',
  '13800001234',
  '\ud83d',
)
/** Words of the lexicon in any order: what the grammar was not made for. */
const composed = fc
  .array(fc.tuple(word, glue), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.map(([w, g]) => w + g).join(''))
const arbitrary = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
)
/** Something strange put into something said. */
const disturbed = fc
  .tuple(fc.constantFrom(...texts), arbitrary, fc.nat(200))
  .map(([t, a, at]) => t.slice(0, at % (t.length + 1)) + a + t.slice(at % (t.length + 1)))
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...texts) },
  { weight: 3, arbitrary: composed },
  { weight: 1, arbitrary },
  { weight: 2, arbitrary: disturbed },
)
const message: fc.Arbitrary<Message> = fc.record(
  {
    role: fc.constantFrom('buyer' as const, 'agent' as const, 'agent' as const, 'system' as const),
    text,
    kind: fc.constantFrom('text', 'robot', 'image', 'withdrawn'),
  },
  { requiredKeys: ['role', 'text'] },
)
const conversation: fc.Arbitrary<Conversation> = fc.record(
  {
    id: fc.constantFrom('c1', ''),
    messages: fc.array(message, { minLength: 1, maxLength: 8 }),
    buyer: fc.constant('b1'),
    shop: fc.record({ cashOnDelivery: fc.boolean(), deliveryInstall: fc.boolean() }),
    order: fc.record(
      {
        buyer: fc.constantFrom('b1', 'b2'),
        amount: fc.constantFrom(0, 10, 800, 2600),
        status: fc.constantFrom('unpaid' as const, 'paid' as const, 'shipped' as const, 'completed' as const),
        services: fc.constantFrom([], [builtIn.knowledge.words[0]!]),
      },
      { requiredKeys: [] },
    ),
    lacks: fc.constantFrom([], ['buyerText']),
  },
  { requiredKeys: ['id', 'messages'] },
)

const RUNS = { numRuns: 80 }
const uncounted = (findings: readonly Finding[]) => findings.map(({ counted: _, ...f }) => f)
const plain = (v: Judgement) => ({ ...v, findings: uncounted(v.findings) })

/** What is known around the conversation before its first message. */
const context = (c: Conversation) => statusAtStart(lexis, c)

function pushAll(l: Linter, c: Conversation): Judgement[] {
  const session = l.session(context(c))
  return c.messages.map((m) => session.push(m))
}

describe('any conversation', { timeout: 60_000 }, () => {
  test('spans lie in their messages and are quoted exactly', () => {
    fc.assert(
      fc.property(conversation, (c) => {
        for (const f of linter.checkConversation(c).findings) {
          const { text, role } = c.messages[f.message]!
          expect(role).toBe('agent')
          expect(f.messageText).toBe(text)
          expect(f.span.start).toBeGreaterThanOrEqual(0)
          expect(f.span.end).toBeLessThanOrEqual(text.length)
          expect(f.span.end).toBeGreaterThan(f.span.start)
          expect(f.text).toBe(text.slice(f.span.start, f.span.end))
          for (const e of f.evidence) {
            const earlier = c.messages[e.message]!.text
            expect(e.message).toBeLessThan(f.message)
            expect(e.span.start).toBeGreaterThanOrEqual(0)
            expect(e.span.end).toBeGreaterThan(e.span.start)
            expect(e.span.end).toBeLessThanOrEqual(earlier.length)
          }
        }
      }),
      RUNS,
    )
  })

  test('pushed message by message gives what the whole gives', () => {
    fc.assert(
      fc.property(conversation, (c) => {
        const whole = linter.checkConversation(c)
        const pushed = pushAll(linter, c)
        expect(pushed.flatMap((v) => uncounted(v.findings))).toEqual(uncounted(whole.findings))
        expect(pushed.flatMap((v) => v.cannotJudge)).toEqual(whole.cannotJudge)
        expect(pushed.at(-1)!.stage).toBe(whole.stage)
      }),
      RUNS,
    )
  })

  test('a session goes on from its snapshot as if nothing had been', () => {
    fc.assert(
      fc.property(conversation, fc.nat(8), (c, n) => {
        const cut = n % (c.messages.length + 1)
        const first = linter.session(context(c))
        const before = c.messages.slice(0, cut).map((m) => first.push(m))
        const saved = JSON.parse(JSON.stringify(first.snapshot()))
        const second = createLinter().session(context(c), saved)
        const after = c.messages.slice(cut).map((m) => second.push(m))
        expect([...before, ...after]).toEqual(pushAll(linter, c))
      }),
      { numRuns: 60 },
    )
  })

  test('a draft is judged as the message it would become, and changes nothing', () => {
    fc.assert(
      fc.property(conversation, text, (c, draft) => {
        const said = { ...c, messages: [...c.messages, { role: 'agent' as const, text: draft }] }
        const last = pushAll(linter, said).at(-1)!
        const start = context(said)
        expect(plain(linter.checkReply(draft, { ...start, messages: c.messages }))).toEqual(plain(last))
        const session = linter.session(start)
        for (const m of c.messages) session.push(m)
        const before = JSON.stringify(session.snapshot())
        expect(plain(session.draft(draft))).toEqual(plain(last))
        expect(JSON.stringify(session.snapshot())).toBe(before)
      }),
      RUNS,
    )
  })

  test('the same is found twice, in the same order', () => {
    fc.assert(
      fc.property(conversation, (c) => {
        expect(createLinter().checkConversation(c)).toEqual(linter.checkConversation(c))
      }),
      { numRuns: 30 },
    )
  })

  test('what comes later does not undo a finding', () => {
    // the order's status is left out: with it, a payment shown later tells what came before it
    fc.assert(
      fc.property(conversation, fc.nat(8), ({ order, ...c }, n) => {
        const cut = n % c.messages.length
        const part = { ...c, messages: c.messages.slice(0, cut) }
        const found = (x: Conversation) =>
          uncounted(linter.checkConversation(x).findings).filter((f) => f.message < cut)
        expect(found(c)).toEqual(found(part))
      }),
      RUNS,
    )
  })
})

describe('the fixtures', { timeout: 60_000 }, () => {
  /** All in which more is known than a question and an answer, and of those that are no more every fifth by position. */
  const telling = (c: Conversation, i: number) =>
    c.messages.length > 2 ||
    Object.keys(c).some((key) => key !== 'id' && key !== 'messages') ||
    c.messages.some(({ role, kind }) => role === 'system' || kind !== undefined) ||
    i % 5 === 0
  let whole: Map<Conversation, readonly Finding[]>
  beforeAll(() => {
    whole = new Map(fixtures.map((c) => [c, linter.checkConversation(c).findings]))
  })

  test('pushed message by message, and as drafts', () => {
    const chosen = fixtures.filter(telling)
    expect(chosen.length).toBeGreaterThan(1000)
    for (const c of chosen) {
      const pushed = pushAll(linter, c)
      expect(pushed.flatMap((v) => uncounted(v.findings))).toEqual(uncounted(whole.get(c)!))
      const last = c.messages.length - 1
      const { role, text, kind } = c.messages[last]!
      if (role !== 'agent' || kind !== undefined) continue
      const reply = linter.checkReply(text, { ...context(c), messages: c.messages.slice(0, last) })
      expect(uncounted(reply.findings)).toEqual(uncounted(pushed[last]!.findings))
    }
  })

  test('hold no finding outside an agent message', () => {
    for (const [c, findings] of whole)
      for (const f of findings) expect(c.messages[f.message]!.role).toBe('agent')
  })
})

describe('memory', { timeout: 60_000 }, () => {
  test('the state stays bounded however long the chat', () => {
    const session = linter.session({})
    const size = () => JSON.stringify(session.snapshot()).length
    let early = 0
    for (let i = 0; i < 3000; i++) {
      session.push({ role: i % 2 ? 'agent' : 'buyer', text: texts[(i * 7919) % texts.length]! })
      if (i < 1000 && i % 50 === 0) early = Math.max(early, size())
    }
    expect(size()).toBeLessThan(early * 1.5)
    expect(size()).toBeLessThan(200_000)
  })

  test('nor does one side that never stops', () => {
    for (const role of ['buyer', 'agent', 'system'] as const) {
      const session = linter.session({})
      for (let i = 0; i < 2000; i++) session.push({ role, text: texts[(i * 31) % texts.length]! })
      expect(JSON.stringify(session.snapshot()).length).toBeLessThan(200_000)
    }
  })

  test('nor do very long messages', () => {
    const long = texts.join('\u3002').slice(0, 4000)
    const session = linter.session({})
    for (let i = 0; i < 6; i++) session.push({ role: i % 2 ? 'agent' : 'buyer', text: long })
    expect(JSON.stringify(session.snapshot()).length).toBeLessThan(200_000)
  })
})
