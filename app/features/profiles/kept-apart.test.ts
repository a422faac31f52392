import { expect, test } from 'vitest'
import { mayTouch } from './kept-apart.ts'

const bakery = { employerName: 'Dave’s Bakery', town: 'Great Yarmouth' }

test.each([
  'Dave',
  'dave',
  "My uncle works at Dave's Bakery, on nights",
  'Great Yarmouth',
  'Yarmouth',
  'anywhere in GREAT  YARMOUTH!',
])('“%s” may have to do with the employer or its town', (row) =>
  expect(mayTouch([row], bakery)).toBe(true),
)

test.each(['Davey', 'Norwich', 'bak', '', '!!!', 'Mouth', 'مرحبا'])('“%s” has not', (row) =>
  expect(mayTouch([row], bakery)).toBe(false),
)

test('accents and scripts are read as they are meant', () => {
  expect(mayTouch(['Café Rouge'], { employerName: 'CAFE ROUGE Ltd', town: null })).toBe(true)
  expect(mayTouch(['مخبز النور'], { employerName: 'مخبز النور', town: null })).toBe(true)
})

test('where neither is known nothing is said', () => {
  expect(mayTouch(['Dave'], { employerName: null, town: null })).toBe(false)
  expect(mayTouch(['Dave'], { employerName: '', town: '—' })).toBe(false)
})
