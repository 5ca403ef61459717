import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromLatin1, isAscii, isLonger, joined, latin1 } from '../../src/read/bytes.js'
import { sha256 } from '../../src/read/sha256.js'

const texts = fc.string({ unit: 'binary', maxLength: 300 })
const bytes = fc.uint8Array({ maxLength: 300 })

test('names are hashed as Node hashes them', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
    }),
  )
})

test('every byte survives as one character', () => {
  fc.assert(
    fc.property(bytes, (some) => {
      expect(latin1(some)).toBe(Buffer.from(some).toString('latin1'))
      expect(fromLatin1(latin1(some))).toEqual(some)
    }),
  )
  const many = new Uint8Array(100_000).fill(0x9f)
  expect(fromLatin1(latin1(many))).toEqual(many)
})

test('the length of a text in UTF-8 is known without encoding it', () => {
  fc.assert(
    fc.property(texts, fc.nat(900), (text, limit) => {
      expect(isLonger(text, limit)).toBe(Buffer.byteLength(text) > limit)
    }),
  )
})

test('parts are joined in their order', () => {
  expect(joined([Uint8Array.of(1), Uint8Array.of(), Uint8Array.of(2, 3)])).toEqual(Uint8Array.of(1, 2, 3))
  expect(joined([])).toEqual(Uint8Array.of())
})

test('ASCII ends at 127', () => {
  expect([isAscii(Uint8Array.of(0, 127)), isAscii(Uint8Array.of(65, 128))]).toEqual([true, false])
})
