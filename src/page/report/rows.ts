/** The findings of all chats as rows with what filters, charts and lists ask of them. */

import type { Message } from '../../model.js'
import type { Chat, ChatFinding, ChatMessage, ReportData } from '../../report/html-data.js'
import { inChina } from '../../score/year.js'
import { phraseOf } from './phrase.js'

export interface Row {
  chat: Chat
  finding: ChatFinding
  message: ChatMessage
  /** The characters that were found. */
  text: string
  /** Rule and sentence: equal for what one would retrain as one. */
  phrase: string
  /** Empty where the source names nobody. */
  agent: string
  shop: string
  /** UTC fields read China time. */
  time?: Date
  /** YYYY-MM-DD in China. */
  day: string
  /** Lower-cased, for the search field. */
  haystack: string
}

export function rowsOf({ chats, rules }: Pick<ReportData, 'chats' | 'rules'>): Row[] {
  return chats.flatMap((chat) => {
    const byIndex = new Map(chat.messages.map((message) => [message.index, message]))
    return chat.findings.map((finding) => {
      const message = byIndex.get(finding.message)!
      const text = message.text.slice(finding.span.start, finding.span.end)
      const agent = message.sender ?? ''
      const time = message.time === undefined ? undefined : inChina(message.time)
      const title = rules[finding.rule]?.title
      return {
        chat,
        finding,
        message,
        text,
        phrase: `${finding.rule} ${phraseOf(text)}`,
        agent,
        shop: chat.shop ?? shopIn(agent),
        time,
        day: time === undefined ? '' : time.toISOString().slice(0, 10),
        haystack: [message.text, finding.rule, title?.zh, title?.en, agent, chat.id].join('\n').toLowerCase(),
      }
    })
  })
}

/** Sub-accounts are written shop:agent. */
function shopIn(agent: string): string {
  const colon = agent.search(/[:：]/)
  return colon > 0 ? agent.slice(0, colon) : ''
}

/** The agent's own name without the shop's. */
export function shortName(agent: string): string {
  const shop = shopIn(agent)
  return shop === '' ? agent : agent.slice(shop.length + 1)
}

/** The last thing the buyer said that the finding rests on. */
export function questionOf({ chat, finding }: Row): Message | undefined {
  const said = new Set(finding.evidence.map(({ message }) => message))
  return chat.messages.findLast(({ index, role }) => role === 'buyer' && said.has(index))
}

/** MM-DD HH:MM */
export function timeText(time: Date | undefined): string {
  return time === undefined ? '' : time.toISOString().slice(5, 16).replace('T', ' ')
}

/** 0 is Monday. */
export function weekdayOf(time: Date): number {
  return (time.getUTCDay() + 6) % 7
}
