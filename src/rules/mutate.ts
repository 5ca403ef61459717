import type { Linter, RuleInfo } from '../engine/types.js'
export function mutateExamples(_linter: Linter, _rules: readonly RuleInfo[]): { rule: string; tried: number; found: number; falseAlarms: number }[] {
  return []
}
