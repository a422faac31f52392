import { expect, test } from 'vitest'
import { shown } from './small-counts.ts'

test('a count from one to four is hidden; none, and five or more, are shown', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 214].map(shown)).toEqual([0, null, null, null, null, 5, 6, 214])
})
