import type { Text } from '../model.js'
import type { Schedule } from '../score/types.js'
import type { PackSource } from './load.js'
import type { LexiconFile, RuleFile } from './schema.js'

/** The built-in packs as they are shipped where size counts: sources instead of expanded words, texts of one language, no examples. */
export interface Packed {
  /** Grammar and lexicon, which all packs build on. */
  lexicons: { grammar: boolean; data: PackedLexicon }[]
  packs: { name: string; version: string; rules: PackedRule[] }[]
  schedules: Schedule[]
}

type PackedConcept = Omit<Concept, 'words'> & { words?: string }
type PackedLexicon = Omit<LexiconFile, 'concepts'> & { concepts: Record<string, PackedConcept> }
type PackedRule = Omit<RuleFile, 'examples' | 'lexicon' | keyof Texts> &
  Record<keyof Texts, string> & { lexicon?: PackedLexicon }
type Texts = Pick<RuleFile, 'title' | 'explanation' | 'clause' | 'suggestion'>
type Concept = NonNullable<LexiconFile['concepts']>[string]

const TEXTS = ['title', 'explanation', 'clause', 'suggestion'] as const
/** Between sorted words stands how many characters the next one shares with the one before, from this code on. */
const SHARES = 0xe000
const MOST_SHARED = 30

export function pack(
  base: PackSource,
  packs: readonly PackSource[],
  schedules: readonly Schedule[],
  lang: keyof Text,
): Packed {
  return {
    lexicons: base.lexicons.map(({ grammar, data }) => ({ grammar, data: packLexicon(data) })),
    packs: packs.map(({ name, version, rules }) => ({
      name,
      version,
      rules: rules.map(({ data }) => {
        const { examples: _, lexicon, ...rest } = data
        const texts = Object.fromEntries(TEXTS.map((t) => [t, data[t][lang]]))
        const own = lexicon ? { lexicon: packLexicon(lexicon) } : {}
        return { ...rest, ...texts, ...own } as unknown as PackedRule
      }),
    })),
    schedules: schedules.map((s) => packSchedule(s, lang)),
  }
}

function packLexicon(lexicon: LexiconFile): PackedLexicon {
  const concepts = Object.entries(lexicon.concepts ?? {}).map(([name, c]): [string, PackedConcept] => {
    const { words, ...rest } = c
    return [name, words?.length ? { ...rest, words: joined([...words].sort()) } : rest]
  })
  return { ...lexicon, concepts: Object.fromEntries(concepts) }
}

/** The same sources as files of YAML would give, with the texts of one language for both and without examples. */
export function unpack({ lexicons, packs }: Packed): { base: PackSource; packs: PackSource[] } {
  const base = { name: 'base', version: '', rules: [], lexicons: lexicons.map(unpackLexicons) }
  return {
    base,
    packs: packs.map(({ name, version, rules }) => ({
      name,
      version,
      lexicons: [],
      rules: rules.map((r) => {
        const texts = Object.fromEntries(TEXTS.map((t) => [t, { zh: r[t], en: r[t] }]))
        const { lexicon, ...rest } = r
        return {
          path: r.id,
          grammar: false,
          pack: name,
          data: {
            ...rest,
            ...texts,
            ...(lexicon ? { lexicon: unpackLexicon(lexicon) } : {}),
            examples: { violates: [], complies: [] },
          } as unknown as RuleFile,
        }
      }),
    })),
  }
}

const unpackLexicons = ({ grammar, data }: Packed['lexicons'][number]) => ({
  path: '',
  grammar,
  data: unpackLexicon(data),
})

function unpackLexicon(lexicon: PackedLexicon): LexiconFile {
  const concepts = Object.entries(lexicon.concepts).map(([name, { words, ...rest }]) => [
    name,
    words === undefined ? rest : { ...rest, words: parted(words) },
  ])
  return { ...lexicon, concepts: Object.fromEntries(concepts) }
}

function joined(words: readonly string[]): string {
  let before = ''
  return words
    .map((word, i) => {
      let n = 0
      while (n < MOST_SHARED && n < word.length && word[n] === before[n]) n++
      before = word
      return i === 0 ? word : String.fromCharCode(SHARES + n) + word.slice(n)
    })
    .join('')
}

function parted(text: string): string[] {
  const words: string[] = []
  let from = 0
  let shared = ''
  for (let i = 0; i <= text.length; i++) {
    const n = text.charCodeAt(i) - SHARES
    // beyond the end n is no number
    if (n < 0 || n > MOST_SHARED) continue
    const word = shared + text.slice(from, i)
    words.push(word)
    shared = word.slice(0, n)
    from = i + 1
  }
  return words
}

/** Figures with their sources; remarks stay behind. */
function packSchedule(schedule: Schedule, lang: keyof Text): Schedule {
  return JSON.parse(JSON.stringify(schedule), (key, value) =>
    key === 'note' ? undefined : isText(value) ? { zh: value[lang], en: value[lang] } : value,
  )
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}
