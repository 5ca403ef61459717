import type { OnProblem } from '../messages/index.js'
import type { Conversation } from '../model.js'

/** A line of the input, or of `whole` formats a piece of text of any length. */
export interface Line {
  text: string
  /** 1-based; of a piece, the line it begins on. */
  line: number
}

/** One input format. To add one: a file beside this one, and an entry in the registry of `index.ts`. */
export interface Format {
  /** What `--input-format` calls it. */
  name: string
  extensions: string[]
  /** How surely the text that the file begins with is this format: 0 no … 1 certain. */
  sniff(head: string, file: string): number
  /** One bad record is reported and does not lose the others. */
  read(lines: AsyncIterable<Line>, file: string, onProblem: OnProblem): AsyncIterable<Conversation>
  /** Where every line is a record of its own: lines may then be read on any thread. */
  readLine?(text: string, line: number, file: string, onProblem: OnProblem): Conversation | undefined
  /** The format wants pieces of text, since its lines mean nothing or may be very long. */
  pieces?: boolean
}
