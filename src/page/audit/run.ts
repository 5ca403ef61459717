/** From files to a report: chats and quick replies each make one, since a sum over both would mean nothing. */

import type { Batch } from '../../audit/batch.js'
import { watchDuplicates } from '../../audit/duplicates.js'
import { startTally } from '../../audit/tally.js'
import { parseThreshold } from '../../audit/threshold.js'
import type { Linter } from '../../engine/types.js'
import { VERSION } from '../../generated/version.js'
import { createLinter } from '../../linter.js'
import type { Messages } from '../../messages/index.js'
import type { Problem } from '../../model.js'
import type { Kind } from '../../read/kind.js'
import { collectHtmlData } from '../../report/html-collect.js'
import type { Chat, ReportData } from '../../report/html-data.js'
import type { Meta } from '../../report/types.js'
import type { Input } from './input.js'
import { judgeFile, type Taken } from './judge-file.js'
import { linterOptions, type Settings } from './settings.js'
import { createBreather } from './slices.js'

export interface Progress {
  /** The file being read. */
  name: string
  bytes: number
  allBytes: number
  conversations: number
}

export interface FileOutcome {
  input: Input
  kind?: Kind
  /** Undefined where nothing could be read. */
  taken?: Taken
  problems: Problem[]
}

export interface Outcome {
  files: FileOutcome[]
  /** Of those kinds of which an agent's message was judged. */
  reports: { kind: Kind; data: ReportData }[]
}

export interface How {
  messages: Messages
  settings: Settings
  signal: AbortSignal
  onProgress(progress: Progress): void
}

export async function auditFiles(inputs: readonly Input[], how: How): Promise<Outcome> {
  const { messages, settings, signal, onProgress } = how
  const linter = createLinter(linterOptions(settings, messages.lang))
  const runs = { chat: startRun(linter, how), replies: startRun(linter, how) }
  const progress: Progress = { name: '', bytes: 0, allBytes: sizeOf(inputs), conversations: 0 }
  const breathe = createBreather(signal)
  const files: FileOutcome[] = []
  for (const input of inputs) {
    progress.name = input.name
    onProgress(progress)
    const problems: Problem[] = []
    const { kind, taken } = await judgeFile(input, {
      messages,
      encoding: settings.encoding,
      linter,
      problems,
      take: (kindOfBatch, batch) => runs[kindOfBatch].take(batch),
      onBytes: (count) => {
        progress.bytes += count
      },
      step: async (conversations) => {
        progress.conversations += conversations
        onProgress(progress)
        await breathe()
      },
    })
    runs[kind ?? 'chat'].tell(problems)
    files.push({ input, ...(taken && { kind, taken }), problems })
  }
  const reports = (['chat', 'replies'] as const).flatMap((kind) => {
    const data = runs[kind].end()
    return data === undefined ? [] : [{ kind, data }]
  })
  return { files, reports }
}

function startRun(linter: Linter, { messages, settings }: How) {
  const meta: Meta = {
    tool: `kefulint ${VERSION}`,
    packs: linter.packs,
    schedule: linter.schedule,
    titles: new Map(linter.rules.map(({ id, title }) => [id, title])),
    rules: linter.rules,
  }
  const sums = startTally({ linter })
  const data = collectHtmlData(meta, messages.lang, settings.mask)
  const duplicates = watchDuplicates(messages)
  const chats: Chat[] = []
  const tell = (problems: readonly Problem[]) => {
    for (const problem of problems) data.problem(problem)
  }
  return {
    tell,
    take(batch: Batch) {
      sums.add(batch)
      for (const one of batch.ids) duplicates.see(one)
      for (const { conversation, verdict } of batch.judged) {
        const chat = data.chat(conversation, verdict)
        if (chat !== undefined) chats.push(chat)
      }
    },
    /** Undefined where no agent's message was judged. */
    end(): ReportData | undefined {
      const repeated = duplicates.problem()
      if (repeated !== undefined) tell([repeated])
      const summary = sums.summary()
      if (summary.agentMessages === 0) return undefined
      return { chats, ...data.end(summary, parseThreshold('error', messages)(summary)) }
    },
  }
}

function sizeOf(inputs: readonly Input[]): number {
  return inputs.reduce((sum, { blob }) => sum + blob.size, 0)
}
