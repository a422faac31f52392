import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseKeys, readKeyRing } from './key-ring.server.ts'

const [one, two] = [
  Buffer.alloc(32, 1).toString('base64'),
  Buffer.alloc(32, 2).toString('base64url'),
]
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughgate-keys-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('several keys may be given, in one line or in several, and the newest is that of the highest number', () => {
  expect(parseKeys(`1:${one},12:${two}`, 'FIELD_KEYS').newest).toBe(12)
  const { newest, keys } = parseKeys(`9:${two}\n1:${one}\n`, 'FIELD_KEYS')
  expect([newest, [...keys.keys()]]).toEqual([9, [9, 1]])
  expect(keys.get(1)?.equals(Buffer.alloc(32, 1))).toBe(true)
})

test.each([
  ['nothing', ' '],
  ['a key without a number', one],
  ['a short key', `1:${one.slice(0, 20)}`],
  ['a number that is none', `0:${one}`],
  ['the same number twice', `1:${one},1:${two}`],
])('%s is refused, and no key is quoted', (_, given) => {
  const read = () => parseKeys(given, 'FIELD_KEYS')
  expect(read).toThrow('FIELD_KEYS')
  expect(read).not.toThrow(one.slice(0, 10))
})

test('with an outside database and no keys the setting is named', () => {
  expect(() => readKeyRing({}, null)).toThrow('FIELD_KEYS is not set')
  expect(() => readKeyRing({ FIELD_KEYS: '', FIELD_KEYS_FILE: '' }, null)).toThrow('FIELD_KEYS')
})

test('keys come from the settings or from a file, never from both', () => {
  const file = join(folder, 'given')
  writeFileSync(file, `2:${two}\n1:${one}\n`)
  expect(readKeyRing({ FIELD_KEYS: `3:${one}` }, null).newest).toBe(3)
  expect(readKeyRing({ FIELD_KEYS_FILE: file }, null).newest).toBe(2)
  expect(() => readKeyRing({ FIELD_KEYS: `3:${one}`, FIELD_KEYS_FILE: file }, null)).toThrow('both')
})

test('the embedded database gets a key of its own once, which only its owner reads', () => {
  const data = join(folder, 'data')
  const made = readKeyRing({}, data)
  expect(statSync(join(data, 'field-keys')).mode & 0o777).toBe(0o600)
  expect(readKeyRing({}, data).keys.get(1)).toEqual(made.keys.get(1))
  expect(readFileSync(join(data, 'field-keys'), 'utf8')).toMatch(/^1:.{44}\n$/)
})
