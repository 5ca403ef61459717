/** The output formats by name; each is loaded only if asked for. */

import type { CreateReporter } from './types.js'

const reporters = {
  pretty: async () => (await import('./pretty.js')).prettyReporter,
  json: async () => (await import('./json.js')).jsonReporter,
  ndjson: async () => (await import('./ndjson.js')).ndjsonReporter,
  html: async () => (await import('./html.js')).htmlReporter,
} satisfies Record<string, () => Promise<CreateReporter>>

export type ReportFormat = keyof typeof reporters

export const reportFormats = Object.keys(reporters) as ReportFormat[]

export function loadReporter(name: ReportFormat): Promise<CreateReporter> {
  return reporters[name]()
}
