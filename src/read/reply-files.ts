import { chunksOf, filesOf } from './files.js'
import { type QuickReply, REPLY_EXTENSIONS, type ReplyOptions, repliesOf } from './quick-replies.js'

/** The replies of all files that the patterns name. */
export async function readQuickReplies(
  patterns: readonly string[],
  options: ReplyOptions & { stdin: AsyncIterable<Uint8Array> },
): Promise<QuickReply[]> {
  const replies: QuickReply[] = []
  for (const file of await filesOf(patterns, REPLY_EXTENSIONS, options.messages))
    replies.push(...(await repliesOf(file, chunksOf(file, options.stdin, options.messages), options)))
  return replies
}
