/** What a schedule file may hold. Used at build and at load only; scoring never imports it. */

import { z } from 'zod'
import type { Schedule } from './types.js'

export type { Schedule } from './types.js'

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const points = z.int().min(0)
const money = z.number().min(0)
const ledgerName = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/)

const provenance = {
  source: z.string().min(1),
  date: z
    .string()
    .regex(/^(?:undated|\d{4}(?:-\d{2}(?:-\d{2})?)?)$/, 'expected YYYY, YYYY-MM, YYYY-MM-DD or undated'),
  confidence: z.enum(['high', 'medium', 'low']),
  note: text.optional(),
}

const share = z
  .strictObject({
    share: z.number().gt(0).max(1),
    cap: money,
    floor: money.default(0),
    base: z.enum(['paid', 'goods']),
  })
  .refine((payout) => payout.floor <= payout.cap, { message: 'floor is above cap', path: ['floor'] })

const charge = z.strictObject({
  // Absent: what tells a charge from no figure, so that faults are reported for the one that was meant.
  figure: z.undefined().optional(),
  points,
  disputed: points.nullable().default(null),
  deposit: money.default(0),
  payout: z
    .union([z.strictObject({ fixed: money }), share], 'expected fixed, or share, cap, floor and base')
    .nullable()
    .default(null),
  ledger: ledgerName.nullable().default(null),
  per: z.enum(['conversation', 'order']).default('conversation'),
  case: z.string().min(1).nullable().default(null),
  ...provenance,
})

const noFigure = z.strictObject({ figure: z.literal('none'), ...provenance })

const ledger = z.strictObject({
  title: text,
  nodes: z
    .array(z.strictObject({ at: points.min(1), deposit: money, sanction: text }))
    .refine((nodes) => nodes.every((node, i) => i === 0 || node.at > nodes[i - 1]!.at), 'nodes must ascend'),
  every: points.min(1).nullable().default(null),
  ...provenance,
})

export const scheduleSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    title: text,
    reset: z.literal('12-31T24:00+08:00'),
    ledger: ledgerName,
    ledgers: z.record(ledgerName, ledger),
    figures: z.record(
      z.string().regex(/^[a-z][a-z0-9-]*\/(?:\*|[a-z][a-z0-9-]*)$/, 'expected a rule id or topic/*'),
      z.discriminatedUnion('figure', [charge, noFigure]),
    ),
  })
  .superRefine((schedule, context) => {
    const complain = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    if (!Object.hasOwn(schedule.ledgers, schedule.ledger)) complain(['ledger'], 'no such ledger')
    for (const [name, { nodes, every }] of Object.entries(schedule.ledgers))
      if (every !== null && nodes.length === 0) complain(['ledgers', name, 'every'], 'no node to repeat')
    // A deposit on both would be charged twice.
    const atNodes = Object.values(schedule.ledgers).some(({ nodes }) =>
      nodes.some((node) => node.deposit > 0),
    )
    for (const [rule, figure] of Object.entries(schedule.figures)) {
      if (figure.figure === 'none') continue
      if (figure.ledger !== null && !Object.hasOwn(schedule.ledgers, figure.ledger))
        complain(['figures', rule, 'ledger'], 'no such ledger')
      if (atNodes && figure.deposit > 0)
        complain(['figures', rule, 'deposit'], 'deposits sit on the nodes or on the figures, not on both')
    }
  })

/** Throws a ZodError that names every fault. */
export function parseSchedule(data: unknown): Schedule {
  return scheduleSchema.parse(data)
}
