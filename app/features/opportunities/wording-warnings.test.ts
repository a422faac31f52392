import { expect, test } from 'vitest'
import { wordingWarnings } from './wording-warnings.ts'

test.each([
  'You need a clean criminal record',
  'No convictions please',
  'Ex-cons welcome',
  'No offenders',
  'We take on ex-offenders',
  'An ex offender scheme',
  'You pay a £30 deposit for the uniform',
])('the office is warned about “%s”', (text) => {
  expect(wordingWarnings(text)).toHaveLength(1)
})

test.each([
  'Keep clear records of stock',
  'Nobody will take offence',
  'Free uniform, and we pay for your licence',
])('and not about “%s”', (text) => {
  expect(wordingWarnings(text)).toEqual([])
})
