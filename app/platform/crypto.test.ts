import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seal, unseal, Unsealable, type KeyRing } from './crypto.server.ts'

const [first, second] = [randomBytes(32), randomBytes(32)]
const old: KeyRing = { newest: 1, keys: new Map([[1, first]]) }
const both: KeyRing = {
  newest: 2,
  keys: new Map([
    [1, first],
    [2, second],
  ]),
}
const place = { table: 'notes', column: 'sealed', id: 'a' }

test('whatever was sealed comes back as it was, and is nowhere in what is kept', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 5, maxLength: 200 }), (text) => {
      const kept = seal(old, place, text)
      expect(unseal(old, place, kept)).toBe(text)
      expect(Buffer.from(kept.sealed, 'base64url').includes(Buffer.from(text))).toBe(false)
    }),
  )
  const text = 'Siân, عائشة and 👋 ’s <b>note</b>'
  expect(unseal(old, place, seal(old, place, text))).toBe(text)
  expect(unseal(old, place, seal(old, place, ''))).toBe('')
})

test('the same text sealed twice is not the same', () => {
  const kept = Array.from({ length: 200 }, () => seal(old, place, 'the same').sealed)
  expect(new Set(kept).size).toBe(200)
  expect(new Set(kept.map((one) => one.slice(0, 16))).size).toBe(200)
})

test.each([
  ['row', { ...place, id: 'b' }],
  ['column', { ...place, column: 'other' }],
  ['table', { ...place, table: 'others' }],
])('a text taken to another %s does not open', (_, elsewhere) => {
  expect(() => unseal(old, elsewhere, seal(old, place, 'x'))).toThrow(Unsealable)
})

test('a text that was changed by one bit, cut short or given a shorter tag does not open', () => {
  const { sealed, keyVersion } = seal(old, place, 'a few words')
  const bytes = Buffer.from(sealed, 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at]! ^= 1
    const one = { sealed: changed.toString('base64url'), keyVersion }
    expect(() => unseal(old, place, one)).toThrow(Unsealable)
  }
  for (const length of [0, 12, 20, 28, bytes.length - 1]) {
    const one = { sealed: bytes.subarray(0, length).toString('base64url'), keyVersion }
    expect(() => unseal(old, place, one)).toThrow(Unsealable)
  }
})

test('the newest key seals, an older one still opens, and a missing one does not', () => {
  const kept = seal(old, place, 'before')
  expect(unseal(both, place, kept)).toBe('before')
  const newer = seal(both, place, 'after')
  expect(newer.keyVersion).toBe(2)
  expect(() => unseal(old, place, newer)).toThrow('notes.sealed of a does not open with key 2')
  expect(() => unseal(both, place, { ...newer, keyVersion: 1 })).toThrow(Unsealable)
})
