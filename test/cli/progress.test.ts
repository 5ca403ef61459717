import { expect, test } from 'vitest'
import type { Io } from '../../src/cli/io.js'
import { startProgress } from '../../src/cli/progress.js'
import { messagesFor } from '../../src/messages/index.js'

function watched(options: { quiet?: boolean; total?: number; terminal?: boolean }) {
  let err = ''
  let at = 0
  const io = {
    err: (text: string) => {
      err += text
    },
    terminal: { out: false, err: options.terminal ?? true },
    cleanups: new Set<() => void>(),
  } as Partial<Io> as Io
  const progress = startProgress(
    { io, messages: messagesFor('en') },
    { quiet: options.quiet, total: options.total ?? 1000, now: () => at },
  )
  return {
    progress,
    io,
    wait: (ms: number) => {
      at += ms
    },
    /** What was written since the last time. */
    written: () => {
      const text = err
      err = ''
      return text
    },
  }
}

const CLEAR = '\r\u001b[K'

test('after a second: how much, how long yet, how fast', () => {
  const { progress, wait, written } = watched({})
  progress.read(250)
  wait(900)
  progress.show(4000)
  expect(written()).toBe('')
  wait(1100)
  progress.show(5000)
  expect(written()).toBe(`${CLEAR}25% · 0:06 left · 5,000 conversations · 2,500 a second`)
})

test('not drawn more often than an eye can follow, and taken away before other output', () => {
  const { progress, wait, written } = watched({})
  wait(2000)
  progress.show(1)
  expect(written()).not.toBe('')
  wait(100)
  progress.show(2)
  expect(written()).toBe('')
  progress.hide()
  expect(written()).toBe(CLEAR)
  progress.hide()
  expect(written()).toBe('')
  progress.show(3)
  expect(written()).toContain('3 conversations')
})

test('a pipe has no end that is known', () => {
  const { progress, wait, written } = watched({ total: 0 })
  progress.read(1 << 20)
  wait(4_000_000)
  progress.show(8000)
  expect(written()).toBe(`${CLEAR}8,000 conversations · 2 a second`)
})

test('hours have their place', () => {
  const { progress, wait, written } = watched({ total: 1001 })
  progress.read(1)
  wait(4000)
  progress.show(1)
  expect(written()).toContain('1:06:40 left')
})

test.each([{ terminal: false }, { quiet: true }])('silent with %j', (options) => {
  const { progress, wait, written, io } = watched(options)
  wait(5000)
  progress.show(1)
  progress.stop()
  expect([written(), io.cleanups.size]).toEqual(['', 0])
})

test('an interrupted run leaves a clean line', () => {
  const { progress, wait, written, io } = watched({})
  wait(2000)
  progress.show(1)
  written()
  for (const cleanup of io.cleanups) cleanup()
  expect(written()).toBe(CLEAR)
  progress.stop()
  expect(io.cleanups.size).toBe(0)
})
