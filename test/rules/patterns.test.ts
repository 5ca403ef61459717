import { describe, expect, test } from 'vitest'
import { CHECKS } from '../../src/engine/checks.js'
import { builtIn } from '../../src/generated/builtin.js'
import { masks } from '../../src/generated/masking.js'
import { ORTHOGRAPHY } from '../../src/generated/tables.js'
import { loadPack } from '../../src/index.js'
import { compileKnowledge } from '../../src/rules/compile.js'
import { PackError } from '../../src/rules/error.js'
import { whyNotLinear } from '../../src/rules/linear.js'
import { readPack, type TextFile } from '../../src/rules/load.js'

describe('regular expressions shipped', () => {
  const lexicon = builtIn.knowledge.patterns.map((p) => p.source)

  test.each([...new Set(lexicon)])('lexicon: %s', (source) => {
    expect(whyNotLinear(source)).toBeNull()
  })

  test.each(ORTHOGRAPHY.patterns.map((p) => p.match))('orthography: %s', (source) => {
    expect(whyNotLinear(source)).toBeNull()
  })

  test.each(masks.map((m) => m.pattern))('masking: %s', (source) => {
    expect(whyNotLinear(source)).toBeNull()
  })

  test('there are some to check', () => {
    expect(lexicon.length).toBeGreaterThan(20)
    expect(ORTHOGRAPHY.patterns.length).toBeGreaterThan(5)
    expect(masks.length).toBeGreaterThan(2)
  })
})

describe('hostile patterns are refused', () => {
  test.each([
    '(a+)+b',
    '(a|a)*b',
    '.*x',
    '\\d+',
    'a{3,}',
    '(a|aa){1,40}b',
    '(\\w{1,30}){1,30}!',
    '(?:a?){60}a{60}',
    '(x)\\1',
    '(?<n>x)\\k<n>',
    '(?<=(?:a|a){1,20})b',
    '[',
    '(',
  ])('%s', (source) => {
    expect(whyNotLinear(source)).toEqual(expect.objectContaining({ is: expect.any(String) }))
    const pack = [file('lexicon/own.yaml', `patterns:\n  "@own":\n    - ${JSON.stringify(source)}\n`)]
    expect(errorOf(() => readPack(pack, 'own'))).toMatchObject({
      code: 'pattern-not-linear',
      file: 'lexicon/own.yaml',
    })
  })

  test.each(['a', '\\d{1,11}', '(?:a|b){0,5}c', '(?<!x)ab?', 'a(?=b)', '[a-z]{2,20}@x'])(
    'but not %s',
    (source) => {
      expect(whyNotLinear(source)).toBeNull()
    },
  )
})

const RULE = `id: own/rule
severity: warn
basis: extension
title: { zh: t, en: t }
explanation: { zh: t, en: t }
clause: { zh: t, en: t }
suggestion: { zh: t, en: t }
lexicon:
  concepts:
    own-thing: { words: [zzz] }
  readings:
    own.thing: { patterns: [own-thing*] }
when:
  - says: own.thing
examples:
  violates:
    - chat: ["A: zzz"]
  complies:
    - chat: ["A: yyy"]
`

function file(path: string, text: string): TextFile {
  return { path, text }
}

function errorOf(run: () => unknown): PackError | null {
  try {
    run()
    return null
  } catch (e) {
    if (e instanceof PackError) return e
    throw e
  }
}

