import type { Expected, Form, Found, Path } from '../rules/fault.js'
import type { faultsZhCN } from './faults-zh-CN.js'

const said = (what: string, todo: string) => ({ what, todo })
const cut = (text: string, most = 60) => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most)}…` : line
}
const list = (names: readonly string[]) => names.join(', ')

/** `when (item 1).says`: people count from one. */
function at(path: Path): string {
  if (path.length === 0) return 'the file'
  return path
    .map((key, i) => (typeof key === 'number' ? ` (item ${key + 1})` : `${i > 0 ? '.' : ''}${String(key)}`))
    .join('')
}

const place = (path: Path) => path.map((key) => (key === '*' ? 'NAME' : String(key))).join('.')

export const faultsEn: typeof faultsZhCN = {
  yaml(fault) {
    switch (fault.is) {
      case 'tab':
        return said('a tab indents this line', 'use spaces, two more for each level')
      case 'duplicate-key':
        return said(
          `${fault.key} is written twice, first on line ${fault.line}`,
          'join the two or remove one',
        )
      case 'open-quote':
        return said('the quote that opens here is never closed', 'close it at the end of the text')
      case 'open-bracket':
        return said(
          `the ${fault.sign} that opens here is never closed`,
          `close it with ${fault.sign === '[' ? ']' : '}'}`,
        )
      case 'stray-bracket':
        return said(`a ${fault.sign} too many: nothing opens it`, 'remove it or open it')
      case 'no-space':
        return said(
          `no space after the colon of ${fault.key}`,
          `write ${fault.key}: and a space before the value`,
        )
      case 'no-colon':
        return said(
          `"${cut(fault.text)}" has no colon`,
          'write name: value; if it continues the line above, join them',
        )
      case 'colon-in-text':
        return said(
          `the colon in "${cut(fault.text)}" reads as another key`,
          'put the whole text in "quotes"',
        )
      case 'indent':
        return said(
          'the indentation does not line up',
          'what belongs together starts in the same column; two more spaces for each level',
        )
      case 'no-comma':
        return said(
          'a comma is missing between two items, or a text holds a colon or a quote',
          'separate items by commas; put texts with colons or quotes in "quotes"',
        )
      case 'sign-first':
        return said(
          `the value begins with ${fault.sign}, which means something else in YAML`,
          'put the whole value in "quotes"',
        )
      case 'dash':
        return said('a dash - cannot stand on the line of its key', 'begin a new line with - and a space')
      case 'dash-space':
        return said('no space after the dash that opens this line', 'write - and a space before the item')
      case 'after-value':
        return said(
          'more text follows where the value has ended',
          'put all of it in one pair of quotes, or remove the rest',
        )
      case 'documents':
        return said('--- splits the file in several', 'remove it or make several files')
      case 'escape':
        return said(
          'a backslash \\ means something else in double quotes',
          'use single quotes, or write \\\\',
        )
      default:
        return said(
          `not valid YAML (${fault.name})`,
          'check indentation, colons and quotes here and on the line above',
        )
    }
  },

  fullWidth: ({ found, write }) =>
    said(
      `"${cut(found.replace(/\u3000/g, '(full-width space)'))}" has full-width signs or spaces`,
      `in half width: ${cut(write)}`,
    ),

  shape(fault) {
    const last = String(fault.path.at(-1) ?? '')
    switch (fault.is) {
      case 'unknown-key': {
        const { path, known, near, under } = fault
        const what = `there is no "${cut(last)}"${path.length > 1 ? ` in ${at(path.slice(0, -1))}` : ''}`
        const here = known.length > 0 ? `here may stand: ${list(known)}` : 'leave it out'
        if (near !== undefined) return said(what, `did you mean ${near}?`)
        const move =
          under === undefined
            ? ''
            : under.length === 0
              ? 'it belongs at the outermost level; '
              : `it belongs under ${place(under)}; `
        return said(what, `${move}${here}`)
      }
      case 'missing-key':
        return said(
          `${at(fault.path)} is missing: expected ${expected(fault.expected)}`,
          `add it, for example ${example(last, fault.expected)}`,
        )
      case 'wrong-key':
        return said(
          `"${cut(last)}" cannot be a name in ${at(fault.path.slice(0, -1))}: expected ${expected(fault.expected)}`,
          'rename it or leave it out',
        )
      case 'wrong-value':
        if (fault.expected.is === 'form' && fault.expected.form === 'which')
          return said(
            `${at(fault.path)} does not say what it allows: expected ${forms.which}`,
            'add fingerprint, or rule and text',
          )
        return said(
          `${at(fault.path)} is ${found(fault.found)}: expected ${expected(fault.expected)}`,
          todo(last, fault.expected, fault.found),
        )
    }
  },

  notLinear(why) {
    switch (why.is) {
      case 'syntax':
        return 'it is no valid regular expression'
      case 'back-reference':
        return `it refers back with ${why.part}`
      case 'unbounded':
        return `${why.part} repeats without limit; give it one such as {0,20}`
      case 'ways':
        return `${why.count} ways to try at one place, at most ${why.limit}`
    }
  },
}

function expected(what: Expected): string {
  switch (what.is) {
    case 'text':
      return 'a text'
    case 'number':
      return 'a number'
    case 'whole':
      return 'a whole number'
    case 'boolean':
      return 'true or false'
    case 'list':
      return what.least === undefined ? 'a list' : `a list of ${what.least} or more`
    case 'map':
      return what.keys.length > 0 ? `the keys ${list(what.keys)}` : 'lines of name: value'
    case 'one-of':
      return what.values.length === 1 ? what.values[0]! : `one of ${list(what.values)}`
    case 'characters':
      return what.least === 1 ? 'a text that is not empty' : `a text of ${what.least} characters or more`
    case 'range':
      if (what.least === undefined) return `at most ${what.most}`
      return what.most === undefined ? `at least ${what.least}` : `${what.least} to ${what.most}`
    case 'form':
      return forms[what.form]
    case 'any':
      return what.of.map(expected).join(' or ')
    case 'other':
      return 'something else'
  }
}

const forms: Record<Form, string> = {
  date: 'a date such as 2027-01-31',
  fingerprint: 'a fingerprint: 14 of 0-9 and a-f',
  packName: 'a name in lower case, digits and hyphens, for example my-shop',
  pattern: 'a regular expression such as ^my-shop',
  patternName: 'a name that begins with @, for example "@phone"',
  ruleId: 'topic/name in lower case, for example invoice/refusal',
  speaker: 'a line "B: …" (buyer), "A: …" (agent) or "S: …" (system)',
  threshold: 'one of error, warn, points=N, yuan=N, none',
  which: 'fingerprint, or both rule and text',
}

function found({ is, text }: Found): string {
  switch (is) {
    case 'nothing':
      return 'empty'
    case 'text':
      return `"${cut(text)}"`
    case 'number':
      return `the number ${text}`
    case 'boolean':
      return text
    case 'list':
      return 'a list'
    case 'map':
      return 'lines of name: value'
  }
}

function todo(name: string, what: Expected, { is, text }: Found): string {
  if (what.is === 'one-of' && what.near !== undefined) return `did you mean ${what.near}?`
  const isText = what.is === 'text' || what.is === 'characters' || what.is === 'form'
  if (isText && what.is !== 'form' && (is === 'number' || is === 'boolean'))
    return `put it in quotes: "${text}"`
  if (isText && is === 'map') return 'the text holds a colon: put all of it in "quotes"'
  if (isText && is === 'list') return 'write one text, without [ ] or dashes'
  if (what.is === 'list' && is === 'text') return `write ${label(name)}[${item(text)}]`
  if (what.is === 'map' && is === 'list') return `without [ ] or dashes: ${example(name, what)}`
  if (what.is === 'characters' && what.least > 1) return `make it longer: ${what.least} characters or more`
  return `write ${example(name, what)}`
}

/** As it stands in a list: what holds signs of YAML is quoted. */
const item = (text: string) => (/[:,]/.test(text) ? `"${cut(text, 20)}"` : cut(text, 20))

/** Numbers in a path name no key. */
const label = (name: string) => (/^\d*$/.test(name) ? '' : `${name}: `)

function example(name: string, what: Expected): string {
  if (what.is === 'map' && name === '') return `one on each line, such as ${what.keys[0]}: …`
  return `${label(name)}${sample(what)}`
}

function sample(what: Expected): string {
  switch (what.is) {
    case 'number':
    case 'whole':
      return '1'
    case 'boolean':
      return 'true'
    case 'list':
      return what.keys.length > 0 ? '(on a new line, each item after a dash and a space)' : '[a, b]'
    case 'map':
      return `{ ${what.keys[0] ?? 'name'}: … }`
    case 'one-of':
      return what.values[0]!
    case 'range':
      return String(what.least ?? what.most)
    case 'form':
      return samples[what.form]
    case 'any':
      return sample(what.of[0]!)
    default:
      return 'text'
  }
}

const samples: Record<Form, string> = {
  date: '2027-01-31',
  fingerprint: '0a1b2c3d4e5f60',
  packName: 'my-shop',
  pattern: '^my-shop',
  patternName: '"@phone"',
  ruleId: 'shop/no-gifts',
  speaker: '"A: …", in quotes',
  threshold: 'points=12',
  which: '{ rule: contact/qq, text: …, … }',
}
