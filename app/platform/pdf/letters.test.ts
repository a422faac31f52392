import { expect, test } from 'vitest'
import { lettersOf, runsOf, Undrawable, type ChooseFace } from './letters.ts'

/** Faces by script, as the real ones are; digits, spaces and signs are in the first. */
const choose: ChooseFace = (codePoints) => {
  const text = String.fromCodePoint(...codePoints)
  if (
    /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{S} ]+$/u.test(text) &&
    !/\p{Emoji_Presentation}|❤/u.test(text)
  )
    return 'latin'
  if (/^\p{Script=Arabic}[\p{M}\p{Script=Arabic}]*$/u.test(text)) return 'arabic'
  if (/^\p{Script=Hebrew}/u.test(text)) return 'hebrew'
  return /\p{Emoji}/u.test(text) ? 'emoji' : null
}
const runs = (text: string) => runsOf(lettersOf(text, choose).letters).map((run) => run.text)

test('text from left to right stays as it is, and a letter of many parts stays one', () => {
  expect(runs("O'Neill <b> & Ŵyn")).toEqual(["O'Neill <b> & Ŵyn"])
  const { letters } = lettersOf('a👨‍👩‍👧❤️', choose)
  expect(letters.map(({ text }) => text)).toEqual(['a', '👨‍👩‍👧', '❤️'])
})

test('a line from right to left is drawn from its end, but numbers and Latin words are not turned', () => {
  expect(lettersOf('مرحبا abc', choose).isRightToLeft).toBe(true)
  expect(runs('منذ 12 سنة')).toEqual(['سنة', ' ', '12', ' ', 'منذ'])
  expect(runs('في Norwich غدا')).toEqual(['غدا', ' ', 'Norwich', ' ', 'في'])
})

test('in a line from left to right only the part that runs the other way is turned', () => {
  expect(lettersOf('I speak שלום עולם', choose).isRightToLeft).toBe(false)
  expect(runs('say שלום now')).toEqual(['say ', 'שלום', ' now'])
})

test('signs that run from right to left are mirrored', () => {
  // Each run is drawn from left to right: the bracket that opens comes last, turned round.
  expect(runs('(שלום)')).toEqual(['(', 'שלום', ')'])
})

test('what directs the text is not drawn', () => {
  expect(runs('a\u200fb\u2068c\u2069').join('')).toBe('abc')
})

test('a letter that no face has is an error and not an empty box', () => {
  expect(() => lettersOf('工作', choose)).toThrow(Undrawable)
})