describe('a pack that is wrong', () => {
  test('the pack they are made from is right', () => {
    expect(errorOf(() => loadPack([file('own.yaml', RULE)], 'own'))).toBeNull()
  })

  test.each<[string, PackError['code'], TextFile[], { line?: number; says?: string }]>([
    ['wrong key', 'rule-shape', [file('own.yaml', `${RULE}colour: red\n`)], { says: 'colour' }],
    ['no id', 'rule-shape', [file('own.yaml', RULE.replace('id: own/rule\n', ''))], { says: 'id' }],
    ['id in capitals', 'rule-shape', [file('own.yaml', RULE.replace('own/rule', 'Own/Rule'))], { line: 1 }],
    [
      'wrong severity',
      'rule-shape',
      [file('own.yaml', RULE.replace('warn', 'bad'))],
      { line: 2, says: 'severity' },
    ],
    [
      'wrong key in a match',
      'rule-shape',
      [file('own.yaml', RULE.replace('- says:', '- sais:'))],
      { line: 14 },
    ],
    [
      'no example',
      'rule-shape',
      [file('own.yaml', RULE.replace('    - chat: ["A: zzz"]\n', '      []\n'))],
      { says: 'violates' },
    ],
    [
      'example without speaker',
      'rule-shape',
      [file('own.yaml', RULE.replace('A: zzz', 'zzz'))],
      { line: 17 },
    ],
    ['not YAML', 'yaml', [file('own.yaml', RULE.replace('[zzz]', '[zzz'))], { line: 10 }],
    [
      'unknown concept',
      'unknown-concept',
      [file('own.yaml', RULE.replace('own-thing*', 'own-thong*'))],
      { says: 'own-thing' },
    ],
    [
      'unknown reading',
      'unknown-reading',
      [file('own.yaml', RULE.replace('says: own.thing', 'says: own.thong'))],
      { says: 'own.thing' },
    ],
    [
      'unknown check',
      'unknown-check',
      [file('own.yaml', RULE.replace('says: own.thing', 'says: own.thing\n    where: [unpayed]'))],
      { says: 'unpaid' },
    ],
    ['bad word', 'word-syntax', [file('own.yaml', RULE.replace('[zzz]', '["z(zz"]'))], { says: 'z(zz' }],
    [
      'word for too many',
      'word-syntax',
      [file('own.yaml', RULE.replace('[zzz]', `["${'(a|b)'.repeat(10)}"]`))],
      {},
    ],
    [
      'bad reading pattern',
      'pattern-syntax',
      [file('own.yaml', RULE.replace('own-thing*', '"own-thing**"'))],
      {},
    ],
    [
      'cyclic includes',
      'cyclic-lexicon',
      [
        file('lexicon/a.yaml', 'concepts:\n  one: { words: [x], includes: [two] }\n'),
        file('lexicon/b.yaml', 'concepts:\n  two: { words: [y], includes: [one] }\n'),
        file('own.yaml', RULE),
      ],
      { says: 'one' },
    ],
    [
      'unknown concept included',
      'unknown-concept',
      [
        file('lexicon/a.yaml', 'concepts:\n  one: { words: [x], includes: [three] }\n'),
        file('own.yaml', RULE),
      ],
      { says: 'three' },
    ],
    ['the same rule twice', 'duplicate', [file('a.yaml', RULE), file('b.yaml', RULE)], { says: 'a.yaml' }],
    [
      'hostile pattern',
      'pattern-not-linear',
      [file('own.yaml', RULE.replace('  readings:', '  patterns:\n    "@x": ["(a+)+b"]\n  readings:'))],
      {},
    ],
    ['no file', 'empty-pack', [], {}],
  ])('%s', (_, code, files, { line, says }) => {
    const error = errorOf(() => loadPack(files, 'own'))
    expect(error).toMatchObject({ code, ...(line ? { line } : {}) })
    expect(error!.line).toBeGreaterThan(0)
    expect(error!.column).toBeGreaterThan(0)
    expect(error!.file).toBe(files.length ? files.find((f) => f.path === error!.file)?.path : 'own')
    if (says) expect(error!.message).toContain(says)
  })

  test('the same trouble without the built-in packs around it', () => {
    const source = readPack([file('own.yaml', RULE.replace('own-thing*', 'invoice*'))], 'own')
    expect(
      errorOf(() => compileKnowledge(null, source.lexicons, source.rules, Object.keys(CHECKS))),
    ).toMatchObject({
      code: 'unknown-concept',
      file: 'own.yaml',
    })
  })
})
