import { z } from 'zod'
import { form } from './shape.js'

/** Shapes of the YAML files under rules/. Strict: a wrong key is an error, never ignored. */

/** A shop's own rule needs no English. */
const text = z
  .strictObject({ zh: z.string().min(1), en: z.string().min(1).optional() })
  .transform(({ zh, en = zh }) => ({ zh, en }))
const scope = z.enum([
  'question',
  'proposal',
  'condition',
  'consequence',
  'hedge',
  'guarantee',
  'past',
  'formerly',
  'quotation',
  'third-party',
  'warning',
  'deferral',
])
const polarity = z.enum(['yes', 'no', 'any'])
const list = z.union([z.string(), z.array(z.string())])

const concept = z.strictObject({
  kind: z.enum(['noun', 'verb', 'grammar']).optional(),
  /** Reading that the buyer's bare mention asks about. */
  asked: z.string().optional(),
  /** Words inside its words keep their own meaning too (a denial inside a compound). */
  transparent: z.boolean().optional(),
  words: z.array(z.string().min(1)).optional(),
  /** Words that also count when only heard (same toneless sound). */
  heard: z.array(z.string().min(2)).optional(),
  /** Words that also count with a boundary put inside them. */
  split: z.array(z.string().min(2)).optional(),
  /** Other concepts whose words are its own too. */
  includes: z.array(z.string()).optional(),
})

const reading = z.strictObject({
  patterns: z.array(z.string().min(1)).min(1),
  sign: z.enum(['head', 'yes', 'no']).optional(),
  harmless: z.boolean().optional(),
  /** Only what this side says can mean it. */
  by: z.enum(['buyer', 'agent']).optional(),
  rank: z.number().int().min(-50).max(50).optional(),
})

export const lexiconFile = z.strictObject({
  concepts: z.record(z.string(), concept).optional(),
  readings: z.record(z.string(), reading).optional(),
  patterns: z.record(z.string().startsWith('@', form('patternName')), z.array(z.string().min(1))).optional(),
  ordinals: z
    .array(z.strictObject({ words: z.array(z.string()), from: z.number().int(), count: z.number().int() }))
    .optional(),
  regions: z.record(z.string(), z.array(z.string())).optional(),
})

const history = z.strictObject({
  by: z.enum(['buyer', 'agent', 'any']).optional(),
  says: list,
  polarity: polarity.optional(),
  with: z.array(scope).optional(),
  without: z.array(scope).optional(),
  in: z.enum(['message', 'before', 'chat']).optional(),
  where: z.array(z.string()).optional(),
})

const match = z.strictObject({
  says: list,
  polarity: polarity.optional(),
  with: z.array(scope).optional(),
  without: z.array(scope).optional(),
  via: z.array(z.enum(['clause', 'answer', 'carried'])).optional(),
  where: z.array(z.string()).optional(),
  after: z.array(history).optional(),
  unless: z.array(history).optional(),
})

const example = z.strictObject({
  chat: z.array(z.string().regex(/^[BAS]: [\s\S]*$/, form('speaker'))).min(1),
  facts: z.record(z.string(), z.unknown()).optional(),
  at: z.number().int().min(0).optional(),
})

export const ruleFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, form('ruleId')),
  severity: z.enum(['error', 'warn', 'info']),
  basis: z.enum(['note', 'extension']).default('extension'),
  title: text,
  explanation: text,
  clause: text,
  suggestion: text,
  /** Ways to say the clause (or, with `whole`, the reply) rightly, best first; `{time}`, `{act}` and `{paid}` stand for what is known. */
  rewrites: z
    .array(
      z.strictObject({
        says: list.optional(),
        whole: z.boolean().optional(),
        text: z.string().min(1),
      }),
    )
    .optional(),
  when: z.array(match).min(1),
  /** Conditions that hold for every match. */
  where: z.array(z.string()).optional(),
  unless: z.array(history).optional(),
  facts: z.record(z.string(), z.strictObject({ is: z.unknown(), default: z.unknown() })).optional(),
  needs: z.array(z.string()).optional(),
  /** Concepts and readings of the rule's own. */
  lexicon: lexiconFile.optional(),
  examples: z.strictObject({ violates: z.array(example).min(1), complies: z.array(example).min(1) }),
})

export const packFile = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/, form('packName')),
  version: z.string().min(1),
  title: text.optional(),
})

export type LexiconFile = z.infer<typeof lexiconFile>
export type RuleFile = z.infer<typeof ruleFile>
export type HistoryFile = z.infer<typeof history>
