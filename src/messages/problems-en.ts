import { faultsEn } from './faults-en.js'
import type { Expected, Limited, problemsZhCN } from './problems-zh-CN.js'

const list = (names: readonly string[]) => names.join(', ')
const said = (what: string, todo: string) => ({ what, todo })
const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

/** What may go wrong, by code: what was found and expected, and what to do. */
export const problemsEn: typeof problemsZhCN = {
  'missing-file': () => said('no such file', 'check the path; relative paths start at the current directory'),
  'unreadable-file': (why) =>
    said(`the file cannot be read (${why})`, 'check its permissions and that it is a plain file'),
  'empty-file': () =>
    said('the file is empty, chat records were expected', 'export again and check the range of dates'),
  'glob-without-match': () =>
    said('no file matches this pattern', 'put the pattern in quotes; check folder and extension'),
  'unknown-format': (formats) =>
    said(
      `the format is not recognised; these can be read: ${list(formats)}`,
      'name it with --input-format; docs/formats.en.md says how records are written',
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
  'long-message': (bytes) =>
    said(
      `the message is over the limit of ${megabytes(bytes)}; the rest of it was skipped`,
      'see whether the lines below belong to it, or the export lost the names and times',
    ),
  'not-json': () =>
    said('not valid JSON', 'NDJSON holds one whole JSON object a line; check quotes, commas, brackets'),
  'cut-short': () =>
    said('the JSON ends before it is complete', 'the file may be a partial download or export: export again'),
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
  'bad-yaml': faultsEn.yaml,
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
    said('this is a web page (HTML), not an Excel workbook', 'open it in Excel and save it as .xlsx or CSV'),
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
  'entry-skipped': () => said('cannot be read inside an archive, skipped', 'unpack it and name it by itself'),
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
      'check whether ids or accounts join what does not belong together',
    ),
  'other-shape': (format) =>
    said(
      `this is no record of the format ${format} and was skipped`,
      'name the format with --input-format, or drop it',
    ),
  'bad-role-pattern': (name, why) =>
    said(
      `the pattern for ${name} cannot be used: ${faultsEn.notLinear(why)}`,
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
  'draft-too-long': (limit) =>
    said(
      `the text has more than ${limit} characters; what follows was not judged`,
      'no message is that long: see whether something else was pasted, or send it in parts',
    ),
  'empty-draft': () => said('the draft is empty', 'put the reply in quotes: kefulint check "..."'),
  'several-contexts': (count) =>
    said(`the context file holds ${count} conversations, one was expected`, 'keep the one that is going on'),
  'unknown-rule': (near) =>
    said(
      'no such rule',
      near.length > 0 ? `did you mean: ${list(near)}` : 'kefulint rules lists all of them',
    ),
  'bad-flag': (flag, got, expected) =>
    said(`${flag} cannot be "${got}"; expected: ${expected}`, '--help explains it with examples'),
  'unknown-setting': (name, known) =>
    said(`there is no ${name}; here may stand: ${list(known)}`, 'check the spelling or leave it out'),
  'no-baseline': () =>
    said('there is no such baseline', 'run once with --update-baseline to record what is found today'),
  'no-baseline-file': () =>
    said('--update-baseline does not know where to write', 'add --baseline FILE, or baseline to the config'),
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
  'no-command': (names) => said(`no command was named: ${names.join(' | ')}`, '--help shows what each does'),
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
}

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

const limitNames: Record<Limited, string> = {
  archive: 'size of the file',
  entry: 'expanded size of one file in the archive',
  expanded: 'expanded size of the archive',
  entries: 'number of files in the archive',
  rows: 'number of rows in the sheet that hold something',
  cells: 'number of cells in the sheet',
}

function megabytes(bytes: number): string {
  return bytes >= 1 << 20 ? `${Math.round(bytes / (1 << 20))} MB` : `${bytes} bytes`
}

function amount(what: Limited, limit: number): string {
  return ['entries', 'rows', 'cells'].includes(what) ? String(limit) : megabytes(limit)
}
