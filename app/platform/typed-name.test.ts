import { expect, test } from 'vitest'
import { typedName } from './typed-name-schema.ts'

const schema = typedName('Enter the name', 40)

test.each([
  'O’Brien',
  "D'Arcy & Sons <Ltd>",
  'Siân Llŷr ap Gwŷdd',
  'فاطمة الزهراء',
  'می\u200Cخواهم',
  '李小龍',
  'Ruby 👩🏽‍🍳',
  '❤️',
  'X',
])('%s is a name', (name) => {
  expect(schema.parse(` ${name} `)).toBe(name)
})

test.each([
  ['nothing', ''],
  ['a zero-width space', '\u200B'],
  ['joiners', '\u200D\u2060\u00AD'],
  ['a Hangul filler', '\u3164'],
  ['a blank Braille cell', '\u2800'],
  ['a mark on nothing', '\u0301'],
])('%s is no name', (_, name) => {
  expect(schema.safeParse(name).error?.issues[0]?.message).toBe('Enter the name')
})

test.each(['Ann\u202Etxt.exe', '\u2066Ann', 'Ann\u200FBell', 'Ann\nBell', 'Ann\u0007'])(
  'what turns or breaks the line is refused',
  (name) => {
    expect(schema.safeParse(name).error?.issues[0]?.message).toContain('hidden characters')
  },
)

test('a name that is too long is refused', () => {
  expect(schema.safeParse('x'.repeat(41)).success).toBe(false)
})
