import { hearAgent } from '../dialogue/agent.js'
import { hearBuyer } from '../dialogue/buyer.js'
import { noteFacts } from '../dialogue/facts.js'
import { bound, type Said, type State } from '../dialogue/state.js'
import type { Message } from '../model.js'
import { type Analysis, analyse, statementsOf } from '../statements/analyse.js'
import type { Lexis } from '../statements/lexis.js'
import { MOST_TEXT } from '../values.js'
import { expectMessage } from './expect.js'

export interface Step {
  state: State
  /** What an agent's message states; empty for anyone else's. */
  statements: Said[]
  /** Of an agent's message. */
  analysis: (() => Analysis) | null
}

/** One message further. The verdict on a message rests on it and what came before, never on what follows. */
export function step(lexis: Lexis, state: State, given: Message): Step {
  expectMessage(given)
  const message = given.text.length > MOST_TEXT ? { ...given, text: given.text.slice(0, MOST_TEXT) } : given
  const next = (s: State): State => bound({ ...s, message: state.message + 1 })
  const silent = (s: State): Step => ({ state: next(s), statements: [], analysis: null })
  if (message.kind !== undefined && !JUDGED.has(message.kind)) return silent(state)
  if (message.role === 'buyer') return silent(hearBuyer(lexis, state, message))
  if (message.role === 'system') return silent(hearSystem(lexis, state, message))
  const heard = hearAgent(lexis, state, message)
  return { state: next(heard.state), statements: heard.statements, analysis: heard.analysis }
}

const JUDGED = new Set(['text', 'robot'])

/** Lines of the platform only show facts: paid, shipped, received, closed. */
function hearSystem(lexis: Lexis, state: State, message: Message): State {
  const a = analyse(lexis, message.text, 'system')
  const said: Said[] = a.clauses.flatMap((_, i) =>
    statementsOf(lexis, a, i, null, 'clause', []).map((x) => ({
      ...x,
      by: 'system' as const,
      message: state.message,
      turn: state.turn,
    })),
  )
  return noteFacts(lexis, state, message, a, said)
}
