/** A whole chat written as one text, as it stands in a cell or comes out of a chat window. */

import type { Said } from './grouping.js'
import type { Parties } from './roles.js'
import { toTime } from './time.js'

const TIME = String.raw`\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ T]{0,2}(?:\d{1,2}:\d{2}(?::\d{2})?)?`
const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2})?`
/** `nick (time):`, as the window of the chat client is copied; the words may follow on the same line. */
export const WINDOW_LINE = new RegExp(
  `^\\s{0,4}(\\S.{0,60}?)\\s{0,2}[(（]\\s?(${TIME}|${CLOCK})\\s?[)）]\\s?[:：]?(.*)$`,
)
const TIME_ALONE = new RegExp(`^\\[?(${TIME})\\]?$`)
const TIME_FIRST = new RegExp(`^\\[?(${TIME})\\]?\\s{1,4}(\\S.*)$`)
const SPEAKER_THEN_TIME = new RegExp(`^(\\S.{0,40}?)\\s{1,4}(${TIME})$`)
/** `sender: words`; a sub-account holds a colon itself. */
const SPOKEN = /^([^\s:：]{1,30}(?:[:：][^\s:：]{1,20})?)[:：] (.*)$|^([^\s:：]{1,30})[:：](.*)$/
const ACCOUNT_SPOKEN = /^([^\s:：]{1,30}:[^\s:：]{1,10})([:：])\s?(.*)$/

/** The messages of the text; whoever speaks before any sender is named is undefined. */
export function parseChat(text: string, parties: Parties): Said[] {
  const said: Said[] = []
  let time: string | undefined
  let date = ''
  let sender: string | undefined
  const begin = (words: string) =>
    said.push({ text: words, ...(sender ? { sender } : {}), ...(time ? { time } : {}) })
  const at = (written: string) => {
    time = toTime(written, date)
    date = time?.slice(0, 10) ?? date
  }
  /** A header is behind, its words may still come. */
  let waiting = false
  for (const raw of text.split(/\r\n?|\n/)) {
    const line = raw.trimEnd()
    const window = WINDOW_LINE.exec(line)
    if (window !== null) {
      sender = window[1]!
      at(window[2]!)
      begin(window[3]!.trim())
      waiting = true
      continue
    }
    const alone = TIME_ALONE.exec(line.trim())
    if (alone !== null) {
      at(alone[1]!)
      sender = undefined
      waiting = false
      continue
    }
    const headed = SPEAKER_THEN_TIME.exec(line)
    if (headed !== null) {
      sender = headed[1]!.replace(/[:：]$/, '')
      at(headed[2]!)
      begin('')
      waiting = true
      continue
    }
    const dated = TIME_FIRST.exec(line)
    if (dated !== null) at(dated[1]!)
    const words = dated?.[2] ?? line
    const spoken = speakerIn(words, parties)
    if (spoken !== undefined) {
      sender = spoken.sender
      begin(spoken.text)
      waiting = false
    } else if (dated !== null) {
      sender = undefined
      begin(words)
      waiting = false
    } else goOn(words, waiting)
  }
  return said.map((one) => ({ ...one, text: one.text.trim() })).filter(({ text: words }) => words !== '')

  /** What begins no message belongs to the one above. */
  function goOn(words: string, first: boolean) {
    const last = said.at(-1)
    if (last === undefined || (sender === undefined && time !== last.time)) {
      if (words.trim() !== '') begin(words)
      return
    }
    last.text = first && last.text === '' ? words : `${last.text}\n${words}`
  }
}

function speakerIn(line: string, { buyer, agent }: Parties): { sender: string; text: string } | undefined {
  for (const known of [buyer, agent]) {
    if (known === undefined || known === '' || !line.startsWith(known)) continue
    const rest = /^\s?[:：]\s?([\s\S]*)$/.exec(line.slice(known.length))
    if (rest !== null) return { sender: known, text: rest[1]! }
  }
  if (/^https?[:：]/i.test(line)) return undefined
  const account = ACCOUNT_SPOKEN.exec(line)
  // One colon is the account's own and one ends it; two of a kind may as well both be words.
  if (account !== null && (account[2] === '：' || (buyer !== undefined && !line.startsWith(`${buyer}:`))))
    return { sender: account[1]!, text: account[3]! }
  const found = SPOKEN.exec(line)
  if (found === null) return undefined
  const sender = found[1] ?? found[3]!
  // 10:30 is a time of day, not somebody speaking.
  if (/^\d{1,2}$/.test(sender)) return undefined
  return { sender, text: found[2] ?? found[4]! }
}
