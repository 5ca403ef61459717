/** What may be asked for beside the configuration, and outweighs it. */

/** Which rules, at which cost. */
export interface LinterFlags {
  schedule?: string
  worstCase?: boolean
  rules: string[]
  pack: string[]
  config?: string
}

/** What is known and not to be reported again. */
export interface KnownFlags {
  baseline?: string
  updateBaseline?: boolean
  suppressions?: string
}

/** How files are read. */
export interface InputFlags {
  inputFormat?: string
  encoding?: string
}
