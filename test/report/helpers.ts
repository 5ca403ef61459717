import fc from 'fast-check'
import type { Judgement } from '../../src/engine/types.js'
import { createLinter } from '../../src/index.js'
import { messagesFor } from '../../src/messages/index.js'
import type { Conversation, Finding, Problem, Summary } from '../../src/model.js'
import { loadReporter, type ReportFormat } from '../../src/report/index.js'
import type { Gate } from '../../src/report/types.js'

export const linter = createLinter()

export const summary: Summary = {
  conversations: 1,
  messages: 2,
  agentMessages: 1,
  stages: { 'pre-sale': 1 },
  findings: { error: 1, warn: 0, info: 0 },
  cannotJudge: 0,
  exposure: {
    points: 6,
    worstPoints: 6,
    deposit: 10000,
    payout: 0,
    payoutUpTo: 0,
    atRisk: {},
    ledgers: { A: { held: 0, points: 6, nextNode: 12, distance: 6, nodes: [] } },
  },
}

export const failed: Gate = { passed: false, threshold: 'error', why: '1' }

/** An agent's only message, found wanting from its first to its last character. */
export function findingIn(text: string, parts: Partial<Finding> = {}): Finding {
  return {
    id: 'occurrence',
    fingerprint: 'content',
    conversation: 'c1',
    message: 0,
    rule: 'invoice/refusal',
    severity: 'error',
    span: { start: 0, end: text.length },
    text,
    evidence: [],
    stage: 'pre-sale',
    assumes: [],
    cost: { points: 6, deposit: 10000, payout: null, payoutUpTo: null, disputed: null, ledger: 'A' },
    counted: true,
    clause: 'clause',
    messageText: text,
    suggestion: 'suggestion',
    ...parts,
  }
}

export interface Shown {
  findings: Finding[]
  conversation?: Partial<Conversation>
  verdict?: Partial<Judgement>
  problems?: Problem[]
}

/** What a format makes of one conversation. */
export async function rendered(format: ReportFormat, shown: Shown): Promise<Buffer> {
  const chunks: Buffer[] = []
  const create = await loadReporter(format)
  const reporter = create({
    write: (text) => void chunks.push(Buffer.from(text as string)),
    messages: messagesFor('en'),
    mask: false,
    width: 100,
    colour: false,
  })
  const { findings, problems = [] } = shown
  const [first] = findings
  const conversation: Conversation = {
    id: first?.conversation ?? 'c1',
    messages: findings.map(({ messageText: text }) => ({ role: 'agent', text })),
    ...shown.conversation,
  }
  const titles = new Map(linter.rules.map(({ id, title }) => [id, title]))
  reporter.begin({ tool: 'kefulint 0.0.0', packs: {}, schedule: 'note', titles, rules: linter.rules })
  reporter.conversation(conversation, { findings, cannotJudge: [], stage: 'pre-sale', ...shown.verdict })
  for (const problem of problems) reporter.problem(problem)
  await reporter.end(summary, failed)
  return Buffer.concat(chunks)
}

const TROUBLE = [
  ...['\n', '\r', '\r\n', '\t', '\0', '\u001b[2J', '\u2028', '\u202e', '\ufeff', '\ud800', '\ufffe'],
  ...['::error::', '::set-output name=a::b', '%0A', '%', '::', ',', ']]>', '</testcase>', '<b>', '&amp;'],
  ...['`', '``', '`` ` ``', '\\`', '|', '*', '_', '](http://example.com)', '![', '@all', '#1', '- ', '1. '],
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\uff1d1', '"', '""', "'", ';', '发票', ' ', '  ', '💰', '\u200b'],
]

/** Texts that try to be more than text. */
export const hostile = fc.oneof(
  fc.array(fc.constantFrom(...TROUBLE), { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
)
