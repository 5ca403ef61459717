/** Quick replies in Markdown: fenced blocks under headings; without any, list items and paragraphs. */

import type { QuickReply } from './quick-replies.js'

const HEADING = /^#{1,6}\s+(.+?)\s*#*$/
const FENCE = /^\s{0,3}(`{3,}|~{3,})/
const ITEM = /^\s{0,8}(?:[-*+]|\d{1,3}[.)、])\s+(.+)$/

export function looksLikeMarkdown(text: string): boolean {
  return (
    /^#{1,6}\s+\S/m.test(text) &&
    (/^\s{0,3}(?:```|~~~)/m.test(text) || /^\s{0,8}(?:[-*+]|\d+\.)\s+\S/m.test(text))
  )
}

export function repliesInMarkdown(text: string, file: string): QuickReply[] {
  const lines = text.split(/\r?\n/)
  const fenced = lines.some((line) => FENCE.test(line))
  const replies: QuickReply[] = []
  let group: string | undefined
  let block: { mark: string; text: string[]; line: number } | undefined
  const add = (words: string, line: number) => {
    if (words.trim() !== '') replies.push({ text: words.trim(), ...(group ? { group } : {}), file, line })
  }
  let paragraph: { text: string[]; line: number } | undefined
  const endParagraph = () => {
    if (paragraph !== undefined) add(paragraph.text.join('\n'), paragraph.line)
    paragraph = undefined
  }
  lines.forEach((line, i) => {
    const fence = FENCE.exec(line)?.[1]
    if (block !== undefined) {
      if (fence?.startsWith(block.mark)) {
        add(block.text.join('\n'), block.line)
        block = undefined
      } else block.text.push(line)
      return
    }
    if (fence !== undefined) {
      endParagraph()
      block = { mark: fence, text: [], line: i + 2 }
      return
    }
    const heading = HEADING.exec(line)?.[1]
    if (heading !== undefined) {
      endParagraph()
      group = heading
      return
    }
    if (fenced) return
    const item = ITEM.exec(line)?.[1]
    if (line.trim() === '' || item !== undefined) endParagraph()
    if (item !== undefined) add(item, i + 1)
    else if (line.trim() !== '') {
      paragraph ??= { text: [], line: i + 1 }
      paragraph.text.push(line)
    }
  })
  endParagraph()
  if (block !== undefined) add(block.text.join('\n'), block.line)
  return replies
}
