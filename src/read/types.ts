import type { OnNote, OnProblem } from '../messages/index.js'
import type { Conversation } from '../model.js'
import type { ColumnMap } from './columns.js'
import type { NameConversation } from './ids.js'
import type { FormatName } from './names.js'
import type { RolePatterns } from './roles.js'

/** A line of the input, or a piece of text of any length. */
export interface Line {
  text: string
  /** 1-based; of a piece, the line it begins on. */
  line: number
}

/** A row of a table. */
export interface Row {
  cells: string[]
  /** 1-based line, of a sheet the row, that it begins on. */
  line: number
}

/** The content of one file, read once in the way that its format asks for. */
export interface Feed {
  lines(): AsyncIterable<Line>
  /** For formats whose lines mean nothing or may be very long. */
  pieces(): AsyncIterable<Line>
  /** Not decoded: for formats that are no text. */
  bytes(): AsyncIterable<Uint8Array>
}

/** What a format needs to know besides the content. */
export interface ReadContext {
  file: string
  onProblem: OnProblem
  /** Takes what `--explain-input` shows. */
  onNote: OnNote
  /** The user's names for columns or fields. */
  columns?: ColumnMap
  /** The user's patterns for accounts. */
  roles?: RolePatterns
  /** The longest record in bytes. */
  limit: number
  /** Names conversations that have no name of their own, differently within one file. */
  nameOf: NameConversation
  /** Reads a file that was inside this one; returns false where it went over a limit. */
  enclosed(name: string, bytes: Uint8Array): AsyncGenerator<Conversation, boolean>
}

/**
 * Where the shape comes from: our own record; any table or list; public programs that read or write it; memory alone.
 * No export of a shop was at hand.
 */
export type Seen = 'own' | 'generic' | 'code' | 'remembered'

/** One input format. To add one: a file beside this one, an entry in `formats.ts`, and its texts in the messages. */
export interface Format {
  /** What `--input-format` calls it. */
  name: FormatName
  extensions: string[]
  seen: Seen
  /** How surely the text that the file begins with is this format: 0 no … 1 certain. */
  sniff(head: string, file: string): number
  /** One bad record is reported and does not lose the others. */
  read(feed: Feed, context: ReadContext): AsyncIterable<Conversation>
  /** Where every line is a record of its own: lines may then be read on any thread. */
  readLine?(text: string, line: number, file: string, onProblem: OnProblem): Conversation | undefined
}
