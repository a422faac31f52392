import { expect, test } from 'vitest'
import { milesInWords, reachInWords } from './distance-words.ts'

test('a short distance has no figure, a longer one a whole number', () => {
  expect([0, 0.4, 1.4, 1.49].map(milesInWords)).toEqual(Array(4).fill('less than 2 miles'))
  expect([1.5, 2, 2.4, 5.6].map(milesInWords)).toEqual([
    'about 2 miles',
    'about 2 miles',
    'about 2 miles',
    'about 6 miles',
  ])
})

test('what is just out of reach does not read as within it', () => {
  expect(reachInWords(10, 10)).toBe('It is about 10 miles away; they can travel 10 miles')
  expect(reachInWords(10.2, 10)).toBe('It is about 11 miles away; they can travel 10 miles')
  expect(reachInWords(1.2, 1)).toBe('It is about 2 miles away; they can travel 1 mile')
  expect(reachInWords(0, 1)).toBe('It is less than 2 miles away; they can travel 1 mile')
})
