import { expect, test } from 'vitest'
import { ageWords, boundedNumber, dateKnownTo, spanOf, whomFor } from './wording.ts'

test('a day is written as exactly as it is known', () => {
  expect(dateKnownTo('2017-02-28', 'day')).toBe('28 February 2017')
  expect(dateKnownTo('2017-02-28', 'month')).toBe('February 2017')
  expect(dateKnownTo('2017-02-28', 'year')).toBe('2017')
})

test('from when to when says what is known of it', () => {
  expect(spanOf('2017-02-28', '2022-03-31', 'month')).toBe('February 2017 to March 2022')
  expect(spanOf('2017-01-01', null, 'year')).toBe('since 2017')
  expect(spanOf(null, '2022-03-31')).toBe('until 31 March 2022')
  expect(spanOf(null, null)).toBe('not stated')
})

test('a number says how exactly it is known', () => {
  expect(boundedNumber(83, 'exact')).toBe('83')
  expect(boundedNumber(214, 'at_least')).toBe('over 214')
  expect(boundedNumber(1200, 'about')).toBe('about 1,200')
})

test('whom it is for is one line', () => {
  expect(ageWords({ minAge: 18, maxAge: 24 })).toBe('aged 18 to 24')
  const people = { kind: 'support', minAge: 18, maxAge: null, onlySex: null, needLink: '' }
  expect(whomFor(people)).toBe('People aged 18 or over')
  expect(whomFor({ ...people, onlySex: 'women', needLink: 'a link' })).toBe(
    'Women aged 18 or over, with a link',
  )
  expect(whomFor({ ...people, minAge: null, maxAge: 17 })).toBe('People aged 17 or under')
  expect(whomFor({ ...people, kind: 'board' })).toMatch(/^Nobody/)
})
