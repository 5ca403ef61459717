/** What can be wrong with a file of YAML, as data: the texts are in messages/. */

export type Path = readonly PropertyKey[]

/** Why a text is no YAML. */
export type YamlFault =
  | {
      is:
        | 'tab'
        | 'open-quote'
        | 'indent'
        | 'no-comma'
        | 'documents'
        | 'escape'
        | 'dash'
        | 'dash-space'
        | 'after-value'
    }
  | { is: 'duplicate-key'; key: string; line: number }
  | { is: 'open-bracket' | 'stray-bracket' | 'sign-first'; sign: string }
  | { is: 'no-space'; key: string }
  | { is: 'no-colon' | 'colon-in-text'; text: string }
  | { is: 'other'; name: string }

/** How a text is to be written, where it is not free. */
export type Form =
  | 'date'
  | 'fingerprint'
  | 'packName'
  | 'pattern'
  | 'patternName'
  | 'ruleId'
  | 'speaker'
  | 'threshold'
  | 'which'

export type Expected =
  | { is: 'text' | 'number' | 'whole' | 'boolean' | 'other' }
  /** Keys that each item has, where it is no text. */
  | { is: 'list'; keys: readonly string[]; least?: number }
  /** Without keys: any names. */
  | { is: 'map'; keys: readonly string[] }
  | { is: 'one-of'; values: readonly string[]; near?: string | undefined }
  | { is: 'characters'; least: number }
  | { is: 'range'; least?: number; most?: number }
  | { is: 'form'; form: Form }
  | { is: 'any'; of: readonly Expected[] }

/** What stands there instead. */
export interface Found {
  is: 'nothing' | 'text' | 'number' | 'boolean' | 'list' | 'map'
  /** As written; empty for a list and a map. */
  text: string
}

/** Where a file of YAML is not of the shape that is asked for. */
export type ShapeFault =
  | {
      is: 'unknown-key'
      path: Path
      known: readonly string[]
      near?: string | undefined
      /** Where the key would mean something. */
      under?: Path | undefined
    }
  | { is: 'missing-key'; path: Path; expected: Expected }
  | { is: 'wrong-key'; path: Path; expected: Expected }
  | { is: 'wrong-value'; path: Path; expected: Expected; found: Found }

export interface FullWidth {
  /** As it stands in the file. */
  found: string
  /** The same with the signs that YAML knows. */
  write: string
}

export type FileFault =
  | ({ code: 'yaml' } & YamlFault)
  | ({ code: 'full-width' } & FullWidth)
  | ({ code: 'rule-shape' } & ShapeFault)

/** Why a word of a lexicon cannot be spelt out. */
export type WordFault =
  | { is: 'open-bracket' | 'stray-bracket'; word: string }
  | { is: 'too-many'; word: string; count?: number; limit: number }

/** Why a regular expression is not accepted. */
export type NotLinear =
  | { is: 'syntax' }
  | { is: 'back-reference' | 'unbounded'; part: string }
  | { is: 'ways'; count: number; limit: number }

export type PatternFault =
  | { is: 'part'; part: string; source: string }
  | { is: 'empty' | 'head-unsaid'; source: string }

export interface Misnamed {
  name: string
  near?: string | undefined
}

export type PackFault =
  | FileFault
  | ({ code: 'unknown-concept'; where: string } & Misnamed)
  | ({ code: 'unknown-reading' } & Misnamed)
  | ({ code: 'unknown-check'; known: readonly string[] } & Misnamed)
  | { code: 'unknown-slot'; slot: string; known: readonly string[] }
  | { code: 'cyclic-lexicon'; names: readonly string[] }
  | ({ code: 'word-syntax'; concept: string } & WordFault)
  | ({ code: 'pattern-syntax' } & PatternFault)
  | ({ code: 'pattern-not-linear'; name: string; source: string } & NotLinear)
  | { code: 'duplicate'; rule: string; other: string }
  | { code: 'other-meaning'; reading: string; key: string; was: string }
  | { code: 'empty-pack' }
