/** The documentation of rules: one page each, and an index. */

import type { RuleInfo } from '../src/engine/types.js'
import { type Messages, textFor } from '../src/messages/index.js'
import { costText } from '../src/report/money.js'
import { type RulePage, rulePage, type Section } from '../src/report/rule-page.js'
import { costOf } from '../src/score/cost.js'
import type { Schedule } from '../src/score/types.js'

const generated = (from: string) => `<!-- npm run docs · ${from} -->`

export function ruleMarkdown(rule: RuleInfo, schedules: readonly Schedule[], messages: Messages): string {
  const page: RulePage = rulePage(rule, schedules, messages)
  const head = [generated(`rules/${rule.pack}/${rule.id}.yaml`), `# ${escaped(page.title)}`, `\`${rule.id}\``]
  return `${[...head, ...page.sections.flatMap(sectionMarkdown)].join('\n\n')}\n`
}

function sectionMarkdown({ title, text = [], chats = [] }: Section): string[] {
  // Chats stand as they were said: nothing in them is markup.
  const fenced =
    chats.length === 0 ? [] : [`\`\`\`text\n${chats.map((chat) => chat.join('\n')).join('\n\n')}\n\`\`\``]
  return [`## ${escaped(title)}`, ...text.map(escaped), ...fenced]
}

/** `pageOf`: where the page of a rule is. */
export function indexMarkdown(
  rules: readonly RuleInfo[],
  schedules: readonly Schedule[],
  messages: Messages,
  pageOf: (rule: RuleInfo) => string,
): string {
  const { rules: t, severities, report } = messages
  const costs = schedules.map(({ id }) => `${report.cost} (${id})`)
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const tables = [...new Set(rules.map(({ pack }) => pack))].map((pack) => {
    const rows = rules
      .filter((rule) => rule.pack === pack)
      .map((rule) =>
        row([
          `[${rule.id}](${pageOf(rule)})`,
          escaped(textFor(messages, rule.title)),
          severities[rule.severity],
          ...schedules.map((schedule) => costText(costOf(schedule, rule.id, undefined), messages)),
        ]),
      )
    const columns = [t.column.rule, t.column.title, t.column.severity, ...costs]
    return [`## ${t.pack(pack)}`, [row(columns), row(columns.map(() => '---')), ...rows].join('\n')].join(
      '\n\n',
    )
  })
  return `${[generated('rules/'), `# ${t.index}`, ...tables].join('\n\n')}\n`
}

function escaped(text: string): string {
  return text.replace(/[\\`*_<>[\]|#]/g, (mark) => `\\${mark}`)
}
