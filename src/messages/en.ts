import type { Severity } from '../model.js'
import type { Messages } from './index.js'
import { pageEn } from './page-en.js'
import type { Expected } from './zh-CN.js'

const list = (names: readonly string[]) => names.join(', ')
const said = (what: string, todo: string) => ({ what, todo })
const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

export const en: Messages = {
  lang: 'en',

  problems: {
    'missing-file': () =>
      said('no such file', 'check the path; relative paths start at the current directory'),
    'unreadable-file': (why) =>
      said(`the file cannot be read (${why})`, 'check its permissions and that it is a plain file'),
    'empty-file': () =>
      said('the file is empty, chat records were expected', 'export again and check the range of dates'),
    'glob-without-match': () =>
      said('no file matches this pattern', 'put the pattern in quotes; check folder and extension'),
    'unknown-format': (formats) =>
      said(
        `the format is not recognised; these can be read: ${list(formats)}`,
        'name it with --input-format; the README says how records are written',
      ),
    binary: () =>
      said('holds binary data (NUL bytes), text was expected', 'export as text, JSON or NDJSON instead'),
    undecodable: (offset) =>
      said(
        `not UTF-8 at byte ${offset}`,
        'convert it first, for example: iconv -f GB18030 -t UTF-8 old > new',
      ),
    'too-long': (bytes) =>
      said(
        `the record is over the limit of ${megabytes(bytes)} and was skipped`,
        'a record should be one conversation: see whether the export glued many or embedded images',
      ),
    'not-json': () =>
      said('not valid JSON', 'NDJSON holds one whole JSON object a line; check quotes, commas, brackets'),
    'cut-short': () =>
      said(
        'the JSON ends before it is complete',
        'the file may be a partial download or export: export again',
      ),
    'wrong-field': (field, expected) =>
      said(`field ${field} should be ${expectedNames[expected]}`, 'correct the field or leave it out'),
    'missing-field': (field, expected) =>
      said(`field ${field} is missing; it should be ${expectedNames[expected]}`, 'add the field'),
    'unknown-role': (field, got, allowed) =>
      said(
        `${field} is "${got}"; it must be one of: ${list(allowed)}`,
        'buyers are buyer, agents and robots agent, notices of the platform system',
      ),
    'unknown-value': (field, got, allowed) =>
      said(
        `${field} is "${got}"; it must be one of: ${list(allowed)}`,
        'use one of them or leave the field out',
      ),
    'no-messages': () =>
      said('the conversation has no messages', 'messages needs at least one; drop empty conversations'),
    'no-shop-name': () =>
      said(
        'the first line should begin with the shop name and a colon: without it nobody can tell who is an agent',
        "put the shop name and a colon on the first line, as in the agents' accounts",
      ),
    'stray-line': () =>
      said(
        'no message above this line that it could belong to',
        'messages look like: 2017-02-21 10:00:00 nick text',
      ),
    'bad-yaml': (why) => said(`not valid YAML: ${why}`, 'check indentation, colons and quotes'),
    'bad-csv': () =>
      said(
        'a quote in the CSV is never closed',
        'quote cells with commas, quotes or line breaks; double inner quotes',
      ),
    'no-text-column': (names) =>
      said(
        `the CSV has no column of phrases; its header should hold one of: ${list(names)}`,
        'add a header line',
      ),
    'not-a-reply': () =>
      said(
        'this entry is no quick reply',
        'write a text, or an object with text (and code, group if you like)',
      ),
    'no-replies': () =>
      said(
        'the file holds no quick replies',
        'check that it is the right file: plain lines, CSV, YAML or JSON',
      ),
    'no-input': () =>
      said('nothing to check was named', 'give files, folders or patterns; - reads standard input'),
    'nothing-judged': () =>
      said('there was no agent message to judge', 'see the problems above; what agents say has role agent'),
    'empty-draft': () => said('the draft is empty', 'put the reply in quotes: kefulint check "..."'),
    'several-contexts': (count) =>
      said(
        `the context file holds ${count} conversations, one was expected`,
        'keep the one that is going on',
      ),
    'unknown-rule': (near) =>
      said(
        'no such rule',
        near.length > 0 ? `did you mean: ${list(near)}` : 'kefulint rules lists all of them',
      ),
    'bad-flag': (flag, got, expected) =>
      said(`${flag} cannot be "${got}"; expected: ${expected}`, '--help explains it with examples'),
    'output-pairing': (outputs, formats) =>
      said(
        `${plural(formats, '--format')} and ${plural(outputs, '--output')}: the nth goes with the nth, and at ` +
          'most one format without a file goes to standard output',
        'for example: --format json --output report.json --format pretty',
      ),
    'cannot-write': (why) =>
      said(`cannot be written (${why})`, 'check that the folder exists, its permissions and the free space'),
    'unknown-flag': (flag) => said(`there is no option ${flag}`, '--help lists the options'),
    'unknown-command': (name) => said(`there is no command ${name}`, 'kefulint --help lists the commands'),
    'missing-argument': (name) =>
      said(`the argument ${name} is missing`, '--help shows the usage with examples'),
    'missing-value': (flag) => said(`${flag} needs a value`, '--help shows the usage with examples'),
    'extra-argument': () => said('too many arguments', 'quote what contains spaces'),
    'no-rules': () => said('no rule files here', 'name a folder with .yaml rules, or one rule file'),
    internal: (why) =>
      said(
        `internal error: ${why}`,
        'this is a fault of kefulint: please report it with the command; KEFULINT_DEBUG=1 shows details',
      ),
  },

  packs: {
    yaml: (detail) => said(`not valid YAML: ${detail}`, 'check indentation, colons and quotes'),
    'rule-shape': (detail) => said(`not how a rule is written: ${detail}`, 'compare with the guide on rules'),
    'unknown-concept': (detail) =>
      said(`no such concept: ${detail}`, 'check the spelling or define it first'),
    'unknown-reading': (detail) => said(`no such reading: ${detail}`, 'check the spelling: topic.aspect'),
    'unknown-check': (detail) =>
      said(`no such condition: ${detail}`, 'check the spelling; see the guide on rules'),
    'cyclic-lexicon': (detail) =>
      said(`lexicon entries refer to each other in a circle: ${detail}`, 'cut one'),
    'word-syntax': (detail) => said(`not how a word is written: ${detail}`, 'see the guide on the lexicon'),
    'pattern-syntax': (detail) => said(`bad regular expression: ${detail}`, 'correct it, or use words'),
    'pattern-not-linear': (detail) =>
      said(
        `the regular expression may be slow: ${detail}`,
        'avoid nested or adjacent repetition; prefer words',
      ),
    duplicate: (detail) => said(`defined twice: ${detail}`, 'rename or remove one'),
    'empty-pack': (detail) => said(`the pack is empty: ${detail}`, 'it needs at least one rule'),
  },

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
    assumption: (name) => assumptionNames[name] ?? name,
    polarity: { yes: 'affirmed', no: 'denied' },
    via: { clause: 'own clause', answer: 'answer', carried: 'carried' },
    totals: (conversations, messages, agent) =>
      `${plural(conversations, 'conversation')}, ${plural(messages, 'message')}, ${agent} by agents`,
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

  page: pageEn,

  rules: {
    meaning: 'meaning',
    basis: { note: 'basis: the note', extension: 'basis: follows from the note' },
    violates: 'violates',
    complies: 'complies',
    pack: (name) => `pack ${name}`,
    count: (n) => `${plural(n, 'rule')}. To read one: kefulint rules <rule>`,
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

  help: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    commands: 'Commands:',
    examples: 'Examples:',
    about:
      'Checks what Tmall customer-service agents say to buyers: what violates a rule, which, at what cost.',
    exitCodes:
      'Exit codes: 0 below the threshold · 1 threshold reached · 2 usage or input, nothing judged · ' +
      "3 internal error or limit · 4 a rule's own examples fail · 130 interrupted",
    help: 'show this help',
    version: 'show the version',
    audit: 'check exported chat logs',
    check: 'check one reply before it is sent',
    gate: 'check a library of quick replies, each on its own',
    rules: 'list the rules, or explain one',
    test: 'test the rules with their own examples',
    patterns: 'files, folders or quoted patterns; - reads standard input',
    draft: 'the reply to be sent; - reads standard input',
    replies: 'files of quick replies (YAML, JSON, CSV or one a line); - reads standard input',
    rule: 'name of a rule, e.g. invoice/refusal',
    format:
      'output format, repeatable: pretty (default, for people), json, ndjson, html (one page to show around)',
    output: 'write to a file, repeatable: the nth belongs to the nth --format',
    inputFormat: (names) => `format of the input, recognised by itself if left out: ${list(names)}`,
    threads: 'number of threads; 1 starts no further one. The output does not depend on it',
    noMask: 'show phone numbers, names, addresses and other personal data as they are',
    schedule: "penalty schedule: note (the note as printed) or platform (the platform's rules)",
    worstCase: 'count the higher of disputed figures',
    failOn: 'what fails: error (default), warn, points=N, yuan=N (deposit and payouts), none',
    lang: 'language of the texts: zh-CN or en',
    rulesPath: 'add rules: a folder or a YAML file, repeatable',
    packs: 'use exactly these packs, repeatable; default tmall, extension, service',
    strictInput: 'fail on any problem with the input',
    quiet: 'list errors only, no warnings or advice; totals stay the same',
    context: 'the conversation so far (one conversation record)',
    question: 'what the buyer has just said, repeatable',
    paid: 'the order is paid',
    explain: 'show how the reply was understood',
    mutate: 'rewrite the violating examples (spaces, homophones …) and count what is still found',
    auditExamples: [
      'kefulint audit chats.ndjson                       one file',
      'kefulint audit "export/**/*.txt"                  many files: quote the pattern',
      'kefulint audit chats.ndjson --fail-on points=12   fails from 12 points on',
      'kefulint audit logs --format json --output report.json --format pretty',
    ],
    checkExamples: [
      'kefulint check "REPLY"',
      'kefulint check "REPLY" --question "QUESTION"      the question can decide',
      'kefulint check "REPLY" --paid                     after payment a phone number is fine',
      'kefulint check "REPLY" --explain                  how it was understood',
    ],
    gateExamples: ['kefulint gate replies.csv', 'kefulint gate replies.yaml --fail-on warn'],
    rulesExamples: ['kefulint rules', 'kefulint rules invoice/refusal'],
    testExamples: ['kefulint test', 'kefulint test --rules my-shop/', 'kefulint test --mutate'],
    mainExamples: [
      'kefulint check "REPLY"             check a reply before it is sent',
      'kefulint audit chats.ndjson        check chat logs',
      'kefulint rules invoice/refusal     what a rule means',
    ],
  },
}

const severityNouns: Record<Severity, string> = { error: 'error', warn: 'warning', info: 'note' }

const expectedNames: Record<Expected, string> = {
  text: 'a text',
  texts: 'a list of texts',
  number: 'a number, 0 or more',
  numbers: 'a map from names to numbers',
  object: 'an object',
  objects: 'a list of objects',
  record: 'a conversation record (an object with id and messages)',
}

const assumptionNames: Record<string, string> = {
  unpaid: 'payment unknown, taken as unpaid',
  cashOnDelivery: 'not known whether the shop offers cash on delivery, taken as no',
  deliveryInstall: 'not known whether delivery and installation was sold, taken as yes',
}

function megabytes(bytes: number): string {
  return bytes >= 1 << 20 ? `${Math.round(bytes / (1 << 20))} MB` : `${bytes} bytes`
}
