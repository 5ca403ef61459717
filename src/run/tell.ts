/** What reporters are told: at the beginning, and of each batch. */

import type { Batch } from '../audit/batch.js'
import type { Judgement, Linter } from '../engine/types.js'
import { VERSION } from '../generated/version.js'
import { LANGS, type Messages, messagesFor } from '../messages/index.js'
import type { Text } from '../model.js'
import type { Meta, Reporter } from '../report/types.js'
import { ruleOf } from '../suppress/remarks.js'

export interface Judge {
  linter: Linter
  /** Those that judged, where that was in an earlier run. */
  packs?: Record<string, string>
  statements?: Meta['statements']
}

export function metaOf({ linter, packs, statements }: Judge): Meta {
  return {
    tool: `kefulint ${VERSION}`,
    packs: packs ?? linter.packs,
    schedule: linter.schedule,
    titles: new Map([...linter.rules.map(({ id, title }) => [id, title] as const), ...remarkTitles()]),
    rules: linter.rules,
    ...(statements === undefined ? {} : { statements }),
  }
}

/** By rule, for findings on the suppressions themselves. */
function remarkTitles(): [string, Text][] {
  const [zh, en] = LANGS.map((lang) => messagesFor(lang).suppressions.titles) as [Titles, Titles]
  return (['expired', 'unused'] as const).map((fault) => [ruleOf(fault), { zh: zh[fault], en: en[fault] }])
}

type Titles = Messages['suppressions']['titles']

export function tellBatch(
  reporters: readonly Reporter[],
  { judged, problems }: Batch,
  { quiet = false }: { quiet?: boolean },
) {
  for (const reporter of reporters) {
    for (const problem of problems) reporter.problem(problem)
    for (const { conversation, verdict } of judged) {
      const shown = quiet
        ? {
            ...verdict,
            findings: verdict.findings.filter(({ severity }) => severity === 'error'),
            cannotJudge: [],
          }
        : verdict
      const told = reporter.suppressed ? shown : withoutSuppressed(shown)
      if (told.findings.length > 0 || told.cannotJudge.length > 0) reporter.conversation(conversation, told)
    }
  }
}

function withoutSuppressed(verdict: Judgement): Judgement {
  if (verdict.findings.every(({ suppressed }) => suppressed === undefined)) return verdict
  return { ...verdict, findings: verdict.findings.filter(({ suppressed }) => suppressed === undefined) }
}
