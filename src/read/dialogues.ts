import type { Said } from './grouping.js'
import { jsonFormat, listOf, textAt } from './json-formats.js'
import { namedSpeaker, speakerOf } from './roles.js'
import { toTime } from './time.js'

/** What QA services are sent: `dialogues` with role and words, or `session` with `c2b` and `b2c`. */
export const dialogues = jsonFormat({
  name: 'dialogues',
  seen: 'code',
  signs: [/"(?:dialogues|session)"\s*:\s*\[/],
  alone: true,
  messages: (record, line, { roles }) =>
    listOf(record.dialogues ?? record.session)?.map((row): Said => {
      const sender = textAt(row, 'identity', 'sender')
      const role = textAt(row, 'role')
      return {
        id: textAt(record, 'id', 'tid', 'sessionId', 'callId'),
        speaker: namedSpeaker(role) ?? speakerOf(sender ?? role, {}, roles),
        // A role's name is no account.
        sender: sender === role || namedSpeaker(sender) !== undefined ? undefined : sender,
        text: textAt(row, 'words', 'content', 'text') ?? '',
        time: toTime(textAt(row, 'time', 'beginTime')),
        line,
      }
    }),
})
