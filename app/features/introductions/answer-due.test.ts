import { expect, test } from 'vitest'
import { answerDueOn } from './answer-due.ts'

test('an employer has five working days, the day of the release not counted', () => {
  expect(answerDueOn(new Date('2026-11-25T09:00:00Z'))).toBe('2026-12-02')
})

test('late on a summer evening it is the London day that counts', () => {
  expect(answerDueOn(new Date('2026-07-06T22:59:00Z'))).toBe('2026-07-13')
  expect(answerDueOn(new Date('2026-07-06T23:01:00Z'))).toBe('2026-07-14')
})

test('bank holidays are not counted', () => {
  expect(answerDueOn(new Date('2026-12-23T15:00:00Z'))).toBe('2027-01-04')
})
