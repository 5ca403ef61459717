/** The game of buyer and agent: who says what under which situation, and what becomes of it. */

import type { Linter } from '../../../engine/types.js'
import { createLinter } from '../../../linter.js'
import type { ExampleChat } from '../../../messages/example-chats.js'
import type { Finding, Message } from '../../../model.js'
import { createJudge, type DraftVerdict, type Judge } from './judge.js'
import { contextOf, NOTHING_KNOWN, type Situation } from './situation.js'

export type Side = 'buyer' | 'agent'
export type Change = 'chat' | 'draft' | 'side' | 'situation'

/** Outlives a change of language. */
export interface PlayState {
  messages: Message[]
  side: Side
  draft: string
  situation: Situation
}

export interface Play {
  readonly state: Readonly<PlayState>
  readonly linter: Linter
  readonly judge: Judge
  /** Of the agent's draft; undefined where there is none. */
  readonly verdict: DraftVerdict | undefined
  take(side: Side): void
  /** Notes the draft and leaves the verdict on it for later. */
  write(text: string): void
  judgeDraft(): void
  /** Sends the draft; returns its findings, undefined where there was nothing to send. */
  send(): Finding[] | undefined
  /** The last message goes back into the draft, where that is empty. */
  undo(): void
  clear(): void
  load(example: ExampleChat): void
  arrange(situation: Situation): void
  on(change: Change, react: () => void): void
}

export const newGame = (): PlayState => ({ messages: [], side: 'buyer', draft: '', situation: NOTHING_KNOWN })

export function createPlay(state: PlayState): Play {
  const reactions: Record<Change, (() => void)[]> = { chat: [], draft: [], side: [], situation: [] }
  const tell = (...changes: Change[]) => {
    for (const change of changes) for (const react of reactions[change]) react()
  }
  let linter: Linter
  let judge: Judge
  let verdict: DraftVerdict | undefined

  function judgeAll() {
    judge = createJudge(linter, contextOf(state.situation), state.messages)
    look()
  }
  function look() {
    const written = state.side === 'agent' && state.draft.trim() !== ''
    verdict = written ? judge.draft(state.draft) : undefined
  }
  function equip() {
    const { schedule, worstCase } = state.situation
    linter = createLinter({ schedule, worstCase })
    judgeAll()
  }
  equip()

  return {
    state,
    get linter() {
      return linter
    },
    get judge() {
      return judge
    },
    get verdict() {
      return verdict
    },
    take(side) {
      state.side = side
      look()
      tell('side', 'draft')
    },
    write(text) {
      state.draft = text
    },
    judgeDraft() {
      look()
      tell('draft')
    },
    send() {
      const text = state.draft.trim()
      if (text === '') return undefined
      const message: Message = { role: state.side, text }
      state.messages.push(message)
      judge.push(message)
      state.draft = ''
      verdict = undefined
      tell('chat', 'draft')
      return judge.findings().filter((finding) => finding.message === state.messages.length - 1)
    },
    undo() {
      const last = state.messages.pop()
      if (last === undefined) return
      if (state.draft.trim() === '') {
        state.draft = last.text
        state.side = last.role as Side
      }
      judgeAll()
      tell('chat', 'side', 'draft')
    },
    clear() {
      state.messages = []
      state.draft = ''
      state.side = 'buyer'
      judgeAll()
      tell('chat', 'side', 'draft')
    },
    load({ chat, draft, order, buyer }) {
      const { facts, schedule, worstCase } = state.situation
      state.situation = { buyer, order: { ...order }, facts, schedule, worstCase }
      state.messages = chat.map((line) => ({
        role: line.startsWith('B') ? 'buyer' : 'agent',
        text: line.slice(3),
      }))
      state.draft = draft
      state.side = 'agent'
      judgeAll()
      tell('situation', 'chat', 'side', 'draft')
    },
    arrange(situation) {
      const { schedule, worstCase } = state.situation
      state.situation = situation
      if (schedule === situation.schedule && worstCase === situation.worstCase) judgeAll()
      else equip()
      tell('chat', 'draft')
    },
    on: (change, react) => void reactions[change].push(react),
  }
}
