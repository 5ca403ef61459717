import type { Severity } from '../model.js'
import { faultsEn } from './faults-en.js'
import { helpEn } from './help-en.js'
import type { Messages } from './index.js'
import { listsEn } from './lists-en.js'
import { packsEn } from './packs-en.js'
import { pageEn } from './page-en.js'
import { problemsEn } from './problems-en.js'
import { readingEn } from './reading-en.js'
import { serveEn, serveProblemsEn } from './serve-en.js'

const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

export const en: Messages = {
  lang: 'en',

  problems: { ...problemsEn, ...serveProblemsEn },
  serve: serveEn,

  faults: faultsEn,
  packs: packsEn,

  roles: { buyer: 'buyer', agent: 'agent', system: 'system' },
  severities: { error: 'error', warn: 'warn', info: 'info' },
  stages: {
    'pre-sale': 'pre-sale',
    'mid-sale': 'mid-sale',
    'after-sale': 'after-sale',
    unknown: 'stage unknown',
  },

  report: {
    clause: 'clause',
    cost: 'cost',
    assumes: 'assumes',
    suggestion: 'say',
    written: (files) => `written to ${files.join(', ')}`,
    cannotJudge: 'cannot judge',
    statements: 'understood as',
    problems: 'problems with the input',
    moreProblems: (n) => `… ${n} more; --format json lists all`,
    agent: 'agent',
    points: (n) => plural(n, 'point'),
    money: (yuan) => `¥${yuan}`,
    deposit: (yuan) => `deposit ¥${yuan}`,
    payout: (yuan) => `payout ¥${yuan}`,
    payoutUpTo: (yuan) => `payout up to ¥${yuan}`,
    disputed: (points) => `disputed: elsewhere ${plural(points, 'point')}`,
    noFigure: 'the schedule has no figure',
    noCost: 'no points',
    notCounted: 'same case as above, charged once',
    atRiskOnly: 'not yet a violation, not counted',
    perOrder: 'per order',
    assumption: (name) =>
      name.startsWith('question: ') ? `the buyer asked "${name.slice(10)}"` : (assumptionNames[name] ?? name),
    missing: (why) =>
      why
        .split(', ')
        .map((each) => missingNames[each] ?? each)
        .join(', '),
    polarity: { yes: 'affirmed', no: 'denied' },
    via: { clause: 'own clause', answer: 'answer', carried: 'carried' },
    totals: (conversations, messages, agent) =>
      `${plural(conversations, 'conversation')}, ${plural(messages, 'message')}, ${agent} by agents`,
    narrowed: (range, left) => `only ${range} (${plural(left, 'other agent message')} left out)`,
    undated: (n) => `${plural(n, 'agent message')} without a time could not be placed and left out`,
    unnamed: (n) => `${plural(n, 'agent message')} without a sender could not be placed and left out`,
    suppressed: (baseline, approved) =>
      `neither listed nor counted: ${baseline} in the baseline, ${approved} approved`,
    clean: 'nothing found',
    count: (severity, n) => plural(n, severityNouns[severity]),
    cannotJudgeCount: (n) => `${n} could not be judged for lack of evidence, which does not mean clean`,
    problemCount: (n) => `${plural(n, 'problem')} with the input`,
    exposure: 'exposure',
    worst: (points) => `with disputed figures at their highest: ${plural(points, 'point')}`,
    atRisk: 'at risk (not counted)',
    ledger: (name, held, points) => `ledger ${name}: ${held} held + ${points} here`,
    nextNode: (at, distance) => `${distance} short of the node at ${at}`,
    noNode: 'no further node',
    nodeReached: (at, sanction) => `reaches the node at ${at}: ${sanction}`,
    upheld: 'what complaints would cost if upheld, not a ruling of the platform',
    schedule: (name) => `schedule ${name}`,
    passed: (threshold) => `passed (--fail-on ${threshold})`,
    failed: (threshold, why) => `failed (--fail-on ${threshold}): ${why}`,
    failedCount: (n) => `${n} at or above the threshold`,
    failedPoints: (n) => plural(n, 'point'),
    failedYuan: (yuan) => `¥${yuan}`,
  },

  ...listsEn,
  page: pageEn,

  rules: {
    meaning: 'meaning',
    basis: { note: 'basis: the note', extension: 'basis: follows from the note' },
    ledger: (title) => `goes to: ${title}`,
    share: (percent, base, floor, cap) =>
      `the payout is ${percent} % of ${base}${floor && `, at least ¥${floor}`}, at most ¥${cap}`,
    base: { paid: 'what was paid', goods: 'what was paid, without freight' },
    per: {
      conversation: 'charged once a conversation, however often it is said',
      order: 'charged once an order, however often it is said',
    },
    source: (source, date, confidence) => `source: ${source} · ${date} · confidence ${confidence}`,
    confidence: { high: 'high', medium: 'medium', low: 'low' },
    judged: 'the one judged',
    index: 'Rules',
    column: { rule: 'rule', title: 'what it is about', severity: 'severity' },
    violates: 'violates',
    complies: 'complies',
    pack: (name) => `pack ${name}`,
    count: (n) => `${plural(n, 'rule')}. To read one: kefulint rules <rule>`,
  },

  suppressions: {
    titles: { expired: 'Suppression has expired', unused: 'Suppression is not needed' },
    clause: {
      expired: 'A suppression holds until its date and no longer.',
      unused: 'A suppression is kept only while what it names still occurs.',
    },
    todo: {
      expired: 'reword the sentence; if it must stay, have it approved again and change the date',
      unused: 'remove it; if the sentence was reworded, name the new wording',
    },
    text: (named, reason, approver, expires) => `${named} · ${reason} (${approver}, until ${expires})`,
  },

  init: {
    head: [
      'Settings of kefulint. They hold wherever kefulint runs in this folder or beneath.',
      'Flags win over what stands here; kefulint audit --print-config shows what holds in the end.',
      'Each setting is explained above it; remove the # in front to switch it on.',
    ],
    done: (file) => `wrote ${file}: open it and remove the # before what you need`,
    shop: 'myshop',
    column: 'message',
    text: 'the sentence',
    reason: 'why it may be said',
    approver: 'who approved it',
  },

  config: {
    byDefault: 'default',
  },

  test: {
    passed: (rules, examples) => `all ${plural(examples, 'example')} of ${plural(rules, 'rule')} pass`,
    failed: (failures, examples) => `${failures} of ${plural(examples, 'example')} fail`,
    missed: 'should be reported and is not',
    falseAlarm: 'is reported and should not be',
    noExamples: (side) => `has no examples under "${side}"`,
    mutateTitle: 'still found after rewriting',
    falseAlarms: (n) => plural(n, 'false alarm'),
    floor: (all, each) => `floor: ${all} % over all, ${each} % each`,
    below: 'below the floor',
    all: 'all',
  },

  ...readingEn,

  help: helpEn,
}

const severityNouns: Record<Severity, string> = { error: 'error', warn: 'warning', info: 'note' }

const assumptionNames: Record<string, string> = {
  unpaid: 'payment unknown, taken as unpaid',
  'cashOnDelivery=false': 'not known whether the shop offers cash on delivery, taken as no',
  'deliveryInstall=true': 'not known whether delivery and installation was sold, taken as yes',
}

const missingNames: Record<string, string> = {
  buyerText: 'the source holds no words of the buyer',
  'text-too-long': 'too long: what follows was not judged',
}
