/** Which findings of a run are known or approved, and what is to be said of the approvals themselves. */

import type { Judged } from '../audit/batch.js'
import type { Narrow } from '../audit/narrow.js'
import { failure } from '../messages/index.js'
import type { Finding } from '../model.js'
import { dayOf } from '../score/year.js'
import type { Caller } from '../settings/caller.js'
import type { KnownFlags } from '../settings/flags.js'
import type { Prepared } from '../settings/packs.js'
import { createBaseline, matchBaseline } from '../suppress/baseline.js'
import { type Faulty, remarksOn } from '../suppress/remarks.js'
import { createSuppressions } from '../suppress/suppressions.js'
import { readBaseline, type Section, writeBaseline } from './baseline-file.js'

export interface KnownRun extends Prepared {
  command: Section | 'check' | 'report'
  narrow?: Narrow
  flags: KnownFlags
}

export interface KnownFindings {
  mark(judged: Judged): Judged
  /** Expired and unused suppressions. */
  remarks(): Judged | undefined
  /** Writes the baseline where that was asked for. */
  save(): void
}

export async function openKnown(run: KnownRun, caller: Caller): Promise<KnownFindings> {
  const { command, linter, settings, origin, narrow } = run
  const section = command === 'audit' || command === 'gate' ? command : undefined
  const own = [...settings.suppressions.entries()].filter(
    ([, { command: only }]) => section === undefined || only === undefined || only === section,
  )
  const approved = own.map(([, suppression]) => suppression)
  const suppressions = createSuppressions(approved, dayOf(new Date().toISOString())!)
  const baseline = section === undefined ? undefined : await openBaseline(run, section, caller)

  function suppressed(finding: Finding): Finding['suppressed'] {
    // Saved findings may have been marked by the run that found them.
    const approval = finding.suppressed ?? suppressions.match(finding)
    if (approval !== undefined) return approval
    return baseline?.isKnown(finding) ? { kind: 'baseline' } : undefined
  }

  return {
    mark(judged) {
      const { findings } = judged.verdict
      const marks = findings.map(suppressed)
      if (marks.every((mark) => mark === undefined)) return judged
      // Where the first of a case is known, the next one is charged.
      const counted = linter.count(findings.filter((_, i) => marks[i] === undefined)).values()
      const marked = findings.map((finding, i) =>
        marks[i] === undefined ? counted.next().value! : { ...finding, counted: false, suppressed: marks[i] },
      )
      return { ...judged, verdict: { ...judged.verdict, findings: marked } }
    },
    remarks() {
      // One draft tells nothing of the approvals, and saved findings hold what was told.
      if (section === undefined) return undefined
      const faulty = (fault: Faulty['fault']) => (index: number) => {
        const [at, suppression] = own[index]!
        const place = origin(['suppressions', at])
        return {
          fault,
          suppression,
          ...(typeof place === 'object' && 'file' in place
            ? { source: { file: place.file, line: place.line } }
            : {}),
        }
      }
      // Outside the range it may well be needed.
      const unused = narrow === undefined ? suppressions.unused() : []
      const all = [...suppressions.expired().map(faulty('expired')), ...unused.map(faulty('unused'))]
      return all.length === 0
        ? undefined
        : remarksOn(all, caller.messages, linter.rules[0]?.cost.ledger ?? '')
    },
    save: () => baseline?.save(),
  }
}

async function openBaseline({ settings, flags, narrow }: KnownRun, section: Section, caller: Caller) {
  const { baseline: path } = settings
  const { updateBaseline = false } = flags
  if (path === undefined) {
    if (updateBaseline) throw failure(caller.messages, 'no-baseline-file', {})
    return undefined
  }
  if (updateBaseline && narrow !== undefined) throw failure(caller.messages, 'narrowed-baseline', {})
  const sections = await readBaseline(path, updateBaseline, caller)
  if (!updateBaseline) return { isKnown: matchBaseline(sections[section] ?? {}), save: () => {} }
  const found = createBaseline()
  return {
    isKnown(finding: Finding) {
      found.add(finding)
      return true
    },
    save: () => writeBaseline(path, { ...sections, [section]: found.baseline() }, caller.messages),
  }
}
