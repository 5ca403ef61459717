import type { rulesPageZhCN } from './rules-page-zh-CN.js'

export const rulesPageEn: typeof rulesPageZhCN = {
  title: 'Rules',
  intro:
    'Open a rule to read what it is about; edit its YAML and see at once which examples it reports. It is tried on this tab only; the chat and the files are judged by the built-in rules.',
  search: 'Search rules',
  searchHint: 'Name, explanation, clause, words of an example',
  count: (n) => (n === 1 ? '1 rule' : `${n} rules`),
  none: 'No rule matches.',
  own: 'My rules',
  ownHint: 'What holds in your own shop can be a rule too.',
  create: 'Write a new one',
  remove: 'Delete this one',
  removeSure: 'Delete for good?',
  untitled: 'No title yet',
  edited: 'edited',
  topics: {
    contact: 'Off-platform contact',
    conduct: 'Manners',
    delivery: 'Dates and installation',
    invoice: 'Invoices',
    order: 'Orders',
    payment: 'Payment',
    privacy: 'Privacy',
    shipping: 'Freight',
  },
  back: 'Back to the list',
  pick: 'Choose a rule on the left.',

  yaml: 'YAML of the rule',
  keys: 'Tab leaves the field as usual; indent with spaces.',
  restore: 'Restore the original',
  download: 'Download YAML',
  kept: 'Changes are kept in this browser.',
  notKept: 'This browser does not let the page keep anything: download before you leave.',
  builtIn:
    'Only the edited rule is tried here, the original does not count. Added to kefulint with --rules it replaces the built-in rule of the same id; to have both, give it another id.',
  lexicon:
    'The words and readings of this rule are part of the built-in vocabulary: words added here count, words taken out here still do.',

  error: (line, column) => `Line ${line}, column ${column}`,
  show: 'Go there',
  stale: 'The examples show what held before the mistake.',

  examples: 'Examples',
  passed: (n) => `All ${n} examples are right`,
  failed: (bad, n) => `${bad} of ${n} examples are wrong`,
  violates: 'must be reported',
  complies: 'must not be reported',
  reported: 'reported',
  silent: 'not reported',
  right: 'right',
  wrong: 'wrong',
  judged: 'judged',

  try: 'Say a sentence',
  trySay: 'The agent says',
  trySayHint: 'A sentence of an agent',
  tryAsked: 'The buyer asked before (optional)',
  tryFound: 'This rule reports:',
  trySilent: 'This rule reports nothing.',
  tryOthers: (titles) => `Other built-in rules report: ${titles.join('; ')}`,
  tryUnderstood: 'What was understood',
  tryNothing: 'Nothing that a rule is about',

  template: {
    id: 'topic/name in lower case',
    severity: 'error, warn or info',
    concepts: 'one meaning, many ways of saying it',
    readings: 'both meanings in one clause; polarity is read at *',
    examples: 'examples are tests, in both directions; B is the buyer, A the agent',
  },
}
