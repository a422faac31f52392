import { expect, test } from 'vitest'
import { doneText } from './done.ts'
import type { Standing } from './standing.ts'
import { nextForCandidate, nextForMentor, toldOnWithdrawal } from './wording.ts'

const standing: Standing = {
  state: 'proposed',
  missing: [],
  yesLastsUntil: null,
  lapsesOn: '2026-04-02',
  wasReleased: false,
  answerDueOn: null,
  isAnswerLate: false,
  isFull: false,
  isStartConfirmed: false,
  endedReason: null,
}

test('after taking back, the candidate is told what the employer can have seen', () => {
  const next = (wasReleased: boolean) =>
    nextForCandidate({ ...standing, state: 'withdrawn', wasReleased })
  expect(next(false)).toContain('never saw')
  expect(next(true)).toContain('who saw what')
})

test('while the employer reads, the candidate and the mentor are told by when it answers', () => {
  const reading: Standing = { ...standing, state: 'introduced', answerDueOn: '2026-03-05' }
  expect(nextForCandidate(reading)).toContain('by 5 March 2026')
  expect(nextForMentor(reading)).toContain('answers by 5 March 2026')
  const late = { ...reading, isAnswerLate: true }
  expect(nextForCandidate(late)).toContain('are late. That says nothing about you.')
  expect(nextForMentor(late)).toContain('was due by 5 March 2026')
})

test('a withdrawal before the release tells the employer nothing', () => {
  expect(toldOnWithdrawal(false)).toContain('told nothing')
  expect(toldOnWithdrawal(true)).toContain('“This introduction is no longer open.”')
})

test('a typed address confirms nothing that has not happened', () => {
  expect(doneText('employer', 'meet', 'meeting')).toContain('Thank you')
  expect(doneText('employer', 'meet', 'introduced')).toBeUndefined()
  expect(doneText('employer', 'constructor', 'meeting')).toBeUndefined()
  expect(doneText('employer', null, 'meeting')).toBeUndefined()
})
