import { expect, test } from 'vitest'
import { doneText } from './done.ts'
import type { Standing } from './standing.ts'
import { nextForCandidate, nextForEmployer, nextForMentor } from './wording.ts'

const standing: Standing = {
  state: 'proposed',
  missing: [],
  yesLastsUntil: null,
  lapsesOn: '2026-04-02',
  wasReleased: false,
  stage: 'unseen',
  answerDueOn: null,
  isAnswerLate: false,
  isFull: false,
  isStartConfirmed: false,
  endedReason: null,
}

test('after taking back, the candidate is told what the employer can have seen', () => {
  const next = (stage: Standing['stage']) =>
    nextForCandidate({ ...standing, state: 'withdrawn', stage })
  expect(next('unseen')).toContain('never saw')
  for (const stage of ['read', 'accepted', 'started'] as const)
    expect(next(stage)).toContain('who saw what')
  expect(next('accepted')).toContain('the place is free for somebody else')
  expect(next('started')).toContain('That you started stays on record')
})

test('while the employer reads, the candidate and the mentor are told by when it answers', () => {
  const reading: Standing = { ...standing, state: 'introduced', answerDueOn: '2026-03-05' }
  expect(nextForCandidate(reading)).toContain('by 5 March 2026')
  expect(nextForMentor(reading)).toContain('answers by 5 March 2026')
  const late = { ...reading, isAnswerLate: true }
  expect(nextForCandidate(late)).toContain('are late. That says nothing about you.')
  expect(nextForMentor(late)).toContain('was due by 5 March 2026')
})

test('the employer of somebody who had a place is not told that there is nothing to do', () => {
  const next = (leftAfter: 'accepted' | 'started' | null) =>
    nextForEmployer({ state: 'closed', isFull: false, isStartConfirmed: false, leftAfter })
  expect(next(null)).toBe('There is nothing you need to do.')
  expect(next('accepted')).toMatch(/do not expect them to start.*Ring the mentor/)
  expect(next('started')).toMatch(/after they had started.*Ring the mentor/)
})

test('whoever has a place is told who agrees the first day, and when it is recorded', () => {
  expect(nextForCandidate({ ...standing, state: 'accepted' })).toMatch(
    /Your mentor agrees the first day.*Once you have started, the employer records it/,
  )
})

test('a typed address confirms nothing that has not happened', () => {
  expect(doneText('employer', 'meet', 'meeting')).toContain('Thank you')
  expect(doneText('employer', 'meet', 'introduced')).toBeUndefined()
  expect(doneText('employer', 'constructor', 'meeting')).toBeUndefined()
  expect(doneText('employer', null, 'meeting')).toBeUndefined()
})
