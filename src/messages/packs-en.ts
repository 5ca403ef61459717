import { faultsEn } from './faults-en.js'
import type { packsZhCN } from './packs-zh-CN.js'

const said = (what: string, todo: string) => ({ what, todo })
const list = (names: readonly string[]) => names.join(', ')
const PAGE = 'docs/writing-rules.md'
const meant = (near: string | undefined, otherwise: string) =>
  near === undefined ? otherwise : `did you mean ${near}? ${otherwise}`

export const packsEn: typeof packsZhCN = {
  yaml: faultsEn.yaml,
  'full-width': faultsEn.fullWidth,
  'rule-shape': (fault) => {
    const { what, todo } = faultsEn.shape(fault)
    return said(what, `${todo} (see ${PAGE})`)
  },
  'unknown-concept': ({ name, where, near }) =>
    said(
      `there is no concept "${name}" (used in ${where})`,
      meant(near, 'check the spelling, or define it under concepts of a lexicon'),
    ),
  'unknown-reading': ({ name, near }) =>
    said(
      `there is no reading "${name}"`,
      meant(near, 'check the spelling: topic.aspect; define your own under readings of a lexicon'),
    ),
  'unknown-check': ({ name, near, known }) =>
    said(`there is no condition "${name}"`, meant(near, `known are ${list(known)}; see ${PAGE}`)),
  'unknown-slot': ({ slot, known }) =>
    said(
      `there is no slot ${slot}`,
      `rewrites know ${list(known.map((name) => `{${name}}`))}; write everything else out`,
    ),
  'cyclic-lexicon': ({ names }) =>
    said(`lexicon entries include each other in a circle: ${names.join(' → ')}`, 'cut one'),
  'word-syntax': (fault) => {
    const { concept, word } = fault
    const why = {
      'open-bracket': '( without )',
      'stray-bracket': ') without (',
      'too-many': `it stands for too many words, at most ${fault.is === 'too-many' ? fault.limit : ''}`,
    }[fault.is]
    return said(
      `the word "${word}" of ${concept} cannot be read: ${why}`,
      `(a|b) is either, ? is optional; see ${PAGE}`,
    )
  },
  'pattern-syntax': (fault) => {
    const why =
      fault.is === 'part'
        ? `"${fault.part}" is not understood`
        : fault.is === 'empty'
          ? 'it names no concept'
          : 'the concept whose polarity is read cannot be left unsaid (~)'
    return said(
      `the pattern "${fault.source}" cannot be read: ${why}`,
      `write name, a|b, a~, a*, a*-, !a, < or <3; see ${PAGE}`,
    )
  },
  'pattern-not-linear': (fault) =>
    said(
      `the regular expression ${fault.source} of ${fault.name} is not accepted: ${faultsEn.notLinear(fault)}`,
      'avoid nested or adjacent repetition; prefer words',
    ),
  duplicate: ({ rule, other }) =>
    said(`rule ${rule} is already in ${other}`, 'change the id or remove one of the files'),
  'other-meaning': ({ reading, key, was }) =>
    said(
      `the reading ${reading} exists already, and its ${key} is ${was}`,
      `leave ${key} out, or give your reading another name`,
    ),
  'empty-pack': () => said('the pack is empty', 'it needs at least one rule'),
}
