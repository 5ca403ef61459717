import { describe, expect, test } from 'vitest'
import { messagesFor } from '../../src/messages/index.js'
import type { Problem } from '../../src/model.js'
import { readQuickReplies } from '../../src/read/quick-replies.js'
import { bytes, codes, fixture } from './helpers.js'

async function read(name: string) {
  const problems: Problem[] = []
  const options = {
    messages: messagesFor('en'),
    onProblem: (problem: Problem) => void problems.push(problem),
    stdin: bytes(),
  }
  const replies = await readQuickReplies([fixture(name)], options)
  return {
    replies: replies.map(({ code, text, group, line }) => [code, text, group, line]),
    problems: codes(problems),
  }
}

describe('quick replies', () => {
  test('CSV with quotes, line ends in cells, and the escapes of one client', async () => {
    expect(await read('replies.csv')).toEqual({
      replies: [
        ['1', '亲,可以开发票的', '发票', 2],
        ['2', '第一行\n第二行"引号"', undefined, 3],
        ['3', '运费,我们出', '运费', 5],
      ],
      problems: [],
    })
  })

  test('YAML: lists under groups, codes with texts', async () => {
    expect(await read('replies.yaml')).toEqual({
      replies: [
        ['fp', '可以开发票的', '发票', 2],
        [undefined, '没有的', '发票', 4],
        ['你好', '亲,在的', undefined, 5],
      ],
      problems: [],
    })
  })

  test('JSON as the client exports it', async () => {
    expect(await read('replies.json')).toEqual({
      replies: [
        ['a', '可以开发票的', '发票', 9],
        ['b', '没有的', '发票', 15],
      ],
      problems: [],
    })
  })

  test('plain lines', async () => {
    expect((await read('replies.txt')).replies).toEqual([
      [undefined, '亲,在的', undefined, 1],
      [undefined, '没有的', undefined, 3],
    ])
  })

  test.each([
    ['replies-open-quote.csv', 'bad-csv:2'],
    ['replies-no-header.csv', 'no-text-column:1'],
    ['empty.ndjson', 'empty-file:'],
  ])('%s', async (name, trouble) => {
    expect((await read(name)).problems).toContain(trouble)
  })

  test('bad YAML names the line', async () => {
    const { problems, replies } = await read('replies-bad.yaml')
    expect(replies).toEqual([])
    expect(problems[0]).toMatch(/^bad-yaml:\d/)
  })
})
