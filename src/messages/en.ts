import type { Severity } from '../model.js'
import type { Messages } from './index.js'
import { listsEn } from './lists-en.js'
import { pageEn } from './page-en.js'
import type { Expected, Limited } from './zh-CN.js'

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
    undecodable: (offset, encoding) =>
      said(
        `not ${encoding} at byte ${offset}; this line was not read`,
        'a file has one encoding: name it with --encoding (such as gb18030), or convert the file to UTF-8',
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
    'html-file': () =>
      said(
        'this is a web page (HTML), not an Excel workbook',
        'open it in Excel and save it as .xlsx or CSV',
      ),
    'old-excel': () =>
      said(
        'this is the old Excel format (.xls), which cannot be read',
        'open it in Excel and save it as .xlsx or CSV',
      ),
    'bad-xlsx': (why) =>
      said(`not a readable Excel workbook (${why})`, 'open it in Excel and save it again as .xlsx'),
    'bad-zip': (why) => said(`the archive is damaged or incomplete (${why})`, 'download or pack it again'),
    'zip-path': () =>
      said('this path leads out of the archive and was skipped', 'check where the archive comes from'),
    'entry-skipped': () =>
      said('not JSON, skipped', 'pack only the .json files, one a customer; check others apart'),
    'bad-entry': () => said('not the chats of one customer', 'each file should be {"user": …, "chats": […]}'),
    'over-limit': (what, limit) =>
      said(
        `${limitNames[what]}: over the limit of ${amount(what, limit)}; reading of this file ended here`,
        'split it into smaller files',
      ),
    'formula-cells': (count) =>
      said(
        `${plural(count, 'formula cell')} without a saved result read as empty`,
        'open the file in Excel and save it once, or paste as values',
      ),
    'no-rows': () => said('there are no chats in it', 'check that it is the right file'),
    'no-columns': (found, expected) =>
      said(
        `these columns do not tell what they are: ${list(found)}; expected are such as: ${list(expected)}`,
        'rename them, or map them in the config',
      ),
    'unknown-columns': (names) =>
      said(
        `columns not used: ${list(names)}`,
        'nothing to do, unless one of them matters: then map it in the config',
      ),
    'sheet-without-chats': (name) =>
      said(
        `the sheet "${name}" holds no chats and was not read`,
        'nothing to do, unless it does: then check its header',
      ),
    'no-role': (count) =>
      said(
        `${plural(count, 'conversation')} not judged: nobody can tell agent from buyer`,
        "give a pattern for the agents' accounts in the config, or add a column role (agent, buyer)",
      ),
    'empty-message': (count) =>
      said(
        `${plural(count, 'message')} without content skipped`,
        'check whether the export left out the content',
      ),
    'bad-time': (count) =>
      said(
        `${plural(count, 'time')} not understood; the messages count as undated`,
        'write times as 2026-10-12 09:14:02 or as time stamps',
      ),
    'no-chat': (count) =>
      said(
        `${plural(count, 'row')} without a chat skipped`,
        'the export failed for these customers: export again if needed',
      ),
    'out-of-order': (count) =>
      said(
        `${plural(count, 'conversation')} out of order, sorted by time`,
        'nothing to do; lines are those of the file',
      ),
    'duplicate-id': (count) =>
      said(
        `${plural(count, 'conversation')} with an id seen before; all were judged`,
        'check whether the same chats were exported twice',
      ),
    'split-chat': (bytes) =>
      said(
        `the conversation is over ${megabytes(bytes)}; from here on it counts as another`,
        'check the column of conversation ids',
      ),
    'other-shape': (format) =>
      said(
        `this is no record of the format ${format} and was skipped`,
        'name the format with --input-format, or drop it',
      ),
    'bad-role-pattern': (name, why) =>
      said(
        `the pattern for ${name} cannot be used: ${why}`,
        'write a simple regular expression, such as ^my-shop',
      ),
    'wrong-kind': (kind) =>
      said(`chats or quick replies? Nothing could be read as ${kind}`, 'say --kind chat or --kind replies'),
    'no-input': () =>
      said('nothing to check was named', 'give files, folders or patterns; - reads standard input'),
    'nothing-judged': () =>
      said('there was no agent message to judge', 'see the problems above; what agents say has role agent'),
    'nothing-within': (outside, undated, unnamed) =>
      said(
        `no agent message is within the range: ${outside} outside, ${undated} without a time, ${unnamed} without a sender`,
        'check --since, --until, --agent, --shop',
      ),
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
    'bad-setting': (name, why) =>
      said(`${name} is not right: ${why}`, 'correct it; the file that kefulint init writes explains each'),
    'unknown-setting': (name, known) =>
      said(`there is no ${name}; here may stand: ${list(known)}`, 'check the spelling or leave it out'),
    'no-baseline': () =>
      said('there is no such baseline', 'run once with --update-baseline to record what is found today'),
    'no-baseline-file': () =>
      said(
        '--update-baseline does not know where to write',
        'add --baseline FILE, or baseline to the config',
      ),
    'narrowed-baseline': () =>
      said(
        'a narrowed run cannot update the baseline: what is outside would be lost',
        'leave out --since, --until, --agent and --shop',
      ),
    'config-exists': () =>
      said('the file is there already and was left as it is', 'move it away to get a new one'),
    'binary-to-terminal': (format) =>
      said(`${format} is binary, a terminal cannot show it`, `add --output FILE.${format}, or use a pipe`),
    'not-findings': () =>
      said('no findings that were saved here', 'give files written by --format ndjson or --format json'),
    'findings-left-out': (count) =>
      said(
        `${plural(count, 'finding')} of its summary ${count === 1 ? 'is' : 'are'} not listed and not counted here`,
        'audit without --quiet to save all of them',
      ),
    'no-summary': () =>
      said(
        'the file is incomplete, its summary is missing: conversations and messages count as far as they are seen',
        'audit again and let it finish',
      ),
    'mixed-schedules': (names) =>
      said(
        `these were saved under different schedules (${list(names)}): their costs do not add up`,
        'audit again with one --schedule, or report on them apart',
      ),
    'too-many-findings': (limit) =>
      said(
        `more than ${limit} findings, which is the limit`,
        'report in parts, or audit with --quiet to save errors only',
      ),
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
    assumption: (name) =>
      name.startsWith('question: ') ? `the buyer asked "${name.slice(10)}"` : (assumptionNames[name] ?? name),
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
    expected: {
      fingerprint: 'expected a fingerprint: 14 of 0-9 and a-f',
      date: 'expected a date such as 2027-01-31',
      which: 'expected fingerprint, or both rule and text',
      ruleId: 'a rule is named topic/name, for example invoice/refusal',
      threshold: 'expected one of error, warn, points=N, yuan=N, none',
      pattern: 'expected a regular expression',
    },
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

  notes: {
    encoding: (name, why) => `encoding ${name}: ${encodingReasons[why]}`,
    format: (name, sign, others) =>
      `format ${name}: ${sign}${others.length > 0 ? ` (also like ${list(others)})` : ''}`,
    'format-asked': (name) => `format ${name}: asked for by --input-format`,
    'a-message-a-row': (line, columns) => `one message a row, header on line ${line}: ${list(columns)}`,
    'a-chat-a-row': (line, columns) =>
      `one customer a row, the chat in a cell, header on line ${line}: ${list(columns)}`,
    sheet: (name, rows) => `sheet "${name}", ${plural(rows, 'row')}`,
    kind: (kind, why) => `taken for ${kindNames[kind]}: ${kindReasons[why]}`,
    replies: (shape, columns) => `quick replies, ${shape}${columns.length > 0 ? `: ${list(columns)}` : ''}`,
  },

  formats: {
    title: 'Formats of chats that can be read',
    repliesTitle: 'Formats of quick replies that can be read (gate, convert)',
    seen: { own: 'our own', generic: 'generic', code: 'seen in code', remembered: 'from memory' },
    ndjson: { about: 'conversation records, one a line', sign: 'each line is a JSON object with messages' },
    json: {
      about: 'a list of records, one record, or {"conversations": []}',
      sign: 'it is a JSON list or object',
    },
    'qianniu-text': { about: 'text dump of Wangwang / Qianniu', sign: 'has lines "date time account text"' },
    'window-text': { about: 'text copied from the chat window', sign: 'has lines "nick (time):"' },
    csv: { about: 'CSV, one message or one customer a row', sign: 'its header has columns of a chat' },
    tsv: { about: 'table separated by tabs', sign: 'its header, split at tabs, has columns of a chat' },
    xlsx: { about: 'Excel, one message or one customer a row', sign: 'it is an Excel workbook' },
    'zip-json': { about: 'archive with one JSON file a customer', sign: 'it is an archive' },
    'customer-json': { about: 'JSON of one customer: user, chats', sign: 'has chats and user' },
    'client-json': {
      about: 'JSON of the Qianniu client: fromid, toid, loginid',
      sign: 'has fromid and toid',
    },
    'top-json': { about: "JSON of the open platform's chat log APIs", sign: 'has msgs and direction' },
    'jd-rows': { about: 'JSON rows of JD Dongdong', sign: 'has waiter and waiterSend' },
    'pdd-push': { about: 'JSON messages pushed by Pinduoduo', sign: 'has push messages or mall_cs' },
    dialogues: {
      about: 'JSON of QA services: dialogues or session',
      sign: 'has a list dialogues or session',
    },
    'json-rows': {
      about: 'JSON or NDJSON, one message an object',
      sign: 'the fields of an object are those of a message',
    },
    replies: [
      ['Qianniu CSV', '快捷短语编码,快捷短语,快捷短语分组', 'code'],
      ['Feiniu CSV / xlsx', '快捷编码,快捷短语,快捷短语分组; &#44; is a comma, &#13; a line end', 'code'],
      ['Yiwaiwai CSV / xlsx', '分组、标题、内容、标签', 'code'],
      ['Agiso', 'trigger words and reply', 'code'],
      ['API JSON', 'groups and list', 'code'],
      ['YAML / JSON', 'code, text, group; or intent and templates under replies', 'generic'],
      ['Markdown', 'fenced blocks or lists under headings', 'code'],
      ['plain text', 'one a line', 'generic'],
    ],
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
    report: 'merge saved findings and write them in any format',
    rules: 'list the rules, or explain one',
    test: 'test the rules with their own examples',
    init: 'write a configuration file with explanations',
    patterns: 'files, folders or quoted patterns; - reads standard input',
    draft: 'the reply to be sent; - reads standard input',
    replies: 'files of quick replies (YAML, JSON, CSV or one a line); - reads standard input',
    savedFiles: 'files written by --format ndjson or json; - reads standard input',
    rule: 'name of a rule, e.g. invoice/refusal',
    format: (names) => `output format, repeatable; default pretty (for people): ${list(names)}`,
    output: 'write to a file, repeatable: the nth belongs to the nth --format',
    inputFormat: (names) => `format of the input, recognised by itself if left out: ${list(names)}`,
    threads: 'number of threads; 1 starts no further one. The output does not depend on it',
    noMask: 'show phone numbers, names, addresses and other personal data as they are',
    schedule: "penalty schedule: note (the note as printed) or platform (the platform's rules)",
    worstCase: 'count the higher of disputed figures',
    failOn: 'what fails: error (default), warn, points=N, yuan=N (deposit and payouts), none',
    lang: 'language of the texts: zh-CN or en',
    rulesPath: 'add rules: a folder or a YAML file, repeatable',
    config: 'configuration file; default: kefulint.config.yaml here or in a folder above',
    printConfig: 'only show the settings that hold and where each comes from',
    baseline: 'file of known findings: these are neither listed nor counted',
    updateBaseline: 'write what is found now to the baseline file',
    suppressions: 'another file of suppressions (YAML), written as in the configuration',
    packs: 'use exactly these packs, repeatable; default tmall, extension, service',
    strictInput: 'fail on any problem with the input',
    quiet: 'list errors only, no warnings or advice; totals stay the same',
    since: 'count only what agents said on this day or later, China time, e.g. 2026-11-01',
    until: 'count only what agents said on this day or earlier',
    agent: 'count only this agent, repeatable: the whole account or the part after the colon',
    shop: 'count only the conversations of this shop, repeatable',
    context: 'the conversation so far (one conversation record)',
    question: 'what the buyer has just said, repeatable',
    paid: 'the order is paid',
    explain: 'show how the reply was understood',
    encoding: (names) => `encoding of the input, recognised by itself if left out: ${list(names)}`,
    explainInput: 'say on standard error what was taken for what, and why',
    convert: 'turn any readable input into records, one JSON object a line',
    convertPatterns: 'files of chats or quick replies, folders or quoted patterns; - reads standard input',
    kind: 'what the input is: chat or replies; told apart by content if left out',
    convertOutput: 'write to a file instead of standard output',
    formats: 'list the formats that can be read',
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
    reportExamples: [
      'kefulint report findings.ndjson --format html --output report.html',
      'kefulint report mon.ndjson tue.ndjson --format xlsx --output week.xlsx',
    ],
    rulesExamples: ['kefulint rules', 'kefulint rules invoice/refusal'],
    convertExamples: [
      'kefulint convert chats.xlsx > chats.ndjson               personal data masked',
      'kefulint convert replies.csv --output replies.ndjson     quick replies as code, text, group',
      'kefulint convert logs --explain-input --no-mask          says what was taken for what',
    ],
    formatsExamples: ['kefulint formats'],
    testExamples: ['kefulint test', 'kefulint test --rules my-shop/', 'kefulint test --mutate'],
    initExamples: ['kefulint init'],
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
  boolean: 'true or false',
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

const limitNames: Record<Limited, string> = {
  archive: 'size of the file',
  entry: 'expanded size of one file in the archive',
  expanded: 'expanded size of the archive',
  entries: 'number of files in the archive',
  rows: 'number of rows in the sheet that hold something',
  cells: 'number of cells in the sheet',
}

const encodingReasons = {
  bom: 'marked at the beginning',
  ascii: 'all ASCII so far',
  decodes: 'the content decodes so',
  asked: 'asked for by --encoding',
}

const kindNames = { chat: 'chats', replies: 'quick replies' }
const kindReasons = {
  asked: 'asked for by --kind',
  chat: 'reads like chats',
  replies: 'reads like quick replies',
}

function amount(what: Limited, limit: number): string {
  return ['entries', 'rows', 'cells'].includes(what) ? String(limit) : megabytes(limit)
}
