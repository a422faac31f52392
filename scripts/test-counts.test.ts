import { expect, test } from 'vitest'
import { passedOnMeilisearch, playwrightCounts, vitestCounts } from './test-counts.ts'

const vitest = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 0,
  testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }],
}

test('the unit tests’ report is summed', () => {
  expect(vitestCounts(vitest)).toEqual({ passed: 5, failed: 1, skipped: 2 })
})

test('a test file that cannot even be loaded is a failure', () => {
  const testResults = [...vitest.testResults, { status: 'failed', assertionResults: [] }]
  expect(vitestCounts({ ...vitest, testResults }).failed).toBe(2)
})

test('a browser test that passes only the second time is a failure', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 0 }
  expect(playwrightCounts({ stats, errors: [] })).toEqual({ passed: 3, failed: 2, skipped: 0 })
})

test('only tests that passed on a real Meilisearch count as having met it', () => {
  const met = ['search contract: Meilisearch']
  const assertionResults = [
    { status: 'passed', ancestorTitles: met },
    { status: 'skipped', ancestorTitles: met },
    { status: 'passed', ancestorTitles: ['search contract: Postgres'] },
  ]
  const testResults = [{ status: 'passed', assertionResults }]
  expect(passedOnMeilisearch({ ...vitest, testResults })).toBe(1)
})
