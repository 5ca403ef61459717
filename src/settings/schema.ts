/** What kefulint.config.yaml and a file of suppressions may hold. Strict: a wrong key is an error, never ignored. */

import { z } from 'zod'
import { ENCODING_NAMES } from '../read/names.js'
import { form } from '../rules/shape.js'
import { THRESHOLD } from '../values.js'

const name = z.string().min(1)
const fingerprint = z.string().regex(/^[0-9a-f]{14}$/, form('fingerprint'))
const points = z.number().int().min(0)

/** What a column or field of an export can be. */
const FIELDS = [
  'conversation',
  'buyer',
  'agent',
  'sender',
  'role',
  'text',
  'date',
  'time',
  'kind',
  'shop',
  'orderId',
  'orderStatus',
  'orderAmount',
  'chat',
] as const

const shop = z
  .object({
    id: name.optional(),
    cashOnDelivery: z.boolean().optional(),
    deliveryInstall: z.boolean().optional(),
    points: z.record(name, points).optional(),
  })
  // Rules of the shop's own may ask for further facts.
  .catchall(z.union([z.boolean(), z.string(), z.number()]))

const suppression = z
  .strictObject({
    fingerprint: fingerprint.optional(),
    rule: name.optional(),
    text: name.optional(),
    command: z.enum(['audit', 'gate']).optional(),
    reason: name,
    approver: name,
    expires: z.iso.date(form('date')),
  })
  .refine(({ fingerprint, rule, text }) => fingerprint ?? (rule && text), form('which'))

const pattern = name.refine(isPattern, form('pattern'))

const suppressions = z.array(suppression)

export const suppressionFile = z.strictObject({ suppressions })

/** Written by --update-baseline: by command and fingerprint. */
const known = z.record(fingerprint, z.strictObject({ rule: name, count: z.int().min(1) }))

export const baselineFile = z.strictObject({
  version: z.literal(1),
  audit: known.optional(),
  gate: known.optional(),
})

export const configFile = z.strictObject({
  shop: shop.optional(),
  packs: z.array(name).min(1).optional(),
  rules: z.array(name).optional(),
  severities: z
    .record(
      z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, form('ruleId')),
      z.enum(['error', 'warn', 'info', 'off']),
    )
    .optional(),
  schedule: z.enum(['note', 'platform']).optional(),
  worstCase: z.boolean().optional(),
  failOn: z.string().regex(THRESHOLD, form('threshold')).optional(),
  input: z
    .strictObject({
      encoding: z.enum(ENCODING_NAMES).optional(),
      format: name.optional(),
      columns: z.partialRecord(z.enum(FIELDS), name).optional(),
      replyColumns: z.partialRecord(z.enum(['code', 'text', 'group', 'trigger']), name).optional(),
      roles: z.partialRecord(z.enum(['agent', 'buyer', 'robot', 'system']), pattern).optional(),
    })
    .optional(),
  suppressions: suppressions.optional(),
  baseline: name.optional(),
})

export type Config = z.infer<typeof configFile>
export type Suppression = z.infer<typeof suppression>

function isPattern(source: string): boolean {
  try {
    new RegExp(source, 'u')
    return true
  } catch {
    return false
  }
}
