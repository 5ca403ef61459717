/** The output formats by name; each is loaded only if asked for. */

import type { CreateReporter } from './types.js'

const reporters = {
  pretty: async () => (await import('./pretty.js')).prettyReporter,
  json: async () => (await import('./json.js')).jsonReporter,
  ndjson: async () => (await import('./ndjson.js')).ndjsonReporter,
  sarif: async () => (await import('./sarif.js')).sarifReporter,
  junit: async () => (await import('./junit.js')).junitReporter,
  github: async () => (await import('./github.js')).githubReporter,
  gitlab: async () => (await import('./gitlab.js')).gitlabReporter,
  markdown: async () => (await import('./markdown.js')).markdownReporter,
  csv: async () => (await import('./csv.js')).csvReporter,
  xlsx: async () => (await import('./xlsx.js')).xlsxReporter,
  html: async () => (await import('./html.js')).htmlReporter,
} satisfies Record<string, () => Promise<CreateReporter>>

export type ReportFormat = keyof typeof reporters

export const reportFormats = Object.keys(reporters) as ReportFormat[]

/** Bytes that a terminal cannot show. */
export const binaryFormats: readonly ReportFormat[] = ['xlsx']

/** Tables of findings alone: what else the run has to say goes to standard error. */
export const bareFormats: readonly ReportFormat[] = ['csv']

export function loadReporter(name: ReportFormat): Promise<CreateReporter> {
  return reporters[name]()
}
